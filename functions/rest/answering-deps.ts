import type { Ranking, RankingInput } from '../../shared/domain/matching/fast/ranking.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Match } from '../../shared/domain/matching/match-result.ts';
import type { OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import type { Seal } from '../../shared/ports/seal.ts';
import type { CurrentOffersSource } from '../../shared/use-cases/current-offers.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';

/** What every app that answers from the current offers takes from outside. */
export type AnsweringDeps = {
  readonly inUse: RegionInUse;
  readonly currentOffers: CurrentOffersSource;
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly match: (input: RankingInput) => Ranking;
  /** One offer judged by itself. */
  readonly judge: (input: MatchingInput, id: OfferId) => Match | undefined;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: EventLog;
  /** An id for a request that comes without one of ours; letters, digits and hyphens. */
  readonly newRequestId: () => string;
};
