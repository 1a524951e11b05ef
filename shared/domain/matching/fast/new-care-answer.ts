import type { OfferId } from '../../offer/offer-id.ts';
import { bookedPlacesFor, isBooked } from './booked-places.ts';
import type { BookedPlaces, FoundPlace } from './found-places.ts';
import { isThereAlready, placeForBooked, placeForUnbooked } from './care-search.ts';
import type { CareNear, PlacesByHours, Search } from './search.ts';
import { keepCovering } from './booked-cover.ts';
import { bitsIn } from './cells.ts';
import { CELLS_PER_DAY } from './spans.ts';
import { openingsOf } from './day-openings.ts';
import type { Request } from './request.ts';
import { rowNumbers } from './row-numbers.ts';
import type { NearPlace } from './near-places.ts';

/** What new care can do about the gaps of a variant; see `NewCare`. */
export type NewCareAnswer = {
  readonly closesAll: boolean;
  readonly search: Search;
  readonly found: readonly Found[];
};

/** Whether each of some children (bits) has a counting place, with room for all, or, without entries, an open one. */
export function isPlaceable({ search, found }: NewCareAnswer, certain: number): boolean {
  return hasRoomForAll(
    search,
    found.filter(
      ({ child, hasOpen }) => (certain & (1 << child)) !== 0 && !(hasOpen && search.unbooked.includes(child)),
    ),
  );
}

/** Whether counting places alone close the gaps of some children (bits). */
export function countingCloses({ search, found }: NewCareAnswer, certain: number): boolean {
  return hasRoomForAll(
    search,
    found.filter(({ child }) => (certain & (1 << child)) !== 0),
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
    unknownHours: byHours.filter((each) => each.hours.slots.length === 0),
    bookedPlaces: { rows: rowNumbers(), known: [] },
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

/** Looks for new care for every child with a gap. Which places come first does not matter here, so the nearest to home do. */
export function newCareAnswer(search: Search): NewCareAnswer {
  const found: Found[] = [];
  const enough = Math.max(MOST_PROPOSALS, bitsIn(search.withGap));
  for (let rest = search.withGap; rest !== 0; rest &= rest - 1) {
    found.push(lookFor(search, 31 - Math.clz32(rest & -rest), enough));
  }
  return { closesAll: found.length > 0 && hasRoomForAll(search, found), search, found };
}

/** The first places that count, as many as are wanted; open ones matter only where fewer than three count. */
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
  const { byHours, unknownHours } = search.near;
  const placesAt = bookedPlacesFor(search, looked.child);
  const mask = hoursThatDo(search, looked.child);
  for (let word = 0; word < mask.length; word += 1) {
    for (let rest = mask[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const hours = byHours[word * 32 + 31 - Math.clz32(rest & -rest)];
      if (hours !== undefined) addBooked(search, looked, placesAt(hours));
      if (looked.counting.length >= looked.enough) return;
    }
  }
  for (const hours of unknownHours) addBooked(search, looked, placesAt(hours));
}

function addBooked(search: Search, looked: Looked, { counting, hasOpen, onTheWay }: BookedPlaces): void {
  if (hasOpen) looked.hasOpen = true;
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

/** The hours that cover the gaps of a child that has care, as bits; for one that has none each place answers for itself. */
function hoursThatDo(search: Search, child: number): Uint32Array {
  const { request, near, family, care, gaps } = search;
  const { openings, mask } = near;
  mask.fill(-1);
  for (let row = 0; row < gaps.count; row += 1) {
    if (gaps.child[row] !== child || isSeen(search, row)) continue;
    keepCovering(request, openings, family, care, gaps, row, mask);
    if (isEmpty(mask)) break;
  }
  return mask;
}

function isEmpty(mask: Uint32Array): boolean {
  for (const word of mask) if (word !== 0) return false;
  return true;
}

/** Whether what covers an earlier gap of the child covers this one, as on several weekdays with the same hours. */
function isSeen({ near: { openings }, firstAlike, care, gaps }: Search, row: number): boolean {
  const session = gaps.session[row] ?? 0;
  const first = firstAlike[session] ?? session;
  // Childcare of the course may have closed the gap of the first.
  if (first === session || care.childcare !== undefined) return false;
  if ((gaps.from[row] ?? 0) < 0 || (gaps.to[row] ?? 0) > CELLS_PER_DAY) return false;
  const dayOf = (at: number): number => care.sessions[at]?.day ?? 0;
  return openings.patternOf(dayOf(first)) === openings.patternOf(dayOf(session));
}

/** Whether a place could count at all; otherwise it matters only if none open has been found yet. */
function mayCount({ isTooLate }: Search, { freshFree, hours }: NearPlace): boolean {
  return !isTooLate && freshFree > 0 && hours.slots.length > 0;
}

/** Whether each child can be given one of its counting places without any place being overfilled. */
function hasRoomForAll({ unbooked }: Search, counting: readonly Found[]): boolean {
  const firstUnbooked = counting.find(({ child }) => unbooked.includes(child));
  const isUnit = (found: Found): boolean => !unbooked.includes(found.child) || found === firstUnbooked;
  if (counting.some((found) => found.counting.length === 0 && isUnit(found))) return false;
  return placeUnits(counting.filter(isUnit), 0, new Map());
}

function placeUnits(units: readonly Found[], at: number, taken: ReadonlyMap<OfferId, number>): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  return unit.counting.some(({ place, placed }) => {
    const inUse = (taken.get(place.offer) ?? 0) + placed;
    return inUse <= place.freshFree && placeUnits(units, at + 1, new Map(taken).set(place.offer, inUse));
  });
}
