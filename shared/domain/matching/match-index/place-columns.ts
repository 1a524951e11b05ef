import type { Place } from '../../place/place.ts';
import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { addNumber, distinctRows, endRow, type DistinctRows } from './distinct-rows.ts';
import { growingTable, nextRow, rowsBegun, type GrowingTable } from './growing-table.ts';
import { numberOfText } from './number-of-text.ts';
import { factsOfPlace, PRECISIONS } from './place-facts.ts';
import { placeShape, type PlaceColumns } from './segment-shapes.ts';
import { NONE, type Segment } from './segment.ts';

/** The distinct places of a segment while they are collected, and those of the offers one after another. */
export type PlaceTables = {
  readonly places: GrowingTable<PlaceColumns>;
  readonly ofOffers: GrowingTable<ReturnType<typeof ofOffersShape>>;
  readonly distinct: DistinctRows;
  readonly texts: Map<string, number>;
  /** Latitude and longitude of the place at hand, and the same as words of 32 bits. */
  readonly point: Float64Array;
  readonly wordsOfPoint: Int32Array;
};

function ofOffersShape(make: ColumnMakers<ColumnKinds>) {
  return { place: make.i32() };
}

/** No places yet. */
export function placeTables(): PlaceTables {
  const point = new Float64Array(2);
  return {
    places: growingTable<PlaceColumns>(placeShape),
    ofOffers: growingTable(ofOffersShape),
    distinct: distinctRows(),
    texts: new Map(),
    point,
    wordsOfPoint: new Int32Array(point.buffer),
  };
}

/** Adds the places of the next offer; how many entries `placeOf` has with them. */
export function addPlaces(tables: PlaceTables, places: readonly Place[]): number {
  const { ofOffers } = tables;
  for (const place of places) {
    const at = nextRow(ofOffers);
    ofOffers.columns.place[at] = placeRow(tables, place);
  }
  return ofOffers.length;
}

function placeRow({ places, distinct, texts, point, wordsOfPoint }: PlaceTables, place: Place): number {
  const { lat, lon, precision, ...named } = factsOfPlace(place);
  const precisionRow = PRECISIONS.indexOf(precision);
  const postcode = textRow(texts, named.postcode);
  const district = textRow(texts, named.district);
  const address = textRow(texts, named.address);
  // Zero has two forms, of which a sum gives the one.
  point[0] = lat + 0;
  point[1] = lon + 0;
  for (const word of wordsOfPoint) addNumber(distinct, word);
  addNumber(distinct, precisionRow);
  addNumber(distinct, postcode);
  addNumber(distinct, district);
  addNumber(distinct, address);
  const row = endRow(distinct);
  if (row < places.length) return row;
  nextRow(places);
  const { columns } = places;
  columns.lat[row] = lat;
  columns.lon[row] = lon;
  columns.precision[row] = precisionRow;
  columns.postcode[row] = postcode;
  columns.district[row] = district;
  columns.address[row] = address;
  return row;
}

function textRow(texts: Map<string, number>, text: string | undefined): number {
  return text === undefined ? NONE : numberOfText(texts, text);
}

/** The places added. */
export function placesAdded(tables: PlaceTables): Pick<Segment, 'places' | 'placeOf' | 'texts'> {
  return {
    places: rowsBegun(tables.places),
    placeOf: rowsBegun(tables.ofOffers).place,
    texts: [...tables.texts.keys()],
  };
}
