import { setBit } from '../columns/bit-masks.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import { placeForBooked } from './care-search.ts';
import type { BookedPlaces, FoundPlace } from './found-places.ts';
import type { NearPlace } from './near-places.ts';
import { START } from '../columns/row-numbers.ts';
import type { PlacesByHours, Search } from './search.ts';

/** Whether a child has care, so that new care has only to cover what it leaves. */
export function isBooked({ family }: Search, child: number): boolean {
  return (family.booked & (1 << child)) !== 0;
}

/** Finds the places with some hours, each worked out once for a child of one age. */
export function bookedPlacesFor(search: Search, child: number): (hours: PlacesByHours) => BookedPlaces {
  const byHours = (search.near.bookedPlaces.known[rowOf(search, child)] ??= []);
  return (hours) => (byHours[hours.hours.id] ??= workOut(search, child, hours));
}

/** The hours at which some place counts for a child that has care, or may count where somebody of the family is anyway, as bits. */
export function countableHours(search: Search, child: number): Uint32Array {
  return (search.near.bookedPlaces.countable[rowOf(search, child)] ??= workOutCountable(search, child));
}

function workOutCountable(search: Search, child: number): Uint32Array {
  const countable = new Uint32Array(search.near.openings.words);
  const placesAt = bookedPlacesFor(search, child);
  search.near.byHours.forEach((hours, at) => {
    if (search.isTooLate || hours.withRoom.length === 0) return;
    const { counting, onTheWay } = placesAt(hours);
    if (counting.length + onTheWay.length > 0) setBit(countable, at);
  });
  return countable;
}

/** The number of a child of one age for which it is too late or not. */
function rowOf({ near, request, firstDay, isTooLate }: Search, child: number): number {
  const { rows } = near.bookedPlaces;
  const months = request.months(child, firstDay);
  let row = rows.after(START, child * 2 + Number(isTooLate));
  row = rows.after(row, months?.least ?? NO_DATE);
  return rows.after(row, months?.most ?? NO_DATE);
}

function workOut(search: Search, child: number, { places }: PlacesByHours): BookedPlaces {
  const counting: FoundPlace[] = [];
  const open: FoundPlace[] = [];
  const onTheWay: NearPlace[] = [];
  for (const place of places) {
    if (search.request.surroundings.isOnTheWay(place.number())) {
      onTheWay.push(place);
      continue;
    }
    const found = placeForBooked(search, child, place, false);
    if (found?.counts === true) counting.push(found);
    else if (found !== undefined) open.push(found);
  }
  return { counting, open, onTheWay };
}
