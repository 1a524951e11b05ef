import { randomUUID } from 'node:crypto';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createDynamoCataloguePublisher } from '../../shared/adapters/dynamodb/catalogue-publisher.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoOfferStore } from '../../shared/adapters/dynamodb/offer-store.ts';
import { createDynamoPartnerImports } from '../../shared/adapters/dynamodb/partner-imports.ts';
import { createDynamoPartnerQuota } from '../../shared/adapters/dynamodb/partner-quota.ts';
import { createDynamoSupplementStore } from '../../shared/adapters/dynamodb/supplement-store.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { createImportQueue, createSqsClient } from '../../shared/adapters/sqs/import-queue.ts';
import { readPartnerSettings } from '../../shared/config/read-partner.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { createPartnerApi } from './app.ts';

const settings = readPartnerSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { table, importQueue, originalsBucket: bucket } = settings.value;
const loaded = await readRegionOfStage(settings.value);
if (!loaded.ok) throw new Error(loaded.failure);

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const access = createDynamoAccess({ path: 'request', table, log });
const files = async () => (await import('./lambda-files.ts')).createPartnerFiles(bucket, clock);
let ready: ReturnType<typeof files> | undefined;
const readyFiles = () => (ready ??= files());

/** What partners write, behind API Gateway's REST API and its authorizer. */
export const handler = createRestHandler(
  createPartnerApi({
    catalogues: createDynamoCataloguePublisher(access),
    offers: createDynamoOfferStore(access),
    supplements: createDynamoSupplementStore(access),
    imports: createDynamoPartnerImports(access),
    quota: createDynamoPartnerQuota(access),
    originals: { keep: async (...original) => (await readyFiles()).originals.keep(...original) },
    uploadLinks: async (wanted) => (await readyFiles()).uploadLinks(wanted),
    mapNames: [...loaded.value.maps.keys()],
    announce: createImportQueue({ client: createSqsClient(), queueUrl: importQueue }),
    sheets: async () => (await import('../../shared/adapters/excel/sheet-files.ts')).createExcelSheetFiles(),
    inUse: regionInUse(loaded.value),
    bounds: loaded.value.profile.boundingBox,
    clock,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    log,
    newRequestId: randomUUID,
  }),
);
