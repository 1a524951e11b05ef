import { createApi } from '../../functions/api/app.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createMemoryCatalogueStore } from '../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryOfferStore } from '../../shared/adapters/memory/offer-store.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Match } from '../../shared/domain/matching/match-result.ts';
import type { FeedId, OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import { createCurrentOffers } from '../../shared/use-cases/current-offers.ts';
import { hashOffer } from '../../shared/use-cases/hash-offer.ts';
import { publishCatalogue } from '../../shared/use-cases/publish-catalogue.ts';
import { fakeJudge, fakeMatch } from './fake-match.ts';
import { recordLog } from './log-matcher.ts';
import { rankingOf, type MatchFunction } from './ranking-of.ts';
import { SOME_REGION } from './some-region.ts';

const OWNER = 'test';

/** Publishes the offers of one feed, as an import does. */
export async function publishOffers(
  stores: { readonly catalogues: CatalogueStore; readonly offers: OfferStore },
  published: readonly Offer[],
  now: number,
  source?: string,
): Promise<void> {
  const region = SOME_REGION.region.id;
  const feed = published[0]!.freshness.feed;
  const lease = await stores.catalogues.takeLease(region, feed, { owner: OWNER, now, until: now + 60_000 });
  if (!lease.ok) throw new Error('the lease is free');
  const pointer = (await stores.catalogues.readPointers(region)).find((known) => known.feed === feed);
  const catalogue = pointer && (await stores.catalogues.readCatalogue(region, feed, pointer.catalogue));
  const done = await publishCatalogue(
    { ...stores, clock: () => now, hashOffer },
    {
      region,
      feed,
      lease: lease.value,
      current: pointer && catalogue ? { pointer, catalogue } : {},
      offers: published,
      ...(source === undefined ? {} : { source }),
      publicHolidays: SOME_REGION.region.publicHolidays,
    },
  );
  if (!done.ok) throw new Error(done.failure);
  await stores.catalogues.releaseLease(region, lease.value);
}

/** What of the API a test wants otherwise. */
export type ApiParts = {
  readonly match?: MatchFunction;
  readonly judge?: (input: MatchingInput, id: OfferId) => Match | undefined;
  readonly catalogues?: (store: CatalogueStore) => CatalogueStore;
  readonly offerStore?: (store: OfferStore) => OfferStore;
  readonly awaitedFeeds?: () => readonly FeedId[];
};

/** The API over stores in memory with a clock that a test moves, and everything it logged. */
export async function apiOver(offers: readonly Offer[], parts: ApiParts = {}) {
  const time = { now: Date.parse('2025-03-24T12:00:00Z') };
  const stores = { catalogues: createMemoryCatalogueStore(), offers: createMemoryOfferStore() };
  if (offers.length > 0) await publishOffers(stores, offers, time.now);
  const logged = recordLog();
  const clock = () => time.now;
  const seal = createHmacSeal('a key of the tests');
  const catalogues = parts.catalogues?.(stores.catalogues) ?? stores.catalogues;
  const currentOffers = createCurrentOffers({
    catalogues,
    clock,
    log: logged.log,
    seal,
    inUse: SOME_REGION,
  });
  let requests = 0;
  const app = createApi({
    inUse: SOME_REGION,
    currentOffers,
    offers: parts.offerStore?.(stores.offers) ?? stores.offers,
    match: rankingOf(parts.match ?? fakeMatch),
    judge: parts.judge ?? fakeJudge,
    seal,
    messagesIn: createMessageLoader(),
    clock,
    log: logged.log,
    newRequestId: () => `request-${(requests += 1)}`,
    ...(parts.awaitedFeeds && { awaitedFeeds: parts.awaitedFeeds }),
  });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, post, logged, time, stores, currentOffers };
}
