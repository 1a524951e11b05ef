import type { CareEntry } from '../../situation/situation.ts';
import { withChildren } from '../frame.ts';
import type { Trilean } from '../trilean.ts';
import { freshlyFree, hasEntries, type CarePlace, type CareWanted, type Closing } from './care-wanted.ts';
import { isWithinAges } from './child-age.ts';
import { addsGap, gapsAfterChildcare } from './remaining-gaps.ts';

/**
 * A child with no care: the openings become its care there, with the siblings in the same position if there is room for
 * all; else it goes there alone, and another place is needed for them.
 */
export function closesForUnbooked(wanted: CareWanted, child: number, at: CarePlace): Closing | undefined {
  const group = unbookedWithGaps(wanted);
  const ages = group.map((index) => ageAt(wanted, index, at));
  const free = freshlyFree(wanted.frame, at.care);
  const allMayGoThere = !ages.includes('no') && (free === undefined || free >= group.length);
  const alone: Closing = { open: ['two-places'], placed: 1 };
  const together: Closing = { open: ages.includes('unknown') ? ['age-border'] : [], placed: group.length };
  if (at.care.openings.length === 0) {
    const closing = allMayGoThere ? together : alone;
    return { ...closing, open: [...closing.open, 'hours-not-known'] };
  }
  if (allMayGoThere && closesWhenPlaced(wanted, group, group, at)) return together;
  return group.length > 1 && closesWhenPlaced(wanted, [child], group, at) ? alone : undefined;
}

function unbookedWithGaps({ frame, gaps }: CareWanted): readonly number[] {
  const withGap = new Set(gaps.map((gap) => gap.child));
  return frame.situation.children.flatMap((child, index) =>
    withGap.has(index) && !hasEntries(child) ? [index] : [],
  );
}

function ageAt({ frame, firstDay }: CareWanted, index: number, at: CarePlace): Trilean {
  const child = frame.situation.children[index];
  return child === undefined ? 'no' : isWithinAges(child, at.care.ages, firstDay, frame.today);
}

/** Section 3 run again with some children there: none of them has a gap left, and none outside the group a new one. */
function closesWhenPlaced(
  wanted: CareWanted,
  placed: readonly number[],
  group: readonly number[],
  at: CarePlace,
): boolean {
  const { frame, offer, sessions, gaps } = wanted;
  const entry: CareEntry = { kind: at.care.kind, hours: at.care.openings, place: at.place, holidays: true };
  const after = withChildren(frame, (child, index) =>
    placed.includes(index) ? { ...child, care: [entry] } : child,
  );
  const left = gapsAfterChildcare(after, offer, sessions);
  if (left === undefined || left.some((gap) => placed.includes(gap.child))) return false;
  return !addsGap(
    gaps,
    left.filter((gap) => !group.includes(gap.child)),
  );
}
