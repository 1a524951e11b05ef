/** Yes, no, or cannot tell. */
export type Trilean = 'yes' | 'no' | 'unknown';

/** `yes` only if every one is, `no` as soon as one is. */
export function every(...parts: readonly Trilean[]): Trilean {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** `yes` as soon as one is, `no` only if every one is. */
export function some(...parts: readonly Trilean[]): Trilean {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}

/** A known claim. */
export function known(claim: boolean): Trilean {
  return claim ? 'yes' : 'no';
}
