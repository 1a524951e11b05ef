import type { FeedId, OfferId } from './offer-id.ts';
import type { Offer } from './offer.ts';

/** Content hash of one state of an offer, 32 lower-case hexadecimal digits. */
export type OfferVersion = string & { readonly [offerVersion]: true };
declare const offerVersion: unique symbol;
/** Content hash of a whole catalogue, 32 lower-case hexadecimal digits. */
export type CatalogueId = string & { readonly [catalogueId]: true };
declare const catalogueId: unique symbol;

const HASH = /^[0-9a-f]{32}$/;

function isOfferVersion(text: string): text is OfferVersion {
  return HASH.test(text);
}

function isCatalogueId(text: string): text is CatalogueId {
  return HASH.test(text);
}

/** Brands an offer version; `undefined` unless it is 32 lower-case hexadecimal digits. */
export function parseOfferVersion(text: string): OfferVersion | undefined {
  return isOfferVersion(text) ? text : undefined;
}

/** Brands the id of a catalogue; `undefined` unless it is 32 lower-case hexadecimal digits. */
export function parseCatalogueId(text: string): CatalogueId | undefined {
  return isCatalogueId(text) ? text : undefined;
}

/** What an offer is like while matching: every field but the long text, which is read by its version when asked for. */
export type CatalogueOffer = Omit<Offer, 'summary'>;

/**
 * An offer of a catalogue. `missingSince`: the feed no longer tells of it since that run, milliseconds since 1970; it
 * stands until a later run misses it as well. Absent = the last run saw it.
 */
export type CatalogueEntry = {
  readonly version: OfferVersion;
  readonly offer: CatalogueOffer;
  readonly missingSince?: number;
};

/** All current offers of one feed, published together; entries ascending by offer id (code points), ids unique. */
export type Catalogue = { readonly feed: FeedId; readonly entries: readonly CatalogueEntry[] };

/**
 * A catalogue on its way into a store, whose entries may be made one by one as they are asked for, the same ones each time: a
 * large one need not be in memory. A `Catalogue` is one.
 */
export type CatalogueInMaking = { readonly feed: FeedId; readonly entries: Iterable<CatalogueEntry> };

/** Which version of which offer is in a catalogue; a `Catalogue` says so. */
export type VersionList = {
  readonly entries: readonly { readonly version: OfferVersion; readonly offer: Pick<CatalogueOffer, 'id'> }[];
};

/** What one publication did to one offer; `removed` is the tombstone. */
export type OfferChange = {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly offer: OfferId;
  /** Absent for `removed`. */
  readonly version?: OfferVersion;
};
