import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Match, MatchResult } from '../../shared/domain/matching/match-result.ts';
import type { OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { RegionProfile } from '../../shared/domain/place/region-profile.ts';
import type { MessageLoader } from '../../shared/messages/load-messages.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import type { Seal } from '../../shared/ports/seal.ts';
import type { CurrentOffersSource } from '../../shared/use-cases/current-offers.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';

/** A stylesheet as it is served: its name carries the hash of its content, so that it may be kept for a year. */
export type Stylesheet = { readonly name: string; readonly css: string };

/** Where offers come from, as their licences ask to be said. */
export type SourceCredit = { readonly name: string; readonly credit: string; readonly licence: string };

/** All the pages take from outside. */
export type WebDeps = {
  readonly inUse: RegionInUse;
  readonly contact: RegionProfile['contact'];
  readonly sources: readonly SourceCredit[];
  readonly styles: { readonly ltr: Stylesheet; readonly rtl: Stylesheet };
  readonly messages: MessageLoader;
  readonly currentOffers: CurrentOffersSource;
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly match: (input: MatchingInput) => MatchResult;
  /** One offer judged by itself. */
  readonly judge: (input: MatchingInput, id: OfferId) => Match | undefined;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: EventLog;
  /** An id for a request that comes without one of ours; letters, digits and hyphens. */
  readonly newRequestId: () => string;
};
