import { bitsIn } from '../days/cells.ts';
import { bookedPlacesFor, isBooked } from './booked-places.ts';
import { isThereAlready, placeForBooked, placeForUnbooked } from './care-search.ts';
import type { BookedPlaces, FoundPlace } from './found-places.ts';
import { hoursThatCount } from './hours-that-do.ts';
import type { NearPlace } from './near-places.ts';
import type { Search } from './search.ts';

/** Places found for one child. `hasOpen`: there is one of which something is not settled. */
export type Found = {
  readonly child: number;
  readonly counting: readonly FoundPlace[];
  readonly hasOpen: boolean;
};

const MOST_PROPOSALS = 3;

/** What is found for all children with a gap. Which places come first does not matter here, so the nearest to home do. */
export function findAll(search: Search): readonly Found[] {
  const found: Found[] = [];
  const enough = Math.max(MOST_PROPOSALS, bitsIn(search.withGap));
  for (let rest = search.withGap; rest !== 0; rest &= rest - 1) {
    found.push(lookFor(search, 31 - Math.clz32(rest & -rest), enough));
  }
  return found;
}

/** The first places that count, as many as are wanted; open ones matter only where fewer than three count, and for children without care. */
function lookFor(search: Search, child: number, enough: number): Found {
  const looked: Looked = { child, enough, counting: [], hasOpen: false };
  if (isBooked(search, child)) lookForBooked(search, looked);
  else lookForUnbooked(search, looked);
  const { counting, hasOpen } = looked;
  return { child, counting, hasOpen: hasOpen && counting.length < MOST_PROPOSALS };
}

/** What was found so far, up to `enough` that count. */
type Looked = {
  readonly child: number;
  readonly enough: number;
  readonly counting: FoundPlace[];
  hasOpen: boolean;
};

function lookForBooked(search: Search, looked: Looked): void {
  const placesAt = bookedPlacesFor(search, looked.child);
  const mask = hoursThatCount(search, looked.child);
  for (let word = 0; word < mask.length; word += 1) {
    for (let rest = mask[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const hours = search.near.byHours[word * 32 + 31 - Math.clz32(rest & -rest)];
      if (hours !== undefined) addBooked(search, looked, placesAt(hours));
      if (looked.counting.length >= looked.enough) return;
    }
  }
}

function addBooked(search: Search, looked: Looked, { counting, onTheWay }: BookedPlaces): void {
  for (const found of counting) {
    if (looked.counting.length >= looked.enough) return;
    looked.counting.push(found);
  }
  for (const place of onTheWay) {
    const isThere = isThereAlready(search, looked.child, place);
    add(looked, placeForBooked(search, looked.child, place, isThere));
  }
}

function lookForUnbooked(search: Search, looked: Looked): void {
  for (const { places, withRoom } of search.near.byHours) {
    const worth = looked.hasOpen ? (search.isTooLate ? NO_PLACES : withRoom) : places;
    for (const place of worth) {
      if (looked.hasOpen && !mayCount(search, place)) continue;
      add(looked, placeForUnbooked(search, looked.child, place));
      if (looked.counting.length >= looked.enough) return;
    }
  }
}

function add(looked: Looked, found: FoundPlace | undefined): void {
  if (found === undefined) return;
  if (found.counts) looked.counting.push(found);
  else looked.hasOpen = true;
}

const NO_PLACES: readonly NearPlace[] = [];

/** Whether a place could count at all; otherwise it matters only if none open has been found yet. */
function mayCount({ isTooLate }: Search, { freshFree, hours }: NearPlace): boolean {
  return !isTooLate && freshFree > 0 && hours.slots.length > 0;
}
