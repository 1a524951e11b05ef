import type { CareEntry } from '../../situation/situation.ts';
import { withChildren } from '../frame.ts';
import { hasEntries, type CarePlace, type CareWanted, type Closing } from './care-wanted.ts';
import { isWithinAges } from './child-age.ts';
import { addsGap, gapsAfterChildcare } from './remaining-gaps.ts';

/** A child with no care: the openings become its care there, with siblings in the same position if there is room. */
export function closesForUnbooked(wanted: CareWanted, child: number, at: CarePlace): Closing | undefined {
  const group = unbookedWithGaps(wanted);
  if (at.care.openings.length === 0) return { open: ['hours-not-known'], placed: group.length };
  const together = group.filter((index) => fitsAge(wanted, index, at));
  const free = at.care.free;
  const allGoThere = together.length === group.length && (free === undefined || free >= group.length);
  if (allGoThere && closesWhenPlaced(wanted, group, at)) return { open: [], placed: group.length };
  if (group.length === 1 || !closesWhenPlaced(wanted, [child], at)) return undefined;
  return { open: ['two-places'], placed: 1 };
}

function unbookedWithGaps({ frame, gaps }: CareWanted): readonly number[] {
  const withGap = new Set(gaps.map((gap) => gap.child));
  return frame.situation.children.flatMap((child, index) =>
    withGap.has(index) && !hasEntries(child) ? [index] : [],
  );
}

function fitsAge({ frame, firstDay }: CareWanted, index: number, at: CarePlace): boolean {
  const child = frame.situation.children[index];
  return child !== undefined && isWithinAges(child, at.care.ages, firstDay, frame.today) !== 'no';
}

/** Section 3 run again with the children there: none of them has a gap left, and nobody else a new one. */
function closesWhenPlaced(wanted: CareWanted, placed: readonly number[], at: CarePlace): boolean {
  const { frame, offer, sessions, gaps } = wanted;
  const entry: CareEntry = { kind: at.care.kind, hours: at.care.openings, place: at.place, holidays: true };
  const after = withChildren(frame, (child, index) =>
    placed.includes(index) ? { ...child, care: [entry] } : child,
  );
  const left = gapsAfterChildcare(after, offer, sessions);
  return left !== undefined && left.every((gap) => !placed.includes(gap.child)) && !addsGap(gaps, left);
}
