import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import { convertPoint } from './convert-point.ts';
import { convertText } from './convert.ts';
import type { TableMap } from './table-map.schema.ts';
import type { TableRow } from './table-row.ts';

/** The place of a row, with the best precision that can be believed; none when the row says nothing of it. */
export function readPlace(
  row: TableRow,
  map: TableMap['place'],
  context: OfferContext,
  record: RecordPlace,
): { readonly places: readonly Place[]; readonly notices: readonly Notice[] } {
  const text = (field: TableMap['title'] | undefined) => plainLine(convertText(field, row) ?? '');
  const point = convertPoint(map.point, row);
  const located = locatePlace(
    {
      name: text(map.name),
      street: text(map.street),
      postcode: text(map.postcode),
      city: text(map.city),
      ...(typeof point === 'object' && { lat: point.lat.toFixed(6), lon: point.lon.toFixed(6) }),
    },
    context,
    record,
  );
  const stated = text(map.district);
  const district = context.region.districts.has(stated) ? { district: stated } : {};
  const place: Place = { ...located.place, ...district };
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
}
