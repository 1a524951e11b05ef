import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createDynamoCataloguePublisher } from '../../shared/adapters/dynamodb/catalogue-publisher.ts';
import { readPublications } from '../../shared/adapters/dynamodb/change-log.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { hide, readHidden, unhide } from '../../shared/adapters/dynamodb/hidden-list.ts';
import { createDynamoImportRuns } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoOfferWriter } from '../../shared/adapters/dynamodb/offer-store.ts';
import { createDynamoPartnerImports } from '../../shared/adapters/dynamodb/partner-imports.ts';
import { createDynamoSupplementReader } from '../../shared/adapters/dynamodb/supplement-reader.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { createOriginalReader } from '../../shared/adapters/s3/originals.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { readOperateSettings } from '../../shared/config/read-import.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { createOperatorHandler } from './operator-handler.ts';

const settings = readOperateSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { table, originalsBucket } = settings.value;
const loaded = await readRegionOfStage(settings.value);
if (!loaded.ok) throw new Error(loaded.failure);
const { profile, feeds, maps } = loaded.value;

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const access = createDynamoAccess({ path: 'import', table, log });

/** Carries out what an operator orders; called by `aws lambda invoke` alone, one call at a time. */
export const handler = createOperatorHandler({
  catalogues: {
    ...createDynamoCataloguePublisher(access),
    readPublications: (region, feed, limit) => readPublications(access, region, feed, limit),
    hide: (region, target, now) => hide(access, region, target, now),
    unhide: (region, target) => unhide(access, region, target),
    readHidden: (region) => readHidden(access, region),
  },
  offers: createDynamoOfferWriter(access),
  runs: createDynamoImportRuns(access),
  supplements: createDynamoSupplementReader(access),
  originals: createOriginalReader({ client: createS3Client(), bucket: originalsBucket }),
  inUse: regionInUse(loaded.value),
  bounds: profile.boundingBox,
  feeds,
  maps,
  imports: createDynamoPartnerImports(access),
  clock,
  log,
  owner: 'operator', // always the same: a call that was cut off is followed at once by the next
});
