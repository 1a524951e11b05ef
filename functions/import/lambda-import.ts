import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createDynamoCataloguePublisher } from '../../shared/adapters/dynamodb/catalogue-publisher.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoImportRuns } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoOfferStore } from '../../shared/adapters/dynamodb/offer-store.ts';
import { createDynamoPartnerImports } from '../../shared/adapters/dynamodb/partner-imports.ts';
import { createDynamoSupplementReader } from '../../shared/adapters/dynamodb/supplement-reader.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { createOriginalKeeper, createOriginalReader } from '../../shared/adapters/s3/originals.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { readImportSettings } from '../../shared/config/read-import.ts';
import { importSentFile } from '../../shared/use-cases/import-sent-file.ts';
import { importStaged } from '../../shared/use-cases/import-staged.ts';
import { planFetch } from '../../shared/use-cases/plan-fetch.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { updateStagedSeats } from '../../shared/use-cases/update-staged-seats.ts';
import { importOrder } from './queue-event.ts';
import { createQueueHandler } from './queue-handler.ts';

const settings = readImportSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { table, originalsBucket, fetchQueue } = settings.value;
const loaded = await readRegionOfStage(settings.value);
if (!loaded.ok) throw new Error(loaded.failure);
const { profile, feeds, maps } = loaded.value;

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const access = createDynamoAccess({ path: 'import', table, log });
const originals = { client: createS3Client(), bucket: originalsBucket };
const reader = createOriginalReader(originals);
const deps = {
  catalogues: createDynamoCataloguePublisher(access),
  offers: createDynamoOfferStore(access),
  runs: createDynamoImportRuns(access),
  supplements: createDynamoSupplementReader(access),
  originals: reader,
  keptOriginals: { ...reader, ...createOriginalKeeper(originals) },
  inUse: regionInUse(loaded.value),
  bounds: profile.boundingBox,
  feeds,
  maps,
  imports: createDynamoPartnerImports(access),
  clock,
  log,
};

/**
 * Imports originals into the table, keeps what it makes of one that holds changes alone, and says since when changes are to be
 * fetched; it never touches the network. The
 * message's id is the owner of the lease: a run that was cut off is followed at once by the next delivery of the same message.
 */
export const handler = createQueueHandler({ log, order: importOrder }, async (staged, messageId) => {
  if (staged.part === 'changes') {
    const { createFetchOrders } = await import('./lambda-orders.ts');
    await createFetchOrders(fetchQueue)(await planFetch(deps, deps.inUse.region.id, staged.feed));
    return true;
  }
  const own = { ...deps, owner: messageId };
  if (staged.part === 'occupancy') {
    const updated = await updateStagedSeats(own, deps.inUse.region, staged);
    return updated.ok || updated.failure !== 'again'; // what is wrong with the file is so at every try
  }
  const { feed, sent } = staged;
  return sent === undefined
    ? (await importStaged(own, staged)).ok
    : (await importSentFile(own, { feed, sent })).ok;
});
