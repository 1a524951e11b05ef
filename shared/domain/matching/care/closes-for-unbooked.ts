import type { CareEntry } from '../../situation/situation.ts';
import { withChildren, type Frame } from '../frame.ts';
import type { PlacedSession } from '../variants.ts';
import type { Trilean } from '../trilean.ts';
import { freshlyFree, hasEntries, type CarePlace, type CareWanted, type Closing } from './care-wanted.ts';
import { isWithinAges } from './child-age.ts';
import { addsGap, gapsAfterChildcare, type RemainingGap } from './remaining-gaps.ts';

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

/**
 * Section 3 run again with some children there: none of them has a gap left, and none outside the group a new one. Without
 * childcare of the course each session answers for itself, and the first that says no ends it.
 */
function closesWhenPlaced(
  wanted: CareWanted,
  placed: readonly number[],
  group: readonly number[],
  at: CarePlace,
): boolean {
  const { offer, sessions, gaps } = wanted;
  const after = frameWithPlaced(wanted, placed, at);
  const closes = (some: readonly PlacedSession[], gapsBefore: () => readonly RemainingGap[]): boolean => {
    const left = gapsAfterChildcare(after, offer, some);
    if (left === undefined || left.some((gap) => placed.includes(gap.child))) return false;
    const others = left.filter((gap) => !group.includes(gap.child));
    return others.length === 0 || !addsGap(gapsBefore(), others);
  };
  if (offer.childcare !== undefined) return closes(sessions, () => gaps);
  return sessions.every((session) =>
    closes([session], () => gaps.filter((gap) => Math.abs(gap.session.date - session.date) <= 1)),
  );
}

/** The request with these children at that place; the same for all offers of a request, so it is kept. */
function frameWithPlaced({ frame }: CareWanted, placed: readonly number[], at: CarePlace): Frame {
  const key = `${at.offer.id} ${placed.join(' ')}`;
  const known = frame.knownPlacements.get(key);
  if (known !== undefined) return known;
  const entry: CareEntry = { kind: at.care.kind, hours: at.care.openings, place: at.place, holidays: true };
  const after = withChildren(frame, (child, index) =>
    placed.includes(index) ? { ...child, care: [entry] } : child,
  );
  frame.knownPlacements.set(key, after);
  return after;
}
