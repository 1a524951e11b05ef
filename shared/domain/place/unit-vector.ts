import { EARTH_RADIUS_KM } from './great-circle.ts';
import type { Point } from './point.ts';

/** A point as a vector of length 1 from the middle of the earth: the square of a difference grows with the way, without trigonometry. */
export type UnitVector = { readonly x: number; readonly y: number; readonly z: number };

/** The vector of a point; NaN where that is. */
export function unitVectorOf({ lat, lon }: Point): UnitVector {
  const [latitude, longitude] = [radians(lat), radians(lon)];
  const flat = Math.cos(latitude);
  return { x: flat * Math.cos(longitude), y: flat * Math.sin(longitude), z: Math.sin(latitude) };
}

/** The longest way for which `kilometresAlong` is as exact as it says. */
export const MOST_CHORD_KM = 300;

/** The way along the earth between points that are so far apart on a straight line through it: within a hundredth of a millimetre up to MOST_CHORD_KM. */
export function kilometresAlong(chordKm: number): number {
  const square = (chordKm / EARTH_RADIUS_KM) ** 2;
  return chordKm * (1 + square * (1 / 24 + square * (3 / 640)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
