import type { FeedFormat } from '../feed-format.ts';
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
    read: (bytes) => (file.form === 'csv' ? readCsvRows(bytes, map, file) : readJsonRows(bytes, map, file)),
    toOffer: (raw, context) => {
      compiled ??= toOffer(map);
      return compiled(raw, context);
    },
  };
}
