import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { Result } from '../domain/result.ts';

/**
 * Something a partner sent in one go. `fingerprint` tells it from anything else sent under the same id; `startedAt` in
 * milliseconds since 1970. `report` is JSON and is there once the work is done; it holds no text that was sent.
 */
export type PartnerImport = {
  readonly id: string;
  readonly fingerprint: string;
  readonly startedAt: number;
  readonly report?: string;
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
  readonly finishImport: (region: RegionId, feed: FeedId, done: Required<PartnerImport>) => Promise<void>;
  readonly readImport: (region: RegionId, feed: FeedId, id: string) => Promise<PartnerImport | undefined>;
};
