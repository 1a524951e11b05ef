import { hasEntries } from '../care/care-wanted.ts';
import type { OfferId } from '../../offer/offer-id.ts';
import { placeFor, type FoundPlace } from './care-search.ts';
import type { CareNear, Search } from './search.ts';
import { bookedMemo, coveringHours } from './booked-cover.ts';
import type { NearPlace } from './near-places.ts';

/** What new care can do about the gaps of a variant; see `NewCare`. */
export type NewCareAnswer = {
  readonly closesAll: boolean;
  /** Whether each of these children has a counting place, with room for all, or, without entries, an open one. */
  readonly isPlaceable: (certain: ReadonlySet<number>) => boolean;
  /** Whether counting places alone close the gaps of these children. */
  readonly countingCloses: (certain: ReadonlySet<number>) => boolean;
};

const MOST_PROPOSALS = 3;

/** The places near home, put in order for looking at them. */
export function careNear(places: readonly NearPlace[]): CareNear {
  const hours = [...new Set(places.map((place) => place.hours))].sort((one, other) => one.id - other.id);
  return {
    places,
    byHours: hours.map((each) => ({
      hours: each,
      places: places.filter((place) => place.hours === each),
    })),
    booked: bookedMemo(hours),
    placed: new Map(),
  };
}

type Found = {
  readonly child: number;
  readonly counting: readonly FoundPlace[];
  readonly hasOpen: boolean;
};

/** Looks for new care for every child with a gap. Which places come first does not matter here, so the nearest to home do. */
export function newCareAnswer(search: Search): NewCareAnswer {
  const children = childrenWithGap(search);
  const enough = Math.max(MOST_PROPOSALS, children.length);
  const found = children.map((child) => lookFor(search, child, enough));
  const isOpenEnough = ({ child, hasOpen }: Found): boolean => {
    const stated = search.family.situation.children[child];
    return hasOpen && stated !== undefined && !hasEntries(stated);
  };
  return {
    closesAll: found.length > 0 && hasRoomForAll(search, found),
    isPlaceable: (certain) =>
      hasRoomForAll(
        search,
        found.filter((each) => certain.has(each.child) && !isOpenEnough(each)),
      ),
    countingCloses: (certain) =>
      hasRoomForAll(
        search,
        found.filter(({ child }) => certain.has(child)),
      ),
  };
}

/** The children with a gap, ascending. */
function childrenWithGap({ gaps }: Search): readonly number[] {
  return [...new Set(gaps.map(({ need }) => need.child))].sort((one, other) => one - other);
}

/** The first places that count, as many as are wanted; open ones matter only where fewer than three count. */
function lookFor(search: Search, child: number, enough: number): Found {
  const counting: FoundPlace[] = [];
  let hasOpen = false;
  const doing = hoursThatDo(search, child);
  for (const { hours, places } of search.near.byHours) {
    const may = doing === undefined || hours.slots.length === 0;
    if (!may && ((doing[hours.id >> 5] ?? 0) & (1 << (hours.id & 31))) === 0) continue;
    for (const place of places) {
      if (hasOpen && !mayCount(search, place)) continue;
      const found = placeFor(search, child, place);
      if (found === undefined) continue;
      if (!found.counts) hasOpen = true;
      else if (counting.push(found) >= enough) return { child, counting, hasOpen: false };
    }
  }
  return { child, counting, hasOpen: hasOpen && counting.length < MOST_PROPOSALS };
}

/** The hours that cover the gaps of a child that has care, as bits; for one that has none each place answers for itself. */
function hoursThatDo({ request, near, family, gaps }: Search, child: number): Uint32Array | undefined {
  const stated = family.situation.children[child];
  if (stated === undefined || !hasEntries(stated)) return undefined;
  let all: Uint32Array | undefined;
  for (const gap of gaps) {
    if (gap.need.child !== child) continue;
    const covering = coveringHours(request, near.booked, gap);
    all = all?.map((word, at) => word & (covering[at] ?? 0)) ?? covering;
  }
  return all;
}

/** Whether a place could count at all; otherwise it matters only if none open has been found yet. */
function mayCount({ isTooLate }: Search, { freshFree, hours }: NearPlace): boolean {
  return !isTooLate && freshFree > 0 && hours.slots.length > 0;
}

/** Whether each child can be given one of its counting places without any place being overfilled. */
function hasRoomForAll({ family }: Search, counting: readonly Found[]): boolean {
  const isUnbooked = ({ child }: Found): boolean => {
    const stated = family.situation.children[child];
    return stated !== undefined && !hasEntries(stated);
  };
  const firstUnbooked = counting.find(isUnbooked);
  const units = counting.filter((found) => !isUnbooked(found) || found === firstUnbooked);
  return placeUnits(units, 0, new Map());
}

function placeUnits(units: readonly Found[], at: number, taken: ReadonlyMap<OfferId, number>): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  return unit.counting.some(({ place, placed }) => {
    const inUse = (taken.get(place.offer) ?? 0) + placed;
    return inUse <= place.freshFree && placeUnits(units, at + 1, new Map(taken).set(place.offer, inUse));
  });
}
