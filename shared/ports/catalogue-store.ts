import type { Catalogue, CatalogueId, OfferChange } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { Result } from '../domain/result.ts';

/** Which catalogue of a feed is current. `sequence` counts the moves of the pointer from 1; instants in milliseconds. */
export type CataloguePointer = {
  readonly feed: FeedId;
  readonly sequence: number;
  readonly catalogue: CatalogueId;
  /** What roll back returns to. */
  readonly previous?: CatalogueId;
  readonly publishedAt: number;
  /** Hash of the source bytes and of the reader's version that led to this catalogue. */
  readonly source?: string;
  /** When a run last found the feed unchanged or published it. */
  readonly lastSeenAt: number;
};

/** The right to publish one feed until `until`; a later lease has a higher `fence` and takes the right away. */
export type Lease = {
  readonly feed: FeedId;
  readonly owner: string;
  readonly fence: number;
  readonly until: number;
};

/** One line of a feed's change log; `sequence` is that of the publication, `index` its place within it from 0. */
export type LoggedChange = OfferChange & { readonly sequence: number; readonly index: number };

/** What an operator has hidden, over any import. */
export type HiddenTarget =
  | { readonly kind: 'offer'; readonly id: OfferId }
  | { readonly kind: 'provider'; readonly id: string }
  | { readonly kind: 'feed'; readonly id: FeedId };

/** What to make current: a catalogue that was written before, the pointer's sequence it was made from (0 = none yet). */
export type Publication = {
  readonly catalogue: CatalogueId;
  readonly expectedSequence: number;
  readonly changes: readonly OfferChange[];
  readonly source?: string;
};

/** Catalogues by content and the pointers that make them current. Methods throw StoreUnavailable on an outage. */
export type CatalogueStore = {
  /** Pointers of all feeds of the region that have a current catalogue, ascending by feed. */
  readonly readPointers: (region: RegionId) => Promise<readonly CataloguePointer[]>;
  /** The content named by a pointer. Throws CatalogueDamaged when a part is missing or does not have its hash. */
  readonly readCatalogue: (region: RegionId, feed: FeedId, id: CatalogueId) => Promise<Catalogue>;
  /** Writes a catalogue that nothing points to yet, reads it back and checks it; gives its content hash. */
  readonly writeCatalogue: (region: RegionId, catalogue: Catalogue) => Promise<CatalogueId>;
  /** Takes the right to publish until `until`; `held` while another owner's lease has not run out. */
  readonly takeLease: (
    region: RegionId,
    feed: FeedId,
    lease: { readonly owner: string; readonly now: number; readonly until: number },
  ) => Promise<Result<Lease, 'held'>>;
  /** Gives the right back before its time; does nothing when it was lost. */
  readonly releaseLease: (region: RegionId, lease: Lease) => Promise<void>;
  /** Moves the pointer in one conditional write. `lost-lease`: a later fence exists; `moved`: the sequence is another. */
  readonly publish: (
    region: RegionId,
    lease: Lease,
    publication: Publication,
    now: number,
  ) => Promise<Result<CataloguePointer, 'lost-lease' | 'moved'>>;
  /** Notes that a run found the feed unchanged. */
  readonly markSeen: (region: RegionId, feed: FeedId, now: number) => Promise<void>;
  /** Changes of one feed in order, after the given sequence (0 = from the start), at most `limit` publications. */
  readonly readChanges: (
    region: RegionId,
    feed: FeedId,
    after: number,
    limit: number,
  ) => Promise<readonly LoggedChange[]>;
  readonly hide: (region: RegionId, target: HiddenTarget, now: number) => Promise<void>;
  readonly unhide: (region: RegionId, target: HiddenTarget) => Promise<void>;
  readonly readHidden: (region: RegionId) => Promise<readonly HiddenTarget[]>;
};
