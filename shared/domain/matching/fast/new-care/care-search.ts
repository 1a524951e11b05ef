import { CARE_OPENS, type CareOpen } from '../../match-result.ts';
import type { FoundPlace } from './found-places.ts';
import type { NearPlace } from './near-places.ts';
import { closesWhenPlaced } from './placed-children.ts';
import { ageAt, type Search } from './search.ts';
import { HOME } from '../ways/surroundings.ts';

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
  const isBrought = place.fetches || isThere || search.family.situation.children[child]?.goesAlone === true;
  const open = (isBrought ? 0 : OPEN.whoBrings) | (areHoursKnown(place) ? 0 : OPEN.hoursNotKnown);
  return foundAt(search, child, place, { open, placed: 1 });
}

/** The same for a child without care. */
export function placeForUnbooked(search: Search, child: number, place: NearPlace): FoundPlace | undefined {
  if (ageAt(search, child, place) === 'no') return undefined;
  const closing = closesForUnbooked(search, child, place);
  return closing === undefined ? undefined : foundAt(search, child, place, closing);
}

/** How many children a place would take, and what of it is not settled, as bits; see `FoundPlace`. */
type Closing = { readonly open: number; readonly placed: number };

/** The bit of each reason why a place does not count yet. */
const OPEN = {
  ageBorder: bitOf('age-border'),
  hoursNotKnown: bitOf('hours-not-known'),
  twoPlaces: bitOf('two-places'),
  whoBrings: bitOf('who-brings'),
  placeNotKnown: bitOf('place-not-known'),
  tooLate: bitOf('too-late'),
} as const;

function bitOf(reason: CareOpen): number {
  return 1 << CARE_OPENS.indexOf(reason);
}

function foundAt(search: Search, child: number, place: NearPlace, closing: Closing): FoundPlace | undefined {
  const age = ageAt(search, child, place);
  const { freshFree } = place;
  const { placed } = closing;
  if (age === 'no' || (freshFree >= 0 && freshFree < placed)) return undefined;
  const open =
    closing.open |
    (age === 'unknown' ? OPEN.ageBorder : 0) |
    (freshFree < 0 ? OPEN.placeNotKnown : 0) |
    (search.isTooLate ? OPEN.tooLate : 0);
  return { place, counts: open === 0, open, placed };
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
  const alone: Closing = { open: OPEN.twoPlaces, placed: 1 };
  const together: Closing = {
    open: ages.includes('unknown') ? OPEN.ageBorder : 0,
    placed: unbooked.length,
  };
  if (!areHoursKnown(place)) {
    const { open, placed } = allMayGoThere ? together : alone;
    return { open: open | OPEN.hoursNotKnown, placed };
  }
  if (allMayGoThere && closesWhenPlaced(search, unbooked, place)) return together;
  return unbooked.length > 1 && closesWhenPlaced(search, [child], place) ? alone : undefined;
}

function areHoursKnown({ hours }: NearPlace): boolean {
  return hours.slots.length > 0;
}
