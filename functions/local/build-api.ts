import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { explainOffer } from '../../shared/domain/matching/match-offers.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { createCurrentOffers, type CurrentOffersSource } from '../../shared/use-cases/current-offers.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';
import type { ApiDeps } from '../api/api-deps.ts';
import type { ApiEnv } from '../api/api-env.ts';
import { createApi } from '../api/app.ts';
import type { Stores } from './open-store.ts';

/** Signs page cursors of this machine, which only name a position; fixed, so that the same request has the same answer. */
export const LOCAL_CURSOR_KEY = 'cursors of a local system';

/** The API of this machine and the offers it answers from. */
export function buildApi(deps: {
  readonly inUse: RegionInUse;
  readonly stores: Pick<Stores, 'catalogues' | 'offers'>;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly awaitedFeeds?: ApiDeps['awaitedFeeds'];
}): { readonly app: OpenAPIHono<ApiEnv>; readonly currentOffers: CurrentOffersSource } {
  const { inUse, stores, clock, log, awaitedFeeds } = deps;
  const seal = createHmacSeal(LOCAL_CURSOR_KEY);
  const currentOffers = createCurrentOffers({ catalogues: stores.catalogues, clock, log, seal, inUse });
  const app = createApi({
    inUse,
    currentOffers,
    offers: stores.offers,
    match: rankOffers,
    judge: explainOffer,
    seal,
    messagesIn: createMessageLoader(),
    clock,
    log,
    newRequestId: randomUUID,
    ...(awaitedFeeds && { awaitedFeeds }),
  });
  return { app, currentOffers };
}
