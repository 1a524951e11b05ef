import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createFileFeedFetcher } from '../../shared/adapters/file/feed-fetcher.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { createHttpFeedFetcher } from '../../shared/adapters/http/feed-fetcher.ts';
import { createOriginalKeeper } from '../../shared/adapters/s3/originals.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createImportQueue, createSqsClient } from '../../shared/adapters/sqs/import-queue.ts';
import { readFetchSettings } from '../../shared/config/read-import.ts';
import { joiningPages } from '../../shared/use-cases/join-pages.ts';
import { stageFeed } from '../../shared/use-cases/stage-feed.ts';
import { fetchOrder } from './queue-event.ts';
import { createQueueHandler } from './queue-handler.ts';

const settings = readFetchSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { region: id, originalsBucket, importQueue } = settings.value;
const loaded = await readRegionOfStage(settings.value);
if (!loaded.ok) throw new Error(loaded.failure);
const { folder, feeds, profile } = loaded.value;

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const fromFile = createFileFeedFetcher(folder);
const fromWeb = createHttpFeedFetcher({ log, contact: profile.contact.page ?? profile.contact.mail ?? '' });
const originals = createOriginalKeeper({ client: createS3Client(), bucket: originalsBucket });
const announce = createImportQueue({ client: createSqsClient(), queueUrl: importQueue });

/** Fetches the feeds that the schedule orders. It touches the network and the originals, never the table. */
export const handler = createQueueHandler({ log, order: fetchOrder }, async (order) => {
  const fetchFeed = joiningPages((source) => ('file' in source ? fromFile(source) : fromWeb(source)));
  return (await stageFeed({ region: id, feeds, fetchFeed, originals, announce, log }, order)).ok;
});
