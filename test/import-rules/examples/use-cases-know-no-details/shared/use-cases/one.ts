export type { Value } from '../adapters/memory/two.ts';
