import { setBit } from '../columns/bit-masks.ts';
import { rowNumbers } from '../columns/row-numbers.ts';
import type { Request } from '../request.ts';
import { coveringHours } from './covering-hours.ts';
import { openingsOf } from './day-openings.ts';
import type { NearPlace } from './near-places.ts';
import type { CareNear, PlacesByHours } from './search.ts';

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
    if (each.withRoom.length > 0) setBit(withRoom, at);
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
