/** Thrown where an offer is one of the few that columns do not tell enough of; the reference then judges it. */
export class NeedsReference extends Error {
  override readonly name = 'NeedsReference';
}

/** Thrown where a session hangs on more than its own date, so that dates have to be told apart by those around them too. */
export class NeedsFineDays extends Error {
  override readonly name = 'NeedsFineDays';
}
