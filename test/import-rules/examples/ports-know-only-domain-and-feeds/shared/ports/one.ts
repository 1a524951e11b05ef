export type { Value } from '../use-cases/two.ts';
