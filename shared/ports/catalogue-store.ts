import type {
  Catalogue,
  CatalogueEntry,
  CatalogueId,
  CatalogueInMaking,
  OfferChange,
} from '../domain/offer/catalogue.ts';
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
  /** Hash of the source bytes and of the reader's version of the last run that published. */
  readonly source?: string;
  /** When a run last found the feed in this state. */
  readonly lastSeenAt: number;
  /**
   * Set by a roll back until the next publication: the catalogue that was taken away. `source` still names what that
   * one was made from, so that the same bytes do not bring it back.
   */
  readonly rolledBackFrom?: CatalogueId;
};

/** The right to publish one feed until `until`; a later lease has a higher `fence` and takes the right away. */
export type Lease = {
  readonly feed: FeedId;
  readonly owner: string;
  readonly fence: number;
  readonly until: number;
};

/** Who wants to publish, now and until when; `owner` is unique to the run, instants in milliseconds. */
export type WantedLease = {
  readonly owner: string;
  readonly now: number;
  readonly until: number;
  readonly evenIfHeld?: boolean;
};

/** One line of a feed's change log; `sequence` is that of the publication, `index` its place within it from 0. */
export type LoggedChange = OfferChange & { readonly sequence: number; readonly index: number };

/** What an operator has hidden, over any import. */
export type HiddenTarget =
  | { readonly kind: 'offer'; readonly id: OfferId }
  | { readonly kind: 'provider'; readonly id: string }
  | { readonly kind: 'feed'; readonly id: FeedId };

/**
 * What to make current: a catalogue that was written before, the pointer's sequence it was made from (0 = none yet).
 * A roll back says when its catalogue had last been seen and which one it takes away; otherwise the feed was seen now.
 */
export type Publication = {
  readonly catalogue: CatalogueId;
  readonly expectedSequence: number;
  readonly changes: readonly OfferChange[];
  readonly source?: string;
  readonly lastSeenAt?: number;
  readonly rolledBackFrom?: CatalogueId;
};

/** One past or present move of a pointer. `lastSeenAt` of a past one is the last time its state of the feed was seen. */
export type PublicationRecord = {
  readonly sequence: number;
  readonly catalogue: CatalogueId;
  readonly publishedAt: number;
  readonly lastSeenAt: number;
  /** Number of changed offers. */
  readonly changes: number;
};

/**
 * Catalogues by content and the pointers that make them current. Methods throw StoreUnavailable on an outage, and
 * CatalogueDamaged when what they have to build on is missing, altered or written by a newer release.
 */
export type CatalogueStore = {
  /** Pointers of all feeds of the region that have a current catalogue, ascending by feed; what a newer release wrote is left out. */
  readonly readPointers: (region: RegionId) => Promise<readonly CataloguePointer[]>;
  /** The content named by a pointer. Throws CatalogueDamaged when a part is missing or does not have its hash. */
  readonly readCatalogue: (region: RegionId, feed: FeedId, id: CatalogueId) => Promise<Catalogue>;
  /**
   * Hands the entries of the same content over one by one, ascending by offer id, so that it need not be in memory. What was
   * handed over counts only once all of it was: throws CatalogueDamaged as `readCatalogue` does, perhaps after some.
   */
  readonly readEntries: (
    region: RegionId,
    feed: FeedId,
    id: CatalogueId,
    take: (entry: CatalogueEntry) => void,
  ) => Promise<void>;
  /**
   * Writes a catalogue that nothing points to yet, reads it back and checks it; gives its content hash, which is the
   * same for the same content. Throws RangeError when its entries are not ascending by id.
   */
  readonly writeCatalogue: (region: RegionId, catalogue: CatalogueInMaking) => Promise<CatalogueId>;
  /**
   * The bytes of the match index that lies beside a catalogue, from the start of a buffer of their own; `undefined` where
   * none does. Throws CatalogueDamaged when a part is missing or altered.
   */
  readonly readIndex: (region: RegionId, feed: FeedId, id: CatalogueId) => Promise<Uint8Array | undefined>;
  /**
   * Lays the bytes of a match index, given in parts, beside a catalogue, over what lay there. Throws CatalogueDamaged when
   * that catalogue was never written. Writing the catalogue again takes its index away.
   */
  readonly writeIndex: (
    region: RegionId,
    feed: FeedId,
    id: CatalogueId,
    index: readonly Uint8Array[],
  ) => Promise<void>;
  /**
   * Takes the right to publish until `until`; `held` while another owner's lease has not run out. `evenIfHeld` takes it
   * away from its holder, for an operator who cannot wait.
   */
  readonly takeLease: (region: RegionId, feed: FeedId, wanted: WantedLease) => Promise<Result<Lease, 'held'>>;
  /** Gives the right back before its time; does nothing when it was lost. */
  readonly releaseLease: (region: RegionId, lease: Lease) => Promise<void>;
  /**
   * Moves the pointer in one conditional write. `lost-lease`: the right was taken or given back; `moved`: the sequence
   * is another. Repeating a publication that succeeded gives its pointer again.
   */
  readonly publish: (
    region: RegionId,
    lease: Lease,
    publication: Publication,
    now: number,
  ) => Promise<Result<CataloguePointer, 'lost-lease' | 'moved'>>;
  /** Notes that a run found the feed unchanged; does nothing after a roll back or when nothing is current. */
  readonly markSeen: (region: RegionId, feed: FeedId, now: number) => Promise<void>;
  /** Changes of one feed in order, after the given sequence (0 = from the start), at most `limit` publications. */
  readonly readChanges: (
    region: RegionId,
    feed: FeedId,
    after: number,
    limit: number,
  ) => Promise<readonly LoggedChange[]>;
  /** The last `limit` moves of a feed's pointer, the current one first. */
  readonly readPublications: (
    region: RegionId,
    feed: FeedId,
    limit: number,
  ) => Promise<readonly PublicationRecord[]>;
  /** Adds to the list of what is hidden; again changes nothing. */
  readonly hide: (region: RegionId, target: HiddenTarget, now: number) => Promise<void>;
  /** Takes off that list; what is not on it is left so. */
  readonly unhide: (region: RegionId, target: HiddenTarget) => Promise<void>;
  /** All that is hidden, ascending by kind, then id. */
  readonly readHidden: (region: RegionId) => Promise<readonly HiddenTarget[]>;
};
