import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';

/** A file that is to become an original of a feed: its SHA-256 as 64 hexadecimal digits, and its size in bytes. */
export type WantedUpload = {
  readonly region: RegionId;
  readonly feed: FeedId;
  readonly sha256: string;
  readonly bytes: number;
};

/**
 * Where that file, and no other, may be put by whoever knows the address: by PUT with exactly these headers, until `until`
 * (milliseconds since 1970).
 */
export type UploadLink = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly until: number;
};

/** Makes addresses for uploads too large for the front door. Throws StoreUnavailable. */
export type UploadLinks = (wanted: WantedUpload) => Promise<UploadLink>;
