import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createDynamoCatalogueReader } from '../../shared/adapters/dynamodb/catalogue-reader.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoOfferReader } from '../../shared/adapters/dynamodb/offer-reader.ts';
import { readRegion, REGIONS_FOLDER } from '../../shared/adapters/file/read-region.ts';
import { readStyles } from '../../shared/adapters/file/read-styles.ts';
import { describeRegionFailure } from '../../shared/adapters/file/region-failure.ts';
import { checkProduction, productionSentence } from '../../shared/config/production-rules.ts';
import { readServiceSettings } from '../../shared/config/read.ts';
import { explainOffer, matchOffers } from '../../shared/domain/matching/match-offers.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import { createCurrentOffers } from '../../shared/use-cases/current-offers.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { createWeb } from './app.ts';

const settings = readServiceSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { stage, region: id, table, cursorKey } = settings.value;
const loaded = await readRegion(join(REGIONS_FOLDER, id));
if (!loaded.ok) throw new Error(describeRegionFailure(loaded.failure));
const { region, profile, feeds, germanPostcodes } = loaded.value;
const allowed = checkProduction(stage, { region: id, pinned: profile.asOf !== undefined, feeds });
if (!allowed.ok) throw new Error(productionSentence(allowed.failure));

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });
const access = createDynamoAccess({ path: 'request', table, log });
const seal = createHmacSeal(cursorKey);
const inUse = {
  region,
  ...(profile.asOf === undefined ? {} : { asOf: profile.asOf }),
  postcodeExists: (postcode: string) => germanPostcodes.has(postcode),
};
const catalogues = createDynamoCatalogueReader(access);

/** The pages behind API Gateway's REST API. */
export const handler = createRestHandler(
  createWeb({
    inUse,
    contact: profile.contact,
    sources: feeds.map(({ name, credit, licence }) => ({ name, credit, licence })),
    styles: await readStyles(fileURLToPath(new URL('./styles/built', import.meta.url))),
    currentOffers: createCurrentOffers({ catalogues, clock, log, seal, inUse }),
    offers: createDynamoOfferReader(access),
    match: matchOffers,
    judge: explainOffer,
    seal,
    messages: createMessageLoader(),
    clock,
    log,
    newRequestId: randomUUID,
  }),
);
