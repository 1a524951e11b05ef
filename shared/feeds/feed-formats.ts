import type { FeedFormat } from './feed-format.ts';
import type { FeedSettings } from './feed-settings.ts';
import type { FormatId } from './format-ids.ts';
import { BA_JOBS } from './ba-jobs/ba-jobs.ts';
import { HSDS } from './hsds/hsds.ts';
import { I_CALENDAR } from './i-calendar/i-calendar.ts';
import { OFFERS_JSON } from './offers-json/offers-json.ts';
import { OPEN_VHS, OPEN_VHS_XML } from './open-vhs/open-vhs.ts';
import { OPENQ_CAT } from './openq-cat/openq-cat.ts';
import { SCHEMA_ORG } from './schema-org/schema-org.ts';
import { tableFormat } from './table/table.ts';

/** Every format that needs no settings of its own. A new one is a folder beside these, an id in format-ids.ts and a line here. */
export const FEED_FORMATS: Readonly<Record<Exclude<FormatId, 'table'>, FeedFormat>> = {
  'open-vhs': OPEN_VHS,
  'open-vhs-xml': OPEN_VHS_XML,
  'openq-cat': OPENQ_CAT,
  'offers-json': OFFERS_JSON,
  hsds: HSDS,
  'schema-org': SCHEMA_ORG,
  'i-calendar': I_CALENDAR,
  'ba-jobs': BA_JOBS,
};

/** How a feed is read; a table by its own column map, which whoever loads the region has put into the settings. */
export function formatOf({ format, table }: Pick<FeedSettings, 'format' | 'table'>): FeedFormat {
  if (format !== 'table') return FEED_FORMATS[format];
  if (table === undefined) throw new Error('a feed of the format table comes with its column map');
  return tableFormat(table);
}
