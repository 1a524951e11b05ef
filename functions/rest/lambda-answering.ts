import { randomUUID } from 'node:crypto';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createDynamoCatalogueReader } from '../../shared/adapters/dynamodb/catalogue-reader.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoOfferReader } from '../../shared/adapters/dynamodb/offer-reader.ts';
import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { readServiceSettings, type Environment } from '../../shared/config/read.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { explainOffer } from '../../shared/domain/matching/match-offers.ts';
import { createCurrentOffers } from '../../shared/use-cases/current-offers.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import type { AnsweringDeps } from './answering-deps.ts';

/** What a function on Lambda answers with: the region of its folder and everything that answering takes from outside. */
export type LambdaAnswering = { readonly loaded: LoadedRegion; readonly deps: AnsweringDeps };

/**
 * Joins what API and form answer with to its adapters on Lambda, once when a function starts. Throws a sentence for the
 * operator where a setting or the region is wrong.
 */
export async function answeringOnLambda(environment: Environment): Promise<LambdaAnswering> {
  const settings = readServiceSettings(environment);
  if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
  const loaded = await readRegionOfStage(settings.value);
  if (!loaded.ok) throw new Error(loaded.failure);

  const { table, cursorKey } = settings.value;
  const clock = () => Date.now();
  const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
  const access = createDynamoAccess({ path: 'request', table, log });
  const seal = createHmacSeal(cursorKey);
  const inUse = regionInUse(loaded.value);
  const catalogues = createDynamoCatalogueReader(access);
  return {
    loaded: loaded.value,
    deps: {
      inUse,
      currentOffers: createCurrentOffers({ catalogues, clock, log, seal, inUse }),
      offers: createDynamoOfferReader(access),
      match: rankOffers,
      judge: explainOffer,
      seal,
      clock,
      log,
      newRequestId: randomUUID,
    },
  };
}
