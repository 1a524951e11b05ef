import { basename, dirname } from 'node:path';
import { createDynamoAccess } from '../../../shared/adapters/dynamodb/dynamo-access.ts';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { feedSettingsSchema } from '../../../shared/feeds/feed-settings.ts';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import { importFeed } from '../../../shared/use-cases/import-feed.ts';
import { countingStores } from '../../support/faulty-store.ts';
import { FEED_CONTEXT } from '../../support/feed-under-test.ts';
import { nurseryMap } from '../../support/nursery-table.ts';
import { day } from '../../support/some-offer.ts';
import { dynamoStores } from '../../support/stores.ts';
import { MEASURED, type Measured } from './repeated-feeds.ts';

// A program that imports one feed into a store and prints what that took. Arguments: format, file, endpoint.

const [format, file, endpoint] = process.argv.slice(2) as [Measured, string, string];
const access = createDynamoAccess({ path: 'import', table: 'vereinbar', endpoint, log: () => undefined });
const about = {
  id: `bench-${format}`,
  name: 'Bench',
  credit: '-',
  licence: '-',
  source: { file: basename(file) },
};
const isTable = format === 'table';
const feed = feedSettingsSchema.parse({ ...about, format, ...(isTable && { map: 'map.json' }) });

const { stores, writes } = countingStores(dynamoStores(access));
const start = performance.now();
const cpu = process.cpuUsage();
const { state, counts } = await importFeed(
  {
    ...stores,
    fetchFeed: createFileFeedFetcher(dirname(file)),
    clock: Date.now,
    log: () => undefined,
    owner: 'bench',
  },
  {
    ...FEED_CONTEXT,
    today: day(MEASURED[format].day),
    feed: { ...feed, ...(isTable && { table: tableMapSchema.parse(nurseryMap()) }) },
  },
);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const peakMemoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
const { records, offers, rejected, missing } = counts;
console.log(
  JSON.stringify({
    state,
    records,
    offers,
    rejected,
    missing,
    writes: writes(),
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMemoryMiB,
  }),
);
