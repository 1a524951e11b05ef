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

/** Adds the bits of one mask to another. */
export function addMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) | (other[word] ?? 0);
}

/** Leaves in a mask the bits of another alone. */
export function keepMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) & (other[word] ?? 0);
}

/** Takes the bits of one mask out of another. */
export function takeOutMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) & ~(other[word] ?? 0);
}

/** A mask with the bits of so many places. */
export function maskOfAll(count: number): Uint32Array {
  const mask = new Uint32Array((count + 31) >> 5);
  for (let at = 0; at < count; at += 1) setBit(mask, at);
  return mask;
}

/** Whether the bit of a place is in a mask. */
export function isSet(mask: Uint32Array, at: number): boolean {
  return ((mask[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Adds the bit of a place to a mask. */
export function setBit(mask: Uint32Array, at: number): void {
  mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
}
