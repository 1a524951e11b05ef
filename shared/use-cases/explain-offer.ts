import type { MatchingInput } from '../domain/matching/matching-input.ts';
import type { Assumption, Match } from '../domain/matching/match-result.ts';
import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import { parseOfferId, type OfferId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import type { MatchSituationDeps } from './match-situation.ts';
import { todayOf } from './region-in-use.ts';

/** What explaining takes beyond matching: one offer judged by itself, whatever goal it serves. */
export type ExplainOfferDeps = Omit<MatchSituationDeps, 'seal'> & {
  readonly judge: (input: MatchingInput, id: OfferId) => Match | undefined;
};

/** One offer against one situation. */
export type OfferExplanation = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  readonly match: Match;
  /** Why a match for this situation would not look at the offer. */
  readonly leftOut?: 'goals-or-fields' | 'ended-or-duplicate';
  readonly assumptions: readonly Assumption[];
};

/** Goals and fields that let every kind of offer in. */
function openToAll(situation: Situation, offer: CatalogueOffer): Situation {
  return { ...situation, goals: offer.kind === 'childcare' ? ['childcare'] : [], fields: [] };
}

/**
 * Explains one offer together with all childcare of the region for the hours that are missing (no other offer can change
 * it). An offer that a match would not look at is explained too, and why it is left out is said.
 */
export async function explainOffer(
  deps: ExplainOfferDeps,
  request: { readonly situation: Situation; readonly offer: string },
): Promise<Result<OfferExplanation, NoOffers | 'offer-not-found'>> {
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const offers = read.value;
  const id = parseOfferId(request.offer);
  const offer = id === undefined ? undefined : offers.byId.get(id)?.offer;
  if (offer === undefined) return failed('offer-not-found');
  const today = todayOf(deps.inUse, deps.clock());
  const childcare = offers.offers.filter((other) => other.kind === 'childcare' && other.id !== offer.id);
  const inputFor = (situation: Situation): MatchingInput => ({
    situation,
    offers: [...childcare, offer],
    region: deps.inUse.region,
    today,
    levers: false,
  });
  const match = deps.judge(inputFor(request.situation), offer.id);
  if (match === undefined) return failed('offer-not-found');

  const wished = deps.match(inputFor(request.situation));
  const made = { offers, today, match, assumptions: wished.assumptions };
  const isThis = (other: Match) => other.offer.id === offer.id;
  if (wished.matches.some(isThis)) return ok(made);
  const isCurrent = deps.match(inputFor(openToAll(request.situation, offer))).matches.some(isThis);
  return ok({ ...made, leftOut: isCurrent ? 'goals-or-fields' : 'ended-or-duplicate' });
}
