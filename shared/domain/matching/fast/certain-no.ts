import { CRITERIA } from '../match-result.ts';
import { bitOf } from './answer.ts';
import type { Noted } from './noted.ts';

/** An offer that is certain to be a no whose first unmet criterion is that of this bit. */
export type CertainNo = { readonly noBy: number };

/** The bit of the first unmet criterion of a variant that is certain to be a no; else 0. */
export function noByOf({ unmet, near }: Pick<Noted, 'unmet' | 'near'>): number {
  return unmet === 0 || isNearMiss(unmet, near) ? 0 : unmet & -unmet;
}

/** Whether just one criterion is unmet, and that by a near miss. Bits as in `CRITERIA`. */
export function isNearMiss(unmet: number, near: number): boolean {
  return (unmet & (unmet - 1)) === 0 && unmet === near;
}

const CERTAIN_NOES: readonly CertainNo[] = CRITERIA.map((criterion) => ({ noBy: bitOf(criterion) }));

/** The no by the criterion of a bit. */
export function certainlyNo(noBy: number): CertainNo {
  return CERTAIN_NOES[31 - Math.clz32(noBy)] ?? { noBy };
}
