import { hasEntries } from '../care/care-wanted.ts';
import type { OfferId } from '../../offer/offer-id.ts';
import { placeFor, type FoundPlace } from './care-search.ts';
import type { CareNear, PlacesByHours, Search } from './search.ts';
import { bookedMemo, coveringHours } from './booked-cover.ts';
import { bitsIn } from './cells.ts';
import { openingsOf } from './day-openings.ts';
import type { Request } from './request.ts';
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
  return { byHours, booked: bookedMemo(openingsOf(request, hours)), placed: new Map() };
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
  const counting: FoundPlace[] = [];
  let hasOpen = false;
  const doing = hoursThatDo(search, child);
  for (const { hours, places, withRoom } of search.near.byHours) {
    const may = doing === undefined || hours.slots.length === 0;
    if (!may && ((doing[hours.id >> 5] ?? 0) & (1 << (hours.id & 31))) === 0) continue;
    const worth = hasOpen ? (search.isTooLate ? NO_PLACES : withRoom) : places;
    for (const place of worth) {
      if (hasOpen && !mayCount(search, place)) continue;
      const found = placeFor(search, child, place);
      if (found === undefined) continue;
      if (!found.counts) hasOpen = true;
      else if (counting.push(found) >= enough) return { child, counting, hasOpen: false };
    }
  }
  return { child, counting, hasOpen: hasOpen && counting.length < MOST_PROPOSALS };
}

const NO_PLACES: readonly NearPlace[] = [];

/** The hours that cover the gaps of a child that has care, as bits; for one that has none each place answers for itself. */
function hoursThatDo({ request, near, family, gaps }: Search, child: number): readonly number[] | undefined {
  const stated = family.situation.children[child];
  if (stated === undefined || !hasEntries(stated)) return undefined;
  const { openings, masks } = near.booked;
  const all: number[] = [];
  for (const gap of gaps) {
    if (gap.need.child !== child) continue;
    const begin = coveringHours(request, near.booked, gap);
    for (let at = 0; at < openings.words; at += 1) all[at] = (all[at] ?? -1) & (masks[begin + at] ?? 0);
  }
  return all;
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
