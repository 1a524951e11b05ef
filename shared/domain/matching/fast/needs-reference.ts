class NeedsAnotherWay extends Error {
  override readonly name = 'NeedsAnotherWay';
}

/** Thrown where an offer is one of the few that columns do not tell enough of; the reference then judges it. Made once: it is no fault. */
export const NEEDS_REFERENCE: Error = new NeedsAnotherWay('the reference has to judge this offer');

/** Thrown where a session hangs on more than its own date, so that dates have to be told apart by those around them too. */
export const NEEDS_FINE_DAYS: Error = new NeedsAnotherWay('days have to be told apart by those around them');
