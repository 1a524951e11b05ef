import { hasEntries } from '../care/care-wanted.ts';
import { CARE_OPENS, type CareOpen } from '../match-result.ts';
import { coversForBooked } from './booked-cover.ts';
import type { NearPlace } from './near-places.ts';
import { closesWhenPlaced } from './placed-children.ts';
import { ageAt, type Search } from './search.ts';

/** A place that would close a child's gaps once what is open is settled; see `CareCandidate`. */
export type FoundPlace = {
  readonly place: NearPlace;
  readonly open: readonly CareOpen[];
  readonly counts: boolean;
  readonly placed: number;
};

/** Whether a place would close the gaps of one child by section 4; `undefined` when it would not. */
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
  const found = new Set<CareOpen>(closing.open);
  if (age === 'unknown') found.add('age-border');
  if (freshFree < 0) found.add('place-not-known');
  if (search.isTooLate) found.add('too-late');
  const open = CARE_OPENS.filter((each) => found.has(each));
  return { place, open, counts: open.length === 0, placed: closing.placed };
}

type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

function closesForBooked(search: Search, child: number, place: NearPlace): Closing | undefined {
  const { family, gaps, request, near } = search;
  const ofChild = gaps.filter(({ need }) => need.child === child);
  const goesAlone = family.situation.children[child]?.goesAlone === true;
  const isSolved =
    place.fetches ||
    goesAlone ||
    ofChild.every(({ need }) => request.surroundings.way(need.at, place.number()) === 0);
  const whoBrings: readonly CareOpen[] = isSolved ? [] : ['who-brings'];
  if (place.hours.slots.length === 0) return { open: ['hours-not-known', ...whoBrings], placed: 1 };
  const covers = ofChild.every((gap) => coversForBooked(request, near.booked, gap, place.hours));
  return covers ? { open: whoBrings, placed: 1 } : undefined;
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
