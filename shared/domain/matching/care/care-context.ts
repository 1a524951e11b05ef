import type { CareFrames } from './care-frames.ts';
import type { CarePlace } from './new-care.ts';

/** What every assessment of care in one request shares: the family's week and the childcare places near home. */
export type CareContext = {
  readonly frames: CareFrames;
  readonly places: readonly CarePlace[];
};
