import { join } from 'node:path';
import { createDynamoCatalogueStore } from '../../shared/adapters/dynamodb/catalogue-store.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import type { StorePath } from '../../shared/adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../../shared/adapters/dynamodb/ensure-table.ts';
import { createDynamoImportRuns } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoOfferStore } from '../../shared/adapters/dynamodb/offer-store.ts';
import { createDynamoPartnerImports } from '../../shared/adapters/dynamodb/partner-imports.ts';
import { createDynamoPartnerKeys } from '../../shared/adapters/dynamodb/partner-keys.ts';
import { createDynamoPartnerQuota } from '../../shared/adapters/dynamodb/partner-quota.ts';
import { createDynamoSupplementStore } from '../../shared/adapters/dynamodb/supplement-store.ts';
import {
  startEmbeddedStore,
  type EmbeddedStoreFailure,
} from '../../shared/adapters/embedded/start-embedded-store.ts';
import { createDynamoStoreSweep } from '../../shared/adapters/dynamodb/store-sweep.ts';
import { createFileOriginals } from '../../shared/adapters/file/originals.ts';
import { SETTING_NAMES } from '../../shared/config/names.ts';
import type { LocalSettings } from '../../shared/config/read.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { ImportRuns } from '../../shared/ports/import-runs.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import type { PartnerImports } from '../../shared/ports/partner-imports.ts';
import type { PartnerKeys } from '../../shared/ports/partner-keys.ts';
import type { PartnerQuota } from '../../shared/ports/partner-quota.ts';
import type { SupplementStore } from '../../shared/ports/supplement-store.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import type { StoreSweep } from '../../shared/ports/store-sweep.ts';
import { readServiceNote, removeServiceNote, writeServiceNote } from './service-note.ts';

/** The stores of one path, see the time limits of the DynamoDB client. */
export type Stores = {
  readonly catalogues: CatalogueStore;
  readonly offers: OfferStore;
  readonly runs: ImportRuns;
  readonly supplements: SupplementStore;
};

/** What partners are known by and have sent. */
export type PartnerStores = {
  readonly keys: PartnerKeys;
  readonly imports: PartnerImports;
  readonly quota: PartnerQuota;
};

/** A store that is ready, with its table; `stop` ends it where it was started here. */
export type OpenStore = {
  readonly storesFor: (path: StorePath) => Stores;
  readonly partnerStores: PartnerStores;
  /** Feeds as they were fetched, in the data folder. */
  readonly originals: OriginalStore;
  readonly sweep: StoreSweep;
  readonly stop: () => Promise<void>;
};

type Deps = { readonly settings: LocalSettings; readonly log: EventLog };
type Place = { readonly endpoint: string; readonly stop: () => Promise<void> };

const nothingToStop = () => Promise.resolve();

function sentenceOf(failure: EmbeddedStoreFailure, folder: string): string {
  const other = `set ${SETTING_NAMES.dataFolder} to another folder`;
  switch (failure.code) {
    case 'locked':
      return `The data folder ${folder} is in use by process ${failure.pid}: stop that process or ${other}.`;
    case 'folder-unusable':
      return `The data folder ${folder} cannot be used as a store: make it writable or ${other}.`;
    case 'port-in-use':
      return 'The embedded store found no free port on 127.0.0.1: close programs that listen there and start again.';
  }
}

async function connect(
  { settings, log }: Deps,
  { endpoint, stop }: Place,
): Promise<Result<OpenStore, string>> {
  const accessFor = (path: StorePath) => createDynamoAccess({ path, table: settings.table, endpoint, log });
  const isThere = await ensureTable(accessFor('import')).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await stop();
    return failed(
      `The store at ${endpoint} does not answer: start it or correct ${SETTING_NAMES.dynamodbEndpoint}.`,
    );
  }
  const requests = accessFor('request');
  return ok({
    stop,
    partnerStores: {
      keys: createDynamoPartnerKeys(requests),
      imports: createDynamoPartnerImports(requests),
      quota: createDynamoPartnerQuota(requests),
    },
    originals: createFileOriginals(join(settings.dataFolder, 'originals')),
    sweep: createDynamoStoreSweep(accessFor('import')),
    storesFor: (path) => {
      const access = accessFor(path);
      return {
        catalogues: createDynamoCatalogueStore(access),
        offers: createDynamoOfferStore(access),
        runs: createDynamoImportRuns(access),
        supplements: createDynamoSupplementStore(access),
      };
    },
  });
}

/**
 * Opens the store of the settings: the one at DYNAMODB_ENDPOINT, else the embedded one on the data folder. A folder used
 * by a running service is a failure, unless `besideService`: then that service's store is used.
 */
export async function openStore(
  deps: Deps,
  { besideService }: { readonly besideService: boolean },
): Promise<Result<OpenStore, string>> {
  const { dynamodbEndpoint, dataFolder: folder } = deps.settings;
  if (dynamodbEndpoint !== undefined)
    return connect(deps, { endpoint: dynamodbEndpoint, stop: nothingToStop });
  const started = await startEmbeddedStore({ folder, log: deps.log });
  if (!started.ok) {
    const { failure } = started;
    const service =
      besideService && failure.code === 'locked' ? await readServiceNote(folder, failure.pid) : undefined;
    return service === undefined
      ? failed(sentenceOf(failure, folder))
      : connect(deps, { endpoint: service.endpoint, stop: nothingToStop });
  }
  const { endpoint, stop } = started.value;
  await writeServiceNote(folder, { pid: process.pid, endpoint });
  return connect(deps, {
    endpoint,
    stop: async () => {
      await removeServiceNote(folder);
      await stop();
    },
  });
}
