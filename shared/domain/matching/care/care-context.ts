import type { CareFrames } from './care-frames.ts';
import type { GrantedChange } from '../match-result.ts';
import type { Frame } from '../frame.ts';
import type { CarePlace } from './care-wanted.ts';

/** What every assessment of care in one request shares: the family's week and the childcare places near home. */
export type CareContext = {
  readonly frames: CareFrames;
  readonly places: readonly CarePlace[];
  /** The care changes that are possible for this family, in their order, each with the request as it would be then. */
  readonly changes: readonly { readonly change: GrantedChange; readonly frame: Frame }[];
};
