/** A point in WGS 84 degrees; `lat` -90 … 90, `lon` -180 … 180. */
export type Point = { readonly lat: number; readonly lon: number };

/** The same point to the last bit, which is what the same source gives for the same place. */
export function isSamePoint(one: Point, other: Point): boolean {
  return one.lat === other.lat && one.lon === other.lon;
}
