import type { Place } from '../../place/place.ts';
import { growingColumns, interned } from './growing.ts';
import { factsOfPlace, PRECISIONS, type PlaceFacts } from './place-facts.ts';
import { placeShape } from './segment-shapes.ts';
import { NONE, type Segment } from './segment.ts';

/** Collects the distinct places of a segment. */
export function placeColumns() {
  const { begin, finish } = growingColumns();
  const columns = placeShape(begin);
  const placeOf = begin.i32();
  const texts: string[] = [];
  const textRow = interned(
    (text: string) => text,
    (text) => texts.push(text),
  );
  const rowOf = (text: string | undefined): number => (text === undefined ? NONE : textRow(text));
  const placeRow = interned(
    ({ lat, lon, precision, postcode, district, address }: PlaceFacts) =>
      [lat, lon, precision, postcode, district, address].join('\n'),
    ({ lat, lon, precision, postcode, district, address }) => {
      columns.lat.push(lat);
      columns.lon.push(lon);
      columns.precision.push(PRECISIONS.indexOf(precision));
      columns.postcode.push(rowOf(postcode));
      columns.district.push(rowOf(district));
      columns.address.push(rowOf(address));
    },
  );
  return {
    /** Adds the places of the next offer; where they begin in `placeOf`. */
    addAll(places: readonly Place[]): number {
      const begin = placeOf.length;
      for (const place of places) placeOf.push(placeRow(factsOfPlace(place)));
      return begin;
    },
    done(): Pick<Segment, 'places' | 'placeOf' | 'texts'> {
      return {
        places: placeShape(finish),
        placeOf: finish.i32(),
        texts,
      };
    },
  };
}
