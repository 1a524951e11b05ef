/** The ETag of one version of an offer. */
export function etagOf(version: string): string {
  return `"${version}"`;
}

/**
 * The versions that `If-Match` names (RFC 9110, 13.1.1: strong comparison, so that a weak tag names none); `undefined`
 * without the header, and for `*`, which says nothing about what the sender has seen.
 */
export function versionsIn(ifMatch: string | undefined): readonly string[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '' || ifMatch.trim() === '*') return undefined;
  return ifMatch.split(',').flatMap((tag) => /^\s*"([^"]*)"\s*$/.exec(tag)?.[1] ?? []);
}

/** Whether `If-None-Match` asks that there be nothing yet. */
export function asksForNew(ifNoneMatch: string | undefined): boolean {
  return ifNoneMatch?.trim() === '*';
}

/** The key of `Idempotency-Key`, a quoted text (structured field); `undefined` for anything else. */
export function idempotencyKeyIn(header: string | undefined): string | undefined {
  return /^\s*"([\x21\x23-\x5b\x5d-\x7e]{1,64})"\s*$/.exec(header ?? '')?.[1];
}
