import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoCatalogueStore } from '../../shared/adapters/dynamodb/catalogue-store.ts';
import { createDynamoAccess, type DynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { ensureTable } from '../../shared/adapters/dynamodb/ensure-table.ts';
import { createDynamoImportRuns } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoOfferStore } from '../../shared/adapters/dynamodb/offer-store.ts';
import { createDynamoSupplementStore } from '../../shared/adapters/dynamodb/supplement-store.ts';
import {
  startEmbeddedStore,
  type EmbeddedStore,
} from '../../shared/adapters/embedded/start-embedded-store.ts';
import { createMemoryCatalogueStore } from '../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../shared/adapters/memory/import-runs.ts';
import type { MemoryContents } from '../../shared/adapters/memory/memory-contents.ts';
import { createMemoryOfferStore } from '../../shared/adapters/memory/offer-store.ts';
import { createMemorySupplementStore } from '../../shared/adapters/memory/supplement-store.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import type { ImportRuns } from '../../shared/ports/import-runs.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import type { SupplementStore } from '../../shared/ports/supplement-store.ts';

/** The ports over the same contents. */
export type Stores = {
  readonly offers: OfferStore;
  readonly catalogues: CatalogueStore;
  readonly runs: ImportRuns;
  readonly supplements: SupplementStore;
};

/** Stores in memory; what they hold may be looked at. */
export function memoryStores(): Stores & { readonly contents: MemoryContents } {
  const contents: MemoryContents = new Map();
  return {
    offers: createMemoryOfferStore(),
    catalogues: createMemoryCatalogueStore(contents),
    runs: createMemoryImportRuns(),
    supplements: createMemorySupplementStore(),
    contents,
  };
}

/** Stores over a table. */
export function dynamoStores(access: DynamoAccess): Stores {
  return {
    offers: createDynamoOfferStore(access),
    catalogues: createDynamoCatalogueStore(access),
    runs: createDynamoImportRuns(access),
    supplements: createDynamoSupplementStore(access),
  };
}

/** A folder of its own, empty at first. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'vereinbar-store-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Starts the embedded store over a folder with its table; pieces are small, so that a few offers make several. */
export async function openEmbedded(
  folder: string,
): Promise<{ readonly store: EmbeddedStore; readonly access: DynamoAccess }> {
  const started = await startEmbeddedStore({ folder, log: () => undefined });
  if (!started.ok) throw new Error(`the embedded store did not start: ${started.failure.code}`);
  const access = accessTo(started.value.endpoint);
  await ensureTable(access);
  return { store: started.value, access };
}

/** Access to a local store with the time limits of an import. */
export function accessTo(endpoint: string): DynamoAccess {
  const access = createDynamoAccess({ path: 'import', table: 'vereinbar', endpoint, log: () => undefined });
  return { ...access, chunkBytes: 1024 };
}
