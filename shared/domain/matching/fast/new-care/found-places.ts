import type { NearPlace } from './near-places.ts';
import type { RowNumbers } from '../columns/row-numbers.ts';

/** A place that would close a child's gaps once what is `open`, as bits in the order of CARE_OPENS, is settled; it counts when nothing is. See `CareCandidate`. */
export type FoundPlace = {
  readonly place: NearPlace;
  readonly counts: boolean;
  readonly open: number;
  readonly placed: number;
};

/**
 * Places with the same hours, as a child that has care finds them if the hours cover its gaps. `counting`: those that count; `open`: those of which something
 * is not settled; both nearest to home first. `onTheWay`: those where somebody of the family may be already, which hangs on the gaps.
 */
export type BookedPlaces = {
  readonly counting: readonly FoundPlace[];
  readonly open: readonly FoundPlace[];
  readonly onTheWay: readonly NearPlace[];
};

/** What was found out about places of some hours, by the child, its age and whether it is too late, and by the number of the hours. */
export type BookedPlacesMemo = {
  readonly rows: RowNumbers;
  readonly known: (BookedPlaces | undefined)[][];
  /** See `countableHours`. */
  readonly countable: (Uint32Array | undefined)[];
};
