import { bookedPlacesFor, countableHours, isBooked } from './booked-places.ts';
import type { BookedPlaces, FoundPlace } from './found-places.ts';
import { isThereAlready, placeForBooked, placeForUnbooked } from './care-search.ts';
import type { CareNear, PlacesByHours, Search } from './search.ts';
import { coveringHours } from './covering-hours.ts';
import { hoursThatDo } from './hours-that-do.ts';
import { bitsIn } from '../days/cells.ts';
import { openingsOf } from './day-openings.ts';
import type { Request } from '../request.ts';
import { rowNumbers } from '../columns/row-numbers.ts';
import type { NearPlace } from './near-places.ts';

/**
 * What new care can do about the gaps of a variant; see `NewCare`. `shut`: the children with care, as bits, for whom no place counts. `found`: what
 * was found for each child, where it was looked for.
 */
export type NewCareAnswer = {
  readonly closesAll: boolean;
  readonly search: Search;
  readonly shut: number;
  readonly found: readonly Found[] | undefined;
};

/** Whether each of some children (bits) has a counting place, with room for all, or, without entries, an open one. */
export function isPlaceable({ search, shut, found }: NewCareAnswer, certain: number): boolean {
  if ((certain & shut) !== 0) return false;
  return hasRoomForAll(
    search,
    (found ?? findAll(search)).filter(
      ({ child, hasOpen }) => (certain & (1 << child)) !== 0 && !(hasOpen && search.unbooked.includes(child)),
    ),
  );
}

/** Whether counting places alone close the gaps of some children (bits). */
export function countingCloses({ search, shut, found }: NewCareAnswer, certain: number): boolean {
  if ((certain & shut) !== 0) return false;
  return hasRoomForAll(
    search,
    (found ?? findAll(search)).filter(({ child }) => (certain & (1 << child)) !== 0),
  );
}

const MOST_PROPOSALS = 3;

/** The places near home, put in order for looking at them. */
export function careNear(request: Pick<Request, 'days' | 'frame'>, near: readonly NearPlace[]): CareNear {
  const hours = [...new Set(near.map((place) => place.hours))].sort((one, other) => one.id - other.id);
  const byHours = hours.map((each): PlacesByHours => {
    const places = near.filter((place) => place.hours === each);
    const withRoom = each.slots.length === 0 ? [] : places.filter(({ freshFree }) => freshFree > 0);
    return { hours: each, places, withRoom };
  });
  const openings = openingsOf(request, hours);
  const withRoom = new Uint32Array(openings.words);
  byHours.forEach((each, at) => {
    if (each.withRoom.length > 0) withRoom[at >> 5] = (withRoom[at >> 5] ?? 0) | (1 << (at & 31));
  });
  return {
    byHours,
    openings,
    withRoom,
    bookedPlaces: { rows: rowNumbers(), known: [], countable: [] },
    covering: coveringHours(openings.words),
    mask: new Uint32Array(openings.words),
    placed: new Map(),
  };
}

/** Places found for one child. `hasOpen`: there is one of which something is not settled. */
export type Found = {
  readonly child: number;
  readonly counting: readonly FoundPlace[];
  readonly hasOpen: boolean;
};

/** Looks for new care for every child with a gap, but where a child with care has no place that counts. */
export function newCareAnswer(search: Search): NewCareAnswer {
  let shut = 0;
  for (let rest = search.withGap; rest !== 0; rest &= rest - 1) {
    const child = 31 - Math.clz32(rest & -rest);
    if (isBooked(search, child) && isShut(search, child)) shut |= 1 << child;
  }
  if (shut !== 0) return { closesAll: false, search, shut, found: undefined };
  const found = findAll(search);
  return { closesAll: found.length > 0 && hasRoomForAll(search, found), search, shut, found };
}

/** Whether no place counts for a child with care. */
export function isShut(search: Search, child: number): boolean {
  const mask = hoursThatDo(search, child);
  const countable = countableHours(search, child);
  for (let word = 0; word < mask.length; word += 1) {
    if (((mask[word] ?? 0) & (countable[word] ?? 0)) !== 0) return false;
  }
  return true;
}

/** Which places come first does not matter here, so the nearest to home do. */
function findAll(search: Search): readonly Found[] {
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
  const { byHours } = search.near;
  const placesAt = bookedPlacesFor(search, looked.child);
  const countable = countableHours(search, looked.child);
  const mask = hoursThatDo(search, looked.child);
  for (let word = 0; word < mask.length; word += 1) {
    for (let rest = (mask[word] ?? 0) & (countable[word] ?? 0); rest !== 0; rest &= rest - 1) {
      const hours = byHours[word * 32 + 31 - Math.clz32(rest & -rest)];
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

/** Whether each child can be given one of its counting places without any place being overfilled. */
function hasRoomForAll({ unbooked }: Search, counting: readonly Found[]): boolean {
  const firstUnbooked = counting.find(({ child }) => unbooked.includes(child));
  const isUnit = (found: Found): boolean => !unbooked.includes(found.child) || found === firstUnbooked;
  if (counting.some((found) => found.counting.length === 0 && isUnit(found))) return false;
  return placeUnits(counting.filter(isUnit), 0, []);
}

/** `taken`: the places of the units before. */
function placeUnits(units: readonly Found[], at: number, taken: FoundPlace[]): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  for (const found of unit.counting) {
    let inUse = found.placed;
    for (const before of taken) if (before.place === found.place) inUse += before.placed;
    if (inUse > found.place.freshFree) continue;
    taken.push(found);
    if (placeUnits(units, at + 1, taken)) return true;
    taken.pop();
  }
  return false;
}
