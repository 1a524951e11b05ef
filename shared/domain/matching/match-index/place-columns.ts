import type { Place } from '../../place/place.ts';
import { distinctRows } from './distinct-rows.ts';
import { distinctTexts } from './distinct-texts.ts';
import { growingTable } from './growing-table.ts';
import { factsOfPlace, PRECISIONS } from './place-facts.ts';
import { placeShape } from './segment-shapes.ts';
import { NONE, type Segment } from './segment.ts';

/** Collects the distinct places of a segment. */
export function placeColumns() {
  const table = growingTable(placeShape);
  const ofOffers = growingTable((make) => ({ place: make.i32() }));
  const distinct = distinctRows();
  const texts = distinctTexts();
  const textRow = (text: string | undefined): number => (text === undefined ? NONE : texts.numberOf(text));
  const point = new Float64Array(2);
  const wordsOfPoint = new Int32Array(point.buffer);

  function placeRow(place: Place): number {
    const { lat, lon, precision, ...named } = factsOfPlace(place);
    const precisionRow = PRECISIONS.indexOf(precision);
    const postcode = textRow(named.postcode);
    const district = textRow(named.district);
    const address = textRow(named.address);
    // Zero has two forms, of which a sum gives the one.
    point[0] = lat + 0;
    point[1] = lon + 0;
    for (const word of wordsOfPoint) distinct.add(word);
    distinct.add(precisionRow);
    distinct.add(postcode);
    distinct.add(district);
    distinct.add(address);
    const row = distinct.end();
    if (row < table.length()) return row;
    table.next();
    const columns = table.columns();
    columns.lat[row] = lat;
    columns.lon[row] = lon;
    columns.precision[row] = precisionRow;
    columns.postcode[row] = postcode;
    columns.district[row] = district;
    columns.address[row] = address;
    return row;
  }

  return {
    /** Adds the places of the next offer; how many entries `placeOf` has with them. */
    addAll(places: readonly Place[]): number {
      for (const place of places) {
        const row = placeRow(place);
        const at = ofOffers.next();
        ofOffers.columns().place[at] = row;
      }
      return ofOffers.length();
    },
    done(): Pick<Segment, 'places' | 'placeOf' | 'texts'> {
      return { places: table.done(), placeOf: ofOffers.done().place, texts: texts.all() };
    },
  };
}
