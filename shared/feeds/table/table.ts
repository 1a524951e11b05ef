import type { FeedFormat } from '../feed-format.ts';
import { readingSome } from '../reading-some.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { readJsonRows } from './read-json-rows.ts';
import type { TableMap } from './table-map.schema.ts';
import { toOffer } from './to-offer.ts';

/** A table of a city as CSV, JSON or GeoJSON, plain or gzip, read by its column map. */
export function tableFormat(map: TableMap): FeedFormat {
  const { file } = map;
  let compiled: ReturnType<typeof toOffer> | undefined;
  return {
    id: 'table',
    version: 1,
    ...(file.form === 'csv'
      ? readingSome((bytes) => readCsvRows(bytes, map, file))
      : { read: (bytes) => readJsonRows(bytes, map, file) }),
    toOffer: (raw, context) => {
      compiled ??= toOffer(map);
      return compiled(raw, context);
    },
  };
}
