import { randomUUID } from 'node:crypto';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoImportRunReader } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoStoreSweep } from '../../shared/adapters/dynamodb/store-sweep.ts';
import { createDynamoSweepCatalogues } from '../../shared/adapters/dynamodb/sweep-catalogues.ts';
import { readLocalSettings } from '../../shared/config/read.ts';
import { sweepAndLog } from '../../shared/use-cases/sweep-and-log.ts';

const settings = readLocalSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { region, table } = settings.value;

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const access = createDynamoAccess({ path: 'import', table, log });
const deps = {
  catalogues: createDynamoSweepCatalogues(access),
  runs: createDynamoImportRunReader(access),
  sweep: createDynamoStoreSweep(access),
  clock,
  log,
};

/** Sweeps the table every night. Originals are not its business: the bucket itself throws them away after 30 days. */
export const handler = () => sweepAndLog({ ...deps, owner: `sweep-${randomUUID()}` }, region);
