/** How much a request may carry; every limit is printed in the OpenAPI document. */
export const LIMITS = {
  bodyBytes: 16 * 1024,
  /** An offer that a partner writes. */
  offerBytes: 64 * 1024,
  /** A table or file that a partner sends; a function is given 6 MB, as text of base64. */
  tableBytes: 4 * 1024 * 1024,
  /** A file that is uploaded beside the front door, as much as is fetched of a feed. */
  uploadBytes: 50 * 1024 * 1024,
  children: 8,
  careEntriesPerChild: 10,
  slotsPerCareEntry: 20,
  helperSlots: 50,
  busySlots: 50,
  /** Matches of one page after the first, and of every page with `explain: all`. */
  pageOfMatches: 200,
  limitPerVerdict: { usual: 20, most: 100 },
  pageOfOffers: { usual: 20, most: 100 },
  /** Services of HSDS on a page, and the last page one may ask for. */
  hsdsPage: { usual: 20, most: 100, last: 100_000 },
  /** Errors named in one answer; a request with more gets the first ones. */
  errorsNamed: 50,
  cursorCharacters: 400,
  searchCharacters: 100,
} as const;
