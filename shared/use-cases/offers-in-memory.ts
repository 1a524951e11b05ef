import type { CatalogueEntry, CatalogueOffer } from '../domain/offer/catalogue.ts';
import { duplicateLinks } from '../domain/offer/duplicate-links.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { HiddenTarget } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seal } from '../ports/seal.ts';
import type { FeedInMemory } from './read-catalogues.ts';
import { germanDate, todayOf, type RegionInUse } from './region-in-use.ts';

/** An offer of the current catalogues with its version in the store, and since when its feed no longer tells of it. */
export type CurrentOffer = CatalogueEntry;

/** All current offers of a region, hidden ones left out. */
export type OffersInMemory = {
  readonly feeds: readonly FeedInMemory[];
  /** Ascending by feed, then by offer id. */
  readonly offers: readonly CatalogueOffer[];
  readonly byId: ReadonlyMap<OfferId, CurrentOffer>;
  /** Offers of which another feed tells as well, each with the one that is shown for both. */
  readonly links: ReadonlyMap<OfferId, OfferId>;
  readonly sampleCount: number;
  /** Fingerprint of the catalogues and of what is hidden: equal if and only if the offers are. */
  readonly fingerprint: string;
  /** When the newest catalogue was published, milliseconds since 1970. */
  readonly publishedAt: number;
  /** A catalogue is damaged or missing; what is held instead is older. */
  readonly damaged: boolean;
};

/** Whoever hides an offer hides the thing: what another feed tells of it as well stays hidden with it. */
function isHidden(offer: CatalogueOffer, hidden: readonly HiddenTarget[]): boolean {
  return hidden.some((target) => {
    switch (target.kind) {
      case 'offer':
        return target.id === offer.id || target.id === offer.duplicateOf;
      case 'provider':
        return target.id === offer.provider.id;
      case 'feed':
        return target.id === offer.freshness.feed;
    }
  });
}

/**
 * The entry with the day on which a run last saw its feed, where that is later than the day its version was first seen;
 * one that the feed no longer tells of was not seen.
 */
function seenOn(day: LocalDate, entry: CurrentOffer): CurrentOffer {
  const { offer, missingSince } = entry;
  if (missingSince !== undefined || offer.freshness.checked >= day) return entry;
  return { ...entry, offer: { ...offer, freshness: { ...offer.freshness, checked: day } } };
}

/** The entry with the offer that is shown for both where another feed tells of the same thing. */
function linkedTo(links: ReadonlyMap<OfferId, OfferId>, entry: CurrentOffer): CurrentOffer {
  const shown = links.get(entry.offer.id);
  return shown === undefined ? entry : { ...entry, offer: { ...entry.offer, duplicateOf: shown } };
}

/** The links between the feeds, found again only where a catalogue is another than before. */
function linksOf(
  feeds: readonly FeedInMemory[],
  before: OffersInMemory | undefined,
): OffersInMemory['links'] {
  const isAsBefore =
    before?.feeds.length === feeds.length &&
    feeds.every(({ catalogue }, index) => catalogue === before.feeds[index]?.catalogue);
  return isAsBefore
    ? before.links
    : duplicateLinks(feeds.flatMap(({ catalogue }) => catalogue.entries.map(({ offer }) => offer)));
}

/**
 * Puts the catalogues of a region together, linked where several feeds tell of the same thing, without what an operator has
 * hidden. A day seen is never after the region's today. `before`: what was in memory until now.
 */
export function combineOffers(
  deps: { readonly seal: Pick<Seal, 'digest'>; readonly inUse: RegionInUse; readonly clock: Clock },
  read: { readonly feeds: readonly FeedInMemory[]; readonly lost: readonly FeedId[] },
  hidden: readonly HiddenTarget[],
  before?: OffersInMemory,
): OffersInMemory {
  const links = linksOf(read.feeds, before);
  const today = todayOf(deps.inUse, deps.clock());
  const seenDay = ({ pointer }: FeedInMemory): LocalDate => {
    const day = germanDate(pointer.lastSeenAt);
    return day < today ? day : today;
  };
  const current = read.feeds
    .flatMap((feed) => feed.catalogue.entries.map((entry) => linkedTo(links, seenOn(seenDay(feed), entry))))
    .filter(({ offer }) => !isHidden(offer, hidden));
  const hiddenNames = hidden.map(({ kind, id }) => `${kind} ${id}`).toSorted();
  const catalogueNames = read.feeds.map((feed) => `${feed.pointer.feed} ${feed.id} ${seenDay(feed)}`);
  return {
    feeds: read.feeds,
    offers: current.map(({ offer }) => offer),
    links,
    byId: new Map(current.map((entry) => [entry.offer.id, entry])),
    sampleCount: current.filter(({ offer }) => offer.freshness.sample === true).length,
    fingerprint: deps.seal.digest(JSON.stringify([catalogueNames, hiddenNames])),
    publishedAt: Math.max(0, ...read.feeds.map(({ pointer }) => pointer.publishedAt)),
    damaged: read.lost.length > 0 || read.feeds.some(({ damaged }) => damaged),
  };
}
