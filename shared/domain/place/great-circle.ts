import type { Point } from './point.ts';

/** Mean radius of the earth (IUGG), kilometres. */
export const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance by the haversine formula, kilometres. */
export function kilometresBetween(one: Point, other: Point): number {
  const [latitude, otherLatitude] = [radians(one.lat), radians(other.lat)];
  const half =
    Math.sin((otherLatitude - latitude) / 2) ** 2 +
    Math.cos(latitude) * Math.cos(otherLatitude) * Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
