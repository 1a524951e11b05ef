import { hasEntries } from '../care/care-wanted.ts';
import type { CareOpen } from '../match-result.ts';
import type { NearPlace } from './near-places.ts';
import { closesWhenPlaced } from './placed-children.ts';
import { ageAt, type Search } from './search.ts';

/** A place that would close a child's gaps once what is open is settled; it counts when nothing is. See `CareCandidate`. */
export type FoundPlace = {
  readonly place: NearPlace;
  readonly counts: boolean;
  readonly placed: number;
};

/**
 * Whether a place would close the gaps of one child by section 4; `undefined` when it would not. For a child that has care, only
 * places are asked whose hours cover its gaps or are not known.
 */
export function placeFor(search: Search, child: number, place: NearPlace): FoundPlace | undefined {
  const age = ageAt(search, child, place);
  if (age === 'no') return undefined;
  const stated = search.family.situation.children[child];
  if (stated === undefined) return undefined;
  const closing = hasEntries(stated)
    ? closesForBooked(search, child, place)
    : closesForUnbooked(search, child, place);
  if (closing === undefined) return undefined;
  const { freshFree } = place;
  if (freshFree >= 0 && freshFree < closing.placed) return undefined;
  const isOpen = closing.open.length > 0 || age === 'unknown' || freshFree < 0 || search.isTooLate;
  return { place, counts: !isOpen, placed: closing.placed };
}

type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

const SOLVED: Closing = { open: [], placed: 1 };
const WHO_BRINGS: Closing = { open: ['who-brings'], placed: 1 };
const HOURS_NOT_KNOWN: Closing = { open: ['hours-not-known'], placed: 1 };
const NEITHER_KNOWN: Closing = { open: ['hours-not-known', 'who-brings'], placed: 1 };

function closesForBooked(search: Search, child: number, place: NearPlace): Closing {
  const { family, gaps, request } = search;
  const isSolved =
    place.fetches ||
    family.situation.children[child]?.goesAlone === true ||
    gaps.every(({ need }) => need.child !== child || request.surroundings.way(need.at, place.number()) === 0);
  const areHoursKnown = place.hours.slots.length > 0;
  if (isSolved) return areHoursKnown ? SOLVED : HOURS_NOT_KNOWN;
  return areHoursKnown ? WHO_BRINGS : NEITHER_KNOWN;
}

function closesForUnbooked(search: Search, child: number, place: NearPlace): Closing | undefined {
  const { unbooked } = search;
  const ages = unbooked.map((index) => ageAt(search, index, place));
  const allMayGoThere = !ages.includes('no') && (place.freshFree < 0 || place.freshFree >= unbooked.length);
  const alone: Closing = { open: ['two-places'], placed: 1 };
  const together: Closing = { open: ages.includes('unknown') ? ['age-border'] : [], placed: unbooked.length };
  if (place.hours.slots.length === 0) {
    const closing = allMayGoThere ? together : alone;
    return { ...closing, open: [...closing.open, 'hours-not-known'] };
  }
  if (allMayGoThere && closesWhenPlaced(search, unbooked, place)) return together;
  return unbooked.length > 1 && closesWhenPlaced(search, [child], place) ? alone : undefined;
}
