import fc from 'fast-check';
import { frameOf } from '../../shared/domain/matching/frame.ts';
import { placeOfChild } from '../../shared/domain/matching/care/presence.ts';
import { variantsOf } from '../../shared/domain/matching/variants.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { CareEntry, Situation } from '../../shared/domain/situation/situation.ts';
import type { Slot } from '../../shared/domain/time/slot.ts';

/** Which slot of which entry of which child begins earlier or ends later; numbers are taken modulo what there is. */
export type MoreHours = {
  readonly child: number;
  readonly entry: number;
  readonly slot: number;
  readonly minutes: number;
  readonly later: boolean;
};

/** Any such change, 15 minutes to 4 hours. */
export const anyMoreHours: fc.Arbitrary<MoreHours> = fc.record({
  child: fc.nat(2),
  entry: fc.nat(2),
  slot: fc.nat(1),
  minutes: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters * 15),
  later: fc.boolean(),
});

/** The same request with more hours, and the entry that has them; `undefined` where the child has no entry. */
export function withMoreHours(
  input: MatchingInput,
  more: MoreHours,
): { readonly input: MatchingInput; readonly entry: CareEntry } | undefined {
  const { children } = input.situation;
  const childIndex = more.child % children.length;
  const entries = children[childIndex]?.care ?? [];
  const entry = entries[more.entry % Math.max(1, entries.length)];
  if (entry === undefined) return undefined;
  const slotIndex = more.slot % entry.hours.length;
  const longer = {
    ...entry,
    hours: entry.hours.map((slot, index) => (index === slotIndex ? widened(slot, more) : slot)),
  };
  const situation: Situation = {
    ...input.situation,
    children: children.map((child, index) =>
      index === childIndex
        ? { ...child, care: entries.map((each) => (each === entry ? longer : each)) }
        : child,
    ),
  };
  return { input: { ...input, situation }, entry };
}

function widened(slot: Slot, { minutes, later }: MoreHours): Slot {
  return later ? { ...slot, to: slot.to + minutes } : { ...slot, from: Math.max(0, slot.from - minutes) };
}

/** Whether every child is at the same place during every session of every offer as before. */
export function keepsPlaces(before: MatchingInput, after: MatchingInput): boolean {
  const [old, now] = [before, after].map(({ situation, region, today }) => frameOf(situation, region, today));
  if (old === undefined || now === undefined) return false;
  return before.offers.every((offer) =>
    variantsOf(old, offer).every(({ sessions }) =>
      sessions.every((session) =>
        old.situation.children.every((child, index) => {
          const same = now.situation.children[index];
          return same !== undefined && placeOfChild(old, child, session) === placeOfChild(now, same, session);
        }),
      ),
    ),
  );
}
