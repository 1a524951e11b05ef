import { randomUUID } from 'node:crypto';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { readStyles } from '../../shared/adapters/file/read-styles.ts';
import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { explainOffer } from '../../shared/domain/matching/match-offers.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { CurrentOffersSource } from '../../shared/use-cases/current-offers.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { createRestHandler, type RestHandler } from '../rest/rest-handler.ts';
import { restEvent } from '../rest/rest-event.ts';
import { createWeb } from '../web/app.ts';
import { isWebPath } from '../web/web-paths.ts';
import { LOCAL_CURSOR_KEY } from './build-api.ts';
import type { Stores } from './open-store.ts';
import { isPartnerPath } from './partner-door.ts';

/** The pages of this machine, answering from the same offers as its API. */
export async function buildWeb(deps: {
  readonly region: LoadedRegion;
  readonly stores: Stores;
  readonly currentOffers: CurrentOffersSource;
  readonly clock: Clock;
  readonly log: EventLog;
}): Promise<ReturnType<typeof createWeb>> {
  const { region, stores, currentOffers, clock, log } = deps;
  return createWeb({
    inUse: regionInUse(region),
    contact: region.profile.contact,
    sources: region.feeds.map(({ name, credit, licence }) => ({ name, credit, licence })),
    styles: await readStyles(),
    messages: createMessageLoader(),
    currentOffers,
    offers: stores.offers,
    match: rankOffers,
    judge: explainOffer,
    seal: createHmacSeal(LOCAL_CURSOR_KEY),
    clock,
    log,
    newRequestId: randomUUID,
  });
}

/** One front door for all, as the routes of API Gateway are: paths of the pages and of partners, all others the API's. */
export function joinHandlers(handlers: {
  readonly web: Awaited<ReturnType<typeof buildWeb>>;
  readonly partner: RestHandler;
  readonly api: RestHandler;
}): RestHandler {
  const { partner, api } = handlers;
  const pages = createRestHandler(handlers.web);
  return async (event) => {
    const parsed = restEvent.pick({ path: true }).safeParse(event);
    if (!parsed.success) return api(event);
    const { path } = parsed.data;
    return isWebPath(path) ? pages(event) : isPartnerPath(path) ? partner(event) : api(event);
  };
}
