import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedFormat, OfferContext } from '../../shared/feeds/feed-format.ts';
import { tableMapSchema, type TableMap } from '../../shared/feeds/table/table-map.schema.ts';
import { tableFormat } from '../../shared/feeds/table/table.ts';
import { FEED_CONTEXT } from './feed-under-test.ts';
import { day } from './some-offer.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A column map of the project, named from its top. */
export function mapOf(path: string): TableMap {
  return tableMapSchema.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
}

/** The format of a column map that a test writes. */
export function formatBy(map: object): FeedFormat {
  return tableFormat(tableMapSchema.parse(map));
}

/** A box around all of Germany and 22 November 2026, for lists of other cities. */
export const GERMANY: OfferContext = {
  ...FEED_CONTEXT,
  bounds: { south: 47.2, west: 5.8, north: 55.1, east: 15.1 },
  today: day('2026-11-22'),
};
