import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice } from '../notice.ts';
import { convertPoint } from './convert-point.ts';
import { convertLine } from './convert-text.ts';
import { rememberedRows, type RowReader } from './remembered-rows.ts';
import type { TableMap } from './table-map.schema.ts';
import { columnsIn, FEATURE, type ColumnAt } from './table-row.ts';

/** The place of a row, none when the row says nothing of it. */
export type ReadPlace = { readonly places: readonly Place[]; readonly notices: readonly Notice[] };

type PlaceReader = RowReader<Pick<OfferContext, 'region' | 'bounds'>, ReadPlace>;

/** Reads the place with the best precision that can be believed; rows of one house share theirs. */
export function readPlace(map: TableMap['place'], at: ColumnAt): PlaceReader {
  return rememberedRows([...columnsIn(map), FEATURE.x, FEATURE.y].map(at), locateRow(map, at));
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
