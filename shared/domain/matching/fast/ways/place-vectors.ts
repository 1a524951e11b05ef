import { unitVectorOf } from '../../../place/unit-vector.ts';
import type { Segment } from '../../match-index/segment.ts';

/** The points of a segment's places as unit vectors, a row each; NaN where no point is known. */
export type PlaceVectors = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
};

const known = new WeakMap<Segment, PlaceVectors>();

/** The vectors of a segment, worked out when it is first looked at and kept as long as it. */
export function placeVectorsOf(segment: Segment): PlaceVectors {
  let vectors = known.get(segment);
  if (vectors === undefined) {
    vectors = workOut(segment);
    known.set(segment, vectors);
  }
  return vectors;
}

function workOut({ places: { lat, lon } }: Segment): PlaceVectors {
  const [x, y, z] = [
    new Float64Array(lat.length),
    new Float64Array(lat.length),
    new Float64Array(lat.length),
  ];
  for (let row = 0; row < lat.length; row += 1) {
    const vector = unitVectorOf({ lat: lat[row] ?? Number.NaN, lon: lon[row] ?? Number.NaN });
    x[row] = vector.x;
    y[row] = vector.y;
    z[row] = vector.z;
  }
  return { x, y, z };
}
