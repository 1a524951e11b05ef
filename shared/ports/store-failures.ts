/** The store did not answer in time or refused for a while; nothing can be said about what it holds. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Stored content is missing or is not what its hash says; it is never served. */
export class CatalogueDamaged extends Error {
  override readonly name = 'CatalogueDamaged';
}
