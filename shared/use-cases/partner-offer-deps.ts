import type { BoundingBox } from '../domain/place/region-profile.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import type { ImportCatalogues } from './import-deps.ts';
import type { RegionInUse } from './region-in-use.ts';

/** What writing the offers of a partner needs; `wait` resolves after so many milliseconds. */
export type PartnerOfferDeps = {
  readonly offers: OfferStore;
  readonly catalogues: Omit<ImportCatalogues, 'markSeen'>;
  readonly inUse: RegionInUse;
  readonly bounds: BoundingBox;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: EventLog;
};

/**
 * Stands for the source of a catalogue that its partner writes offer by offer: there are no bytes it was made from, and no
 * run that could be overdue.
 */
export const WRITTEN_BY_PARTNER = 'partner';
