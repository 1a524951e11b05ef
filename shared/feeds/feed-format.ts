import type { FeedId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import type { BoundingBox } from '../domain/place/region-profile.ts';
import type { Region } from '../domain/place/region.ts';
import type { Result } from '../domain/result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { FormatId } from './format-ids.ts';
import type { NoticeCode } from './notice-catalogue.ts';
import type { Notice, RecordPlace } from './notice.ts';

/** One record as it stands in the feed, not checked yet; `number` counts from 1. */
export type RawRecord = { readonly number: number; readonly value: unknown };

/** Why a feed cannot be read on, and where: byte of the unpacked text from 0, and the record that was not complete. */
export type ReadFailure = {
  readonly code: Extract<
    NoticeCode,
    | 'gzip-broken'
    | 'source-too-large'
    | 'encoding-wrong'
    | 'json-broken'
    | 'json-too-deep'
    | 'json-too-large'
    | 'xml-broken'
    | 'xml-too-deep'
    | 'xml-too-large'
    | 'xml-doctype'
    | 'catalogue-missing'
    | 'catalogue-partial'
    | 'update-without-catalogue'
    | 'update-gap'
    | 'csv-broken'
    | 'column-missing'
    | 'column-repeated'
    | 'zip-broken'
    | 'file-missing'
    | 'calendar-broken'
    | 'records-missing'
    | 'field-renamed'
  >;
  readonly byte: number;
  readonly record: number;
  /** The column it is about, or the line where lines are counted. */
  readonly field?: string;
};

/** What a record cannot know itself: whose it is, the region with its postcode points and its box, and the day of the run. */
export type OfferContext = {
  readonly feed: FeedId;
  readonly sample: boolean;
  readonly region: Region;
  readonly bounds: BoundingBox;
  readonly today: LocalDate;
};

/** What became of a record: an offer, or none (then at least one notice is an error). */
export type RecordOutcome = {
  readonly record: RecordPlace;
  readonly offer?: Offer;
  readonly notices: readonly Notice[];
};

/** A file that holds changes alone. `since`: all that changed after it, in milliseconds since 1970; absent where updates are numbered. */
export type FeedUpdate = { readonly since?: number };

/**
 * What a format does with files of changes. `look` tells whether bytes are one, `undefined` for whatever else. `join` gives
 * the whole file as it is after the changes, and the very bytes of `whole` where they change nothing.
 */
export type FeedUpdates = {
  readonly look: (bytes: Uint8Array) => Promise<FeedUpdate | undefined>;
  readonly join: (whole: Uint8Array, update: Uint8Array) => Promise<Result<Uint8Array, ReadFailure>>;
};

/** Records of a feed, some at a time, in their order. Ends after a failure. */
export type SomeRecords = AsyncIterable<Result<readonly RawRecord[], ReadFailure>>;

/**
 * How one format is read. `version` rises when the same bytes would give other offers, so that an unchanged feed is read
 * again. `read` ends after a failure; `readSome` gives the same, where a step for each record would cost as much as the record.
 * `toOffer` is pure and never throws.
 */
export type FeedFormat = {
  readonly id: FormatId;
  readonly version: number;
  readonly read: (bytes: Uint8Array) => AsyncIterable<Result<RawRecord, ReadFailure>>;
  readonly readSome?: (bytes: Uint8Array) => SomeRecords;
  readonly toOffer: (raw: RawRecord, context: OfferContext) => RecordOutcome;
  /** Absent where every file is a whole one. */
  readonly updates?: FeedUpdates;
};
