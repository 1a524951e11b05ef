import type { Point } from '../../../shared/domain/place/point.ts';

/** Mean radius of the earth as in the matcher, kilometres. */
const EARTH_RADIUS_KM = 6371.0088;

/** A point as a vector of length 1 from the middle of the earth: the square of a difference grows with the way, without trigonometry. */
export type UnitVector = { readonly x: number; readonly y: number; readonly z: number };

/** The vector of a point. */
export function unitVectorOf({ lat, lon }: Point): UnitVector {
  const [latitude, longitude] = [radians(lat), radians(lon)];
  const flat = Math.cos(latitude);
  return { x: flat * Math.cos(longitude), y: flat * Math.sin(longitude), z: Math.sin(latitude) };
}

/** The square of the difference of two unit vectors whose points lie `km` apart; below zero for a way below zero. */
export function squaredChordOf(km: number): number {
  return km < 0 ? -1 : (2 * Math.sin(km / EARTH_RADIUS_KM / 2)) ** 2;
}

/** Half the sides, in degrees, of a box around a point that holds all that lies within `km`. */
export function boxAround({ lat }: Point, km: number): { readonly lat: number; readonly lon: number } {
  const degrees = (km / EARTH_RADIUS_KM) * (180 / Math.PI);
  return { lat: degrees, lon: degrees / Math.cos(radians(Math.abs(lat) + degrees)) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
