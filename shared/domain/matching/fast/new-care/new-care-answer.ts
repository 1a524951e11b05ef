import { isEmpty } from '../columns/bit-masks.ts';
import { bitsIn } from '../days/cells.ts';
import { bookedPlacesFor, isBooked } from './booked-places.ts';
import { findAll, type Found } from './find-places.ts';
import { hoursThatCount } from './hours-that-do.ts';
import type { NearPlace } from './near-places.ts';
import { hasRoomForAll } from './room-for-all.ts';
import type { Search } from './search.ts';

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

/** Looks for new care for every child with a gap, but where a child with care has no place that counts. */
export function newCareAnswer(search: Search): NewCareAnswer {
  const firsts: NearPlace[] = [];
  let shut = 0;
  for (let rest = search.withGap; rest !== 0; rest &= rest - 1) {
    const child = 31 - Math.clz32(rest & -rest);
    if (!isBooked(search, child)) continue;
    const hours = hoursThatCount(search, child);
    if (isEmpty(hours)) shut |= 1 << child;
    const first = shut === 0 ? firstAt(search, child, hours) : undefined;
    if (first !== undefined && hasRoomBeside(firsts, first)) firsts.push(first);
  }
  if (shut !== 0) return { closesAll: false, search, shut, found: undefined };
  // Mostly the first places have room for all children, so that there is nothing to choose.
  if (firsts.length === bitsIn(search.withGap)) return { closesAll: true, search, shut, found: undefined };
  const found = findAll(search);
  return { closesAll: found.length > 0 && hasRoomForAll(search, found), search, shut, found };
}

/** The first place that counts for a child with care, at some hours as bits; `undefined` where it hangs on the gaps which counts. */
function firstAt(search: Search, child: number, hours: Uint32Array): NearPlace | undefined {
  const placesAt = bookedPlacesFor(search, child);
  for (let word = 0; word < hours.length; word += 1) {
    for (let rest = hours[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const at = search.near.byHours[word * 32 + 31 - Math.clz32(rest & -rest)];
      const first = at === undefined ? undefined : placesAt(at).counting[0];
      if (first !== undefined) return first.place;
    }
  }
  return undefined;
}

/** Whether a place has room for one child more than those that go there already. */
function hasRoomBeside(taken: readonly NearPlace[], place: NearPlace): boolean {
  let children = 1;
  for (const other of taken) if (other === place) children += 1;
  return children <= place.freshFree;
}

/** Whether no place counts for a child with care. */
export function isShut(search: Search, child: number): boolean {
  return isEmpty(hoursThatCount(search, child));
}
