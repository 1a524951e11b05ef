import { hasEntries } from '../care/care-wanted.ts';
import { NO_DATE } from '../match-index/segment.ts';
import { placeForBooked } from './care-search.ts';
import type { BookedPlaces, FoundPlace } from './found-places.ts';
import type { NearPlace } from './near-places.ts';
import { START } from './row-numbers.ts';
import type { PlacesByHours, Search } from './search.ts';

/** Whether a child has care, so that new care has only to cover what it leaves. */
export function isBooked({ family }: Search, child: number): boolean {
  const stated = family.situation.children[child];
  return stated !== undefined && hasEntries(stated);
}

/** Finds the places with some hours, each worked out once for a child of one age. */
export function bookedPlacesFor(search: Search, child: number): (hours: PlacesByHours) => BookedPlaces {
  const { near, request, firstDay, isTooLate } = search;
  const { rows, known } = near.bookedPlaces;
  const months = request.months(child, firstDay);
  let row = rows.after(START, child * 2 + Number(isTooLate));
  row = rows.after(row, months?.least ?? NO_DATE);
  row = rows.after(row, months?.most ?? NO_DATE);
  const byHours = (known[row] ??= []);
  return (hours) => (byHours[hours.hours.id] ??= workOut(search, child, hours));
}

function workOut(search: Search, child: number, { places }: PlacesByHours): BookedPlaces {
  const counting: FoundPlace[] = [];
  const onTheWay: NearPlace[] = [];
  let hasOpen = false;
  for (const place of places) {
    if (search.request.surroundings.isOnTheWay(place.number())) {
      onTheWay.push(place);
      continue;
    }
    const found = placeForBooked(search, child, place, false);
    if (found?.counts === true) counting.push(found);
    else if (found !== undefined) hasOpen = true;
  }
  return { counting, hasOpen, onTheWay };
}
