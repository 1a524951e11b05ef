/** How long and how large a fetch may be. Times in milliseconds. */
export type FetchLimits = {
  readonly connectMs: number;
  readonly firstByteMs: number;
  /** With all redirects; the only limit that a server cannot stretch by sending byte after byte. */
  readonly totalMs: number;
  readonly wireBytes: number;
  readonly decodedBytes: number;
  /** Decoded bytes to bytes on the wire, once there are more than a mebibyte of them. */
  readonly ratio: number;
  readonly redirects: number;
};

/** The limits of the service; the total stays below the time of the function that fetches. */
export const FETCH_LIMITS: FetchLimits = {
  connectMs: 3_000,
  firstByteMs: 10_000,
  totalMs: 60_000,
  wireBytes: 50_000_000,
  decodedBytes: 200_000_000,
  ratio: 200,
  redirects: 3,
};
