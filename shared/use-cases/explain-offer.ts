import type { Assumption, Match, MatchResult } from '../domain/matching/match-result.ts';
import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import { parseOfferId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import type { MatchSituationDeps } from './match-situation.ts';
import { todayOf } from './region-in-use.ts';

/** One offer against one situation. No `match` = it has ended or is shown as another offer. */
export type OfferExplanation = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  readonly match?: Match;
  /** Why a match for this situation would not look at the offer. */
  readonly leftOut?: 'goals-or-fields' | 'ended-or-duplicate';
  readonly assumptions: readonly Assumption[];
};

/** Goals and fields that let every kind of offer in. */
function openToAll(situation: Situation, offer: CatalogueOffer): Situation {
  return { ...situation, goals: offer.kind === 'childcare' ? ['childcare'] : [], fields: [] };
}

/**
 * Explains one offer: the match of this offer alone, with all childcare of the region for the hours that are missing (no
 * other offer can change it). An offer outside the wished goals or fields is explained too and said to be left out.
 */
export async function explainOffer(
  deps: Omit<MatchSituationDeps, 'seal'>,
  request: { readonly situation: Situation; readonly offer: string },
): Promise<Result<OfferExplanation, NoOffers | 'offer-not-found'>> {
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const offers = read.value;
  const id = parseOfferId(request.offer);
  const offer = id === undefined ? undefined : offers.byId.get(id)?.offer;
  if (offer === undefined) return failed('offer-not-found');
  const today = todayOf(deps.inUse, deps.clock());
  const looked = [
    ...offers.offers.filter((other) => other.kind === 'childcare' && other.id !== offer.id),
    offer,
  ];
  const matchIn = (situation: Situation): MatchResult =>
    deps.match({ situation, offers: looked, region: deps.inUse.region, today, levers: false });
  const isThis = (match: Match) => match.offer.id === offer.id;

  const wished = matchIn(request.situation);
  const made = { offers, today, assumptions: wished.assumptions };
  const match = wished.matches.find(isThis);
  if (match !== undefined) return ok({ ...made, match });
  const outside = matchIn(openToAll(request.situation, offer)).matches.find(isThis);
  return outside === undefined
    ? ok({ ...made, leftOut: 'ended-or-duplicate' })
    : ok({ ...made, match: outside, leftOut: 'goals-or-fields' });
}
