import { setBit } from '../columns/bit-masks.ts';
import type { CareTerms } from '../care/care-terms.ts';
import type { TriedChange } from './tried-change.ts';

/** Which of the changes that are tried leave something of a class of days as it is, as bits by their places; each worked out once. */
export type TrialMasks = {
  readonly words: number;
  /** Those after which the same children have care as before. */
  readonly keepsBooked: Uint32Array;
  /** All care, while schools are closed too; see `CareTerms.leavesDay`. */
  readonly asIs: (day: number) => Uint32Array;
  /** What one child needs and how it is covered; see `TriedChange.isSameFor`. */
  readonly sameFor: (day: number, child: number, isOnlyTour: boolean) => Uint32Array;
  /** One child's care. */
  readonly unchangedFor: (day: number, child: number) => Uint32Array;
};

/** The masks of the changes of a request; `trials`: the terms after each of them. */
export function trialMasks(trials: readonly CareTerms[]): TrialMasks {
  const words = (trials.length + 31) >> 5;
  const asIs: (Uint32Array | undefined)[] = [];
  const same: (Uint32Array | undefined)[][] = [];
  const unchanged: (Uint32Array | undefined)[][] = [];

  function maskOf(isIn: (trial: CareTerms) => boolean): Uint32Array {
    const mask = new Uint32Array(words);
    trials.forEach((trial, at) => {
      if (isIn(trial)) setBit(mask, at);
    });
    return mask;
  }
  const maskOfTried = (isIn: (tried: TriedChange) => boolean): Uint32Array =>
    maskOf(({ tried }) => tried !== undefined && isIn(tried));

  return {
    words,
    keepsBooked: maskOfTried((tried) => tried.keepsBooked),
    asIs: (day) => (asIs[day] ??= maskOf(({ leavesDay }) => leavesDay(day))),
    sameFor(day, child, isOnlyTour) {
      const ofChild = (same[child * 2 + Number(isOnlyTour)] ??= []);
      return (ofChild[day] ??= maskOfTried((tried) => tried.isSameFor(day, child, isOnlyTour)));
    },
    unchangedFor(day, child) {
      const ofChild = (unchanged[child] ??= []);
      return (ofChild[day] ??= maskOfTried(({ unchangedOn }) => (unchangedOn(day) & (1 << child)) !== 0));
    },
  };
}
