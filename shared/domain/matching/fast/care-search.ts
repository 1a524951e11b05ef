import type { CareOpen } from '../match-result.ts';
import type { FoundPlace } from './found-places.ts';
import type { NearPlace } from './near-places.ts';
import { closesWhenPlaced } from './placed-children.ts';
import { ageAt, type Search } from './search.ts';
import { HOME } from './surroundings.ts';

/**
 * Whether a place would close the gaps of one child that has care by section 4; `undefined` when it would not. Only places are asked whose
 * hours cover its gaps or are not known. `isThere`: the child is there already.
 */
export function placeForBooked(
  search: Search,
  child: number,
  place: NearPlace,
  isThere: boolean,
): FoundPlace | undefined {
  const isSolved = place.fetches || isThere || search.family.situation.children[child]?.goesAlone === true;
  const areHoursKnown = place.hours.slots.length > 0;
  const open: readonly CareOpen[] = [
    ...(areHoursKnown ? [] : (['hours-not-known'] as const)),
    ...(isSolved ? [] : (['who-brings'] as const)),
  ];
  return foundAt(search, child, place, { open, placed: 1 });
}

/** The same for a child without care. */
export function placeForUnbooked(search: Search, child: number, place: NearPlace): FoundPlace | undefined {
  if (ageAt(search, child, place) === 'no') return undefined;
  const closing = closesForUnbooked(search, child, place);
  return closing === undefined ? undefined : foundAt(search, child, place, closing);
}

type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

function foundAt(
  search: Search,
  child: number,
  place: NearPlace,
  { open, placed }: Closing,
): FoundPlace | undefined {
  const age = ageAt(search, child, place);
  const { freshFree } = place;
  if (age === 'no' || (freshFree >= 0 && freshFree < placed)) return undefined;
  const isOpen = open.length > 0 || age === 'unknown' || freshFree < 0 || search.isTooLate;
  return { place, counts: !isOpen, placed };
}

/** Whether a child with gaps is at a place during all of them. */
export function isThereAlready(
  { request: { surroundings }, gaps }: Search,
  child: number,
  place: NearPlace,
): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    if (gaps.child[row] === child && surroundings.way(gaps.at[row] ?? HOME, place.number()) !== 0)
      return false;
  }
  return true;
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
