import type { Segment } from '../domain/matching/match-index/segment.ts';
import type { CatalogueEntry, CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { HiddenTarget } from '../ports/catalogue-store.ts';
import type { FeedInMemory } from './read-catalogues.ts';

/** An entry of a catalogue, and the offer that is shown for both where another feed tells of the same thing. */
type Told = { readonly entry: CatalogueEntry; readonly shown: OfferId | undefined };

/** The current offers of one feed, hidden ones left out, and where a match looks for them. */
export type FeedOffers = {
  readonly told: readonly Told[];
  /** Ascending by offer id, as in the catalogue. */
  readonly entries: readonly CatalogueEntry[];
  readonly segment: Segment;
};

/** What the offers of a feed depend on beside its catalogue. `seen`: the day a run last saw the feed. */
type Around = {
  readonly links: ReadonlyMap<OfferId, OfferId>;
  readonly hidden: readonly HiddenTarget[];
  readonly seen: LocalDate;
  readonly publicHolidays: ReadonlySet<LocalDate>;
};

/**
 * The offers of one feed. `before`: those in memory until now, whose segment stays while the same offers are told, as the
 * day they were last seen decides nothing in it. Else the segment that was published with the catalogue is taken, unless
 * one of its offers is hidden: what builds one is read only then.
 */
export async function feedOffers(
  { pointer, catalogue, segment: published }: FeedInMemory,
  around: Around,
  before?: FeedOffers,
): Promise<FeedOffers> {
  const told = catalogue.entries
    .map((entry): Told => ({ entry, shown: around.links.get(entry.offer.id) }))
    .filter((each) => !isHidden(each, around.hidden));
  const entries = told.map((each) => currentEntry(each, around.seen));
  const isAsBefore =
    before?.told.length === told.length &&
    told.every(({ entry, shown }, at) => entry === before.told[at]?.entry && shown === before.told[at].shown);
  if (isAsBefore) return { told, entries, segment: before.segment };
  const offers = entries.map(({ offer }) => offer);
  if (published !== undefined && told.length === catalogue.entries.length) {
    return { told, entries, segment: withDuplicates(published, offers) };
  }
  const { buildSegment } = await import('../domain/matching/match-index/build-segment.ts');
  return { told, entries, segment: buildSegment(pointer.feed, offers, around.publicHolidays) };
}

/** The segment of the same offers, in the same order, with what other feeds say of them. */
function withDuplicates(segment: Segment, offers: readonly CatalogueOffer[]): Segment {
  const rows: number[] = [];
  const duplicateOf: OfferId[] = [];
  for (const [row, offer] of offers.entries()) {
    if (offer.duplicateOf === undefined) continue;
    rows.push(row);
    duplicateOf.push(offer.duplicateOf);
  }
  return { ...segment, duplicates: Int32Array.from(rows), duplicateOf };
}

/** Whoever hides an offer hides the thing: what another feed tells of it as well stays hidden with it. */
function isHidden({ entry: { offer }, shown }: Told, hidden: readonly HiddenTarget[]): boolean {
  return hidden.some((target) => {
    switch (target.kind) {
      case 'offer':
        return target.id === offer.id || target.id === (shown ?? offer.duplicateOf);
      case 'provider':
        return target.id === offer.provider.id;
      case 'feed':
        return target.id === offer.freshness.feed;
    }
  });
}

/**
 * The entry with the offer shown for both, and with the day on which a run last saw its feed, where that is later than the
 * day its version was first seen; one that the feed no longer tells of was not seen.
 */
function currentEntry({ entry, shown }: Told, seen: LocalDate): CatalogueEntry {
  const offer: CatalogueOffer = shown === undefined ? entry.offer : { ...entry.offer, duplicateOf: shown };
  if (entry.missingSince !== undefined || offer.freshness.checked >= seen) {
    return offer === entry.offer ? entry : { ...entry, offer };
  }
  return { ...entry, offer: { ...offer, freshness: { ...offer.freshness, checked: seen } } };
}
