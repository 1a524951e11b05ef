export type { Value } from '../feeds/two.ts';
