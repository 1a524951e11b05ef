import { kilometresBetween } from '../../../place/great-circle.ts';
import { ceilToGrid } from '../../../place/travel.ts';
import type { Frame } from '../../frame.ts';
import type { PlaceFacts } from '../../match-index/place-facts.ts';

/** Stands for a way that is not known. */
export const UNKNOWN_WAY = -1;

/** Minutes one way between two different places, a multiple of 5, or UNKNOWN_WAY. The same rules as `wayBy`, on facts instead of places. */
export type WayBetween = (from: PlaceFacts, to: PlaceFacts) => number;

/** The way of one request. */
export function wayBetween({ by, region }: Pick<Frame, 'by' | 'region'>): WayBetween {
  const { figures, zoneMatrix } = region;
  const { walk } = figures.travel;
  const chosen = figures.travel[by];
  return (from, to) => {
    if (from.address !== undefined && from.address === to.address) return 0;
    if (isSameAreaOnly(from, to)) return figures.sameAreaMinutes;
    if (Number.isNaN(from.lat) || Number.isNaN(to.lat)) return UNKNOWN_WAY;
    if (from.lat === to.lat && from.lon === to.lon) {
      return isAreaOnly(from) || isAreaOnly(to) ? figures.sameAreaMinutes : 0;
    }
    const km = kilometresBetween(from, to);
    const walking = ceilToGrid(walk.baseMinutes + ((km * walk.detour) / walk.kmPerHour) * 60);
    const zones = [from.postcode ?? from.district, to.postcode ?? to.district] as const;
    const given =
      zoneMatrix === undefined || zones[0] === undefined || zones[1] === undefined
        ? undefined
        : zoneMatrix(by, zones[0], zones[1]);
    const riding =
      given === undefined
        ? ceilToGrid(chosen.baseMinutes + ((km * chosen.detour) / chosen.kmPerHour) * 60)
        : ceilToGrid(given);
    return Math.min(walking, riding);
  };
}

function isSameAreaOnly(one: PlaceFacts, other: PlaceFacts): boolean {
  if (!isAreaOnly(one) || !isAreaOnly(other)) return false;
  if (one.lat === other.lat && one.lon === other.lon) return true;
  if (one.precision !== other.precision) return false;
  return one.precision === 'postcode'
    ? one.postcode !== undefined && one.postcode === other.postcode
    : one.district !== undefined && one.district === other.district;
}

/** Whether of a place nothing is known but its postcode or district. */
export function isAreaOnly({ precision }: Pick<PlaceFacts, 'precision'>): boolean {
  return precision === 'postcode' || precision === 'district';
}
