import { withSegment, type MatchIndex } from '../domain/matching/match-index/match-index.ts';
import type { CatalogueEntry, CatalogueOffer } from '../domain/offer/catalogue.ts';
import { duplicateLinks } from '../domain/offer/duplicate-links.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { HiddenTarget } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seal } from '../ports/seal.ts';
import { feedOffers, type FeedOffers } from './feed-offers.ts';
import { offersOfDay, type OffersOfDay } from './offer-source.ts';
import type { FeedInMemory } from './read-catalogues.ts';
import { germanDate, todayOf, type RegionInUse } from './region-in-use.ts';

/** An offer of the current catalogues with its version in the store, and since when its feed no longer tells of it. */
export type CurrentOffer = CatalogueEntry;

/** All current offers of a region, hidden ones left out. */
export type OffersInMemory = {
  readonly feeds: readonly FeedInMemory[];
  readonly byFeed: ReadonlyMap<FeedId, FeedOffers>;
  /** Ascending by feed, then by offer id. */
  readonly offers: readonly CatalogueOffer[];
  readonly byId: ReadonlyMap<OfferId, CurrentOffer>;
  /** The same offers in columns, where a match looks; a segment of a feed whose offers stay is the same object. */
  readonly index: MatchIndex;
  /** Those that can be had on a day. */
  readonly onDay: (today: LocalDate) => OffersOfDay;
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

/** What is put together: the catalogues, the day each was last seen, and what an operator has hidden. */
type Parts = {
  readonly feeds: readonly FeedInMemory[];
  readonly seenDay: (feed: FeedInMemory) => LocalDate;
  readonly hidden: readonly HiddenTarget[];
};

/**
 * Puts the catalogues of a region together, linked where several feeds tell of the same thing, without what an operator has
 * hidden. A day seen is never after the region's today. `before`: what was in memory until now; what has not changed since
 * is taken from it.
 */
export async function combineOffers(
  deps: { readonly seal: Pick<Seal, 'digest'>; readonly inUse: RegionInUse; readonly clock: Clock },
  read: { readonly feeds: readonly FeedInMemory[]; readonly lost: readonly FeedId[] },
  hidden: readonly HiddenTarget[],
  before?: OffersInMemory,
): Promise<OffersInMemory> {
  const { feeds, lost } = read;
  const today = todayOf(deps.inUse, deps.clock());
  const seenDay = ({ pointer }: FeedInMemory): LocalDate => {
    const day = germanDate(pointer.lastSeenAt);
    return day < today ? day : today;
  };
  const hiddenNames = hidden.map(({ kind, id }) => `${kind} ${id}`).toSorted();
  const catalogueNames = feeds.map((feed) => `${feed.pointer.feed} ${feed.id} ${seenDay(feed)}`);
  const fingerprint = deps.seal.digest(JSON.stringify([catalogueNames, hiddenNames]));
  const { publicHolidays } = deps.inUse.region;
  return {
    ...(fingerprint === before?.fingerprint
      ? before
      : await joined({ feeds, seenDay, hidden }, publicHolidays, before)),
    feeds,
    fingerprint,
    publishedAt: Math.max(0, ...feeds.map(({ pointer }) => pointer.publishedAt)),
    damaged: lost.length > 0 || feeds.some(({ damaged }) => damaged),
  };
}

/** The offers of all feeds, those of each taken over where they are the same as before. */
async function joined(
  { feeds, seenDay, hidden }: Parts,
  publicHolidays: ReadonlySet<LocalDate>,
  before: OffersInMemory | undefined,
): Promise<Pick<OffersInMemory, 'byFeed' | 'offers' | 'byId' | 'index' | 'onDay' | 'links' | 'sampleCount'>> {
  const links = linksOf(feeds, before);
  const byFeed = new Map<FeedId, FeedOffers>();
  for (const feed of feeds) {
    const around = { links, hidden, seen: seenDay(feed), publicHolidays };
    const name = feed.pointer.feed;
    byFeed.set(name, await feedOffers(feed, around, before?.byFeed.get(name)));
  }
  const current = [...byFeed.values()].flatMap(({ entries }) => entries);
  const index = [...byFeed.values()].reduce<MatchIndex>((made, { segment }) => withSegment(made, segment), {
    segments: [],
  });
  const offers = current.map(({ offer }) => offer);
  return {
    byFeed,
    offers,
    byId: new Map(current.map((entry) => [entry.offer.id, entry])),
    index,
    onDay: offersOfDay(offers),
    links,
    sampleCount: current.filter(({ offer }) => offer.freshness.sample === true).length,
  };
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
