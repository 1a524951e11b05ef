export type { Value } from '../ports/two.ts';
