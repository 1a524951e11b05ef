export type { Value } from '../contract/two.ts';
