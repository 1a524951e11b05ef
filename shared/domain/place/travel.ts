import type { MatchingFigures, TravelFigures } from '../matching/figures.ts';
import { GRID_MINUTES } from '../time/intervals.ts';
import { kilometresBetween } from './great-circle.ts';
import type { Place } from './place.ts';
import { isSamePoint, type Point } from './point.ts';
import type { ZoneMatrix } from './region.ts';
import type { TravelMeans } from './travel-means.ts';

/** Minutes one way between two places, a multiple of 5; `undefined` when one of them is not known well enough. */
export type Way = (from: Place, to: Place) => number | undefined;

/** How ways are reckoned in one request: by which means, with which figures and outside travel data. */
export type TravelFrame = {
  readonly by: TravelMeans;
  readonly figures: MatchingFigures;
  readonly zoneMatrix?: ZoneMatrix;
};

/**
 * The way between places by section 2 of the matching page: the shorter of walking and the chosen means. Remembers what it
 * reckoned for as long as it lives, which is one request.
 */
export function wayBy(frame: TravelFrame): Way {
  const reckoned = new Map<Place, Map<Place, number | undefined>>();
  return (from, to) => {
    const onward = reckoned.get(from) ?? new Map<Place, number | undefined>();
    reckoned.set(from, onward);
    if (!onward.has(to)) onward.set(to, reckonWay(frame, from, to));
    return onward.get(to);
  };
}

function reckonWay({ by, figures, zoneMatrix }: TravelFrame, from: Place, to: Place): number | undefined {
  if (from === to) return 0;
  if (isSameAddress(from, to)) return 0;
  if (isSameAreaOnly(from, to)) return figures.sameAreaMinutes;
  const [start, end] = [knownPoint(from), knownPoint(to)];
  if (start === undefined || end === undefined) return undefined;
  if (isSamePoint(start, end)) return isAreaOnly(from) || isAreaOnly(to) ? figures.sameAreaMinutes : 0;
  const walking = minutesFor(figures.travel.walk, start, end);
  const chosen = zoneMinutes(zoneMatrix, by, from, to) ?? minutesFor(figures.travel[by], start, end);
  return Math.min(walking, chosen);
}

/** The point of a place that is known at least to its postcode or district. */
export function knownPoint(place: Place): Point | undefined {
  return place.precision === 'city' || place.precision === 'none' ? undefined : place.point;
}

function minutesFor({ baseMinutes, detour, kmPerHour }: TravelFigures, from: Point, to: Point): number {
  return ceilToGrid(baseMinutes + ((kilometresBetween(from, to) * detour) / kmPerHour) * 60);
}

/** Up to the next multiple of 5; what is within 1e-9 of a multiple is that multiple. */
export function ceilToGrid(minutes: number): number {
  const nearest = Math.round(minutes / GRID_MINUTES) * GRID_MINUTES;
  return Math.abs(minutes - nearest) <= 1e-9 ? nearest : Math.ceil(minutes / GRID_MINUTES) * GRID_MINUTES;
}

function zoneMinutes(
  matrix: ZoneMatrix | undefined,
  by: TravelMeans,
  from: Place,
  to: Place,
): number | undefined {
  const [fromZone, toZone] = [from.postcode ?? from.district, to.postcode ?? to.district];
  if (matrix === undefined || fromZone === undefined || toZone === undefined) return undefined;
  const minutes = matrix(by, fromZone, toZone);
  return minutes === undefined ? undefined : ceilToGrid(minutes);
}

/**
 * Two places of which nothing is known but an area, and that is the same: by its name, or by its point, which several
 * postcodes share where a region has no better one.
 */
function isSameAreaOnly(one: Place, other: Place): boolean {
  if (!isAreaOnly(one) || !isAreaOnly(other)) return false;
  const [point, otherPoint] = [knownPoint(one), knownPoint(other)];
  if (point !== undefined && otherPoint !== undefined && isSamePoint(point, otherPoint)) return true;
  if (one.precision !== other.precision) return false;
  return one.precision === 'postcode'
    ? one.postcode !== undefined && one.postcode === other.postcode
    : one.district !== undefined && one.district === other.district;
}

function isAreaOnly({ precision }: Place): boolean {
  return precision === 'postcode' || precision === 'district';
}

/** A house number at the end of a street: "12", "12 a", "1-3", "28/29"; the "17." of "Straße des 17. Juni" is none. */
const HOUSE_NUMBER = /\d+ ?[a-z]?(?: ?[-/] ?\d+ ?[a-z]?)?$/;

/** The same street and number in the same postcode, or in the same city where neither gives a postcode. */
function isSameAddress(one: Place, other: Place): boolean {
  if (one.street === undefined || other.street === undefined) return false;
  const address = addressKey(one);
  return address !== undefined && address === addressKey(other);
}

/**
 * One text for a street with its number and the postcode, or the city where no postcode is given: equal for the same
 * address, however it is written. `undefined` when any of it is not known.
 */
export function addressKey({ street, postcode, city }: Place): string | undefined {
  if (street === undefined) return undefined;
  const normal = normalStreet(street);
  if (!HOUSE_NUMBER.test(normal)) return undefined;
  if (postcode !== undefined) return `${postcode} ${normal}`;
  return city === undefined ? undefined : `in ${city} ${normal}`;
}

function normalStreet(street: string): string {
  return street
    .trim()
    .toLowerCase()
    .replace(/stra(?:ß|ss)e\b/g, 'str')
    .replace(/[\s.,]+(?=\D)|(?<=\D)[\s.,]+/g, '');
}
