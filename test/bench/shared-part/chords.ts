import { EARTH_RADIUS_KM } from '../../../shared/domain/place/great-circle.ts';
import type { Point } from '../../../shared/domain/place/point.ts';

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
