import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { Result } from '../domain/result.ts';
import type { FormatId } from '../feeds/format-ids.ts';

/**
 * A file of all offers of a partner's feed, kept as an original of the feed by its SHA-256. `name`: whose the offers are;
 * `format` absent = told by the content; `map`: the column map of a table, by its name in the region.
 */
export type SentFile = {
  readonly original: string;
  readonly name: string;
  readonly dryRun: boolean;
  readonly format?: FormatId;
  readonly map?: string;
};

/**
 * Something a partner sent in one go. `fingerprint` tells it from anything else sent under the same id; `startedAt` in
 * milliseconds since 1970. `report` is JSON and is there once the work is done; it holds no text that was sent but ids of offers.
 * `file`: what was sent is worked on by whoever imports, not by whoever took it.
 */
export type PartnerImport = {
  readonly id: string;
  readonly fingerprint: string;
  readonly startedAt: number;
  readonly report?: string;
  readonly file?: SentFile;
};

/** Who wants to work on an import, and from when on an earlier claim of its id does not count any more. */
export type ImportClaim = Omit<PartnerImport, 'report'> & {
  /** The same import that is still not done and began at or before this instant has died. */
  readonly deadFrom: number;
  /** Whatever began at or before this instant is forgotten. */
  readonly forgottenFrom: number;
};

/** What partners sent, each to be done once. Methods throw StoreUnavailable. */
export type PartnerImports = {
  /** Takes an import on, so that nobody else does; the failure is the one that is there already. */
  readonly claimImport: (
    region: RegionId,
    feed: FeedId,
    claim: ImportClaim,
  ) => Promise<Result<void, PartnerImport>>;
  /** Writes down that it is done. */
  readonly finishImport: (
    region: RegionId,
    feed: FeedId,
    done: PartnerImport & { readonly report: string },
  ) => Promise<void>;
  readonly readImport: (region: RegionId, feed: FeedId, id: string) => Promise<PartnerImport | undefined>;
  /** All of a feed that are still kept, in any order; what a newer release wrote in another form is left out. */
  readonly readImports: (region: RegionId, feed: FeedId) => Promise<readonly PartnerImport[]>;
};
