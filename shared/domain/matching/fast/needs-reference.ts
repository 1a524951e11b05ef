/** Thrown where an offer is one of the few that columns do not tell enough of; the reference then judges it. */
export class NeedsReference extends Error {
  override readonly name = 'NeedsReference';
}
