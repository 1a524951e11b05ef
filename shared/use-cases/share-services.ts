import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { OfferKind } from '../domain/offer/terms.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { passesFacts } from './browse-filters.ts';
import { isOver } from './browse-offers.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import { readOffer, type ReadOfferDeps } from './read-offer.ts';
import { todayOf } from './region-in-use.ts';
import type { Clock } from '../ports/clock.ts';

/** What sharing services takes from outside. */
export type ShareDeps = ReadOfferDeps & { readonly clock: Clock };

/** Pages count from 1. `changedSince`: milliseconds since 1970. */
export type SharedPageRequest = {
  readonly search?: string;
  readonly changedSince?: number;
  readonly page: number;
  readonly perPage: number;
};

/** A page of offers in full and how many there are on all. */
export type SharedPage = {
  readonly offers: CurrentOffers;
  readonly total: number;
  readonly page: readonly Offer[];
};

const SHARED: readonly OfferKind[] = ['childcare', 'advice'];

/**
 * The childcare and advice that others may show: current, not over, each thing once, ascending by id. With `changedSince` all of
 * every feed whose catalogue was published then or later, as nobody keeps when a single place was counted.
 */
export async function listShared(
  deps: ShareDeps,
  { search, changedSince, page, perPage }: SharedPageRequest,
): Promise<Result<SharedPage, NoOffers>> {
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const offers = read.value;
  const unchanged = new Set(
    offers.feeds.flatMap(({ pointer }) =>
      changedSince !== undefined && pointer.publishedAt < changedSince ? [pointer.feed] : [],
    ),
  );
  const found = sharedOf(deps, offers)
    .filter((offer) => !unchanged.has(offer.freshness.feed))
    .filter((offer) => search === undefined || passesFacts(offer, { q: search }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const shown = found.slice((page - 1) * perPage, page * perPage);
  const full = await Promise.all(shown.map(({ id }) => readOffer(deps, { offer: id })));
  const lost = full.find((one) => !one.ok && one.failure !== 'offer-not-found');
  if (lost?.ok === false && lost.failure !== 'offer-not-found') return failed(lost.failure);
  return ok({ offers, total: found.length, page: full.flatMap((one) => (one.ok ? [one.value] : [])) });
}

/** One of them in full, told by whoever knows its name outside. */
export async function readShared(
  deps: ShareDeps,
  isAsked: (offer: CatalogueOffer) => boolean,
): Promise<Result<Offer, NoOffers | 'offer-not-found'>> {
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const asked = sharedOf(deps, read.value).find(isAsked);
  return asked === undefined ? failed('offer-not-found') : readOffer(deps, { offer: asked.id });
}

function sharedOf({ inUse, clock }: ShareDeps, { offers }: CurrentOffers): readonly CatalogueOffer[] {
  const today = todayOf(inUse, clock());
  return offers.filter(
    (offer) => SHARED.includes(offer.kind) && offer.duplicateOf === undefined && !isOver(offer, today),
  );
}
