import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { convertPoint } from './convert-point.ts';
import { convertLine } from './convert-text.ts';
import { cellMemory } from './remembered-cells.ts';
import type { TableMap } from './table-map.schema.ts';
import { columnsIn, type ColumnAt, type Reader, type TableRow } from './table-row.ts';

/** The place of a row, none when the row says nothing of it. */
export type ReadPlace = { readonly places: readonly Place[]; readonly notices: readonly Notice[] };

type Context = Pick<OfferContext, 'region' | 'bounds'>;
type PlaceReader = (row: TableRow, context: Context, record: RecordPlace) => ReadPlace;

/** Reads the place with the best precision that can be believed; rows of one house, as courses are, share theirs. */
export function readPlace(map: TableMap['place'], at: ColumnAt): PlaceReader {
  const locate = locateRow(map, at);
  if (map.point !== undefined) return locate; // a point is of one row alone
  const textOf = textOfCells(columnsIn(map).map(at));
  const houses = cellMemory<ReadPlace>();
  let seenIn: Context | undefined;
  return (row, context, record) => {
    if (seenIn !== context) houses.forget();
    seenIn = context;
    const text = textOf(row);
    const before = houses.get(text);
    if (before !== undefined) return before;
    const read = locate(row, context, record);
    if (read.notices.length === 0) houses.keep(text, read);
    return read;
  };
}

/** Some cells as one text, another for other cells. */
function textOfCells(indexes: readonly number[]): Reader<string> {
  return ({ cells }) => {
    let all = '';
    for (const index of indexes) {
      const text = cells[index] ?? '';
      all += `${String(text.length)} ${text}`;
    }
    return all;
  };
}

function locateRow(map: TableMap['place'], at: ColumnAt): PlaceReader {
  const [nameOf, streetOf] = [convertLine(map.name, at), convertLine(map.street, at)];
  const [postcodeOf, cityOf] = [convertLine(map.postcode, at), convertLine(map.city, at)];
  const [districtOf, pointOf] = [convertLine(map.district, at), convertPoint(map.point, at)];
  return (row, context, record) => {
    const point = pointOf(row);
    const address = {
      name: nameOf(row),
      street: streetOf(row),
      postcode: postcodeOf(row),
      city: cityOf(row),
      ...(typeof point === 'object' && { lat: point.lat.toFixed(6), lon: point.lon.toFixed(6) }),
    };
    const located = locatePlace(address, context, record);
    const district = districtOf(row);
    const place = context.region.districts.has(district) ? { ...located.place, district } : located.place;
    const isKnown = Object.keys(place).length > 1;
    return {
      places: isKnown ? [place] : [],
      notices: [
        ...(isKnown ? [] : [noticeOf('place-not-stated', { record, field: 'place' })]),
        ...(point === 'unreadable'
          ? [noticeOf('coordinates-implausible', { record, field: 'place.point' })]
          : []),
        ...located.notices,
      ],
    };
  };
}
