/** Id of an outside source, unique in its region: 2-40 lower-case letters, digits and hyphens. */
export type FeedId = string & { readonly [feedId]: true };
declare const feedId: unique symbol;

function isFeedId(text: string): text is FeedId {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text);
}

/** Brands the id of a feed, `undefined` when it has another form. */
export function parseFeedId(text: string): FeedId | undefined {
  return isFeedId(text) ? text : undefined;
}

/** Id of an offer: `<feed>:<the source's own id>`, 200 characters at most, stable over imports. */
export type OfferId = string & { readonly [offerId]: true };
declare const offerId: unique symbol;

function isOfferId(text: string): text is OfferId {
  return /^[a-z][a-z0-9-]{1,39}:[A-Za-z0-9._~-]{1,150}$/.test(text);
}

/** Brands `<feed>:<id>`; `undefined` when the part after the colon has characters other than letters, digits and `._~-`. */
export function parseOfferId(text: string): OfferId | undefined {
  return isOfferId(text) ? text : undefined;
}
