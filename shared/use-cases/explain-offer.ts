import { isAskedFor } from '../domain/matching/candidates.ts';
import { assumptionsOf, frameOf } from '../domain/matching/frame.ts';
import type { MatchingInput } from '../domain/matching/matching-input.ts';
import type { Assumption, Match } from '../domain/matching/match-result.ts';
import { parseOfferId, type OfferId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import type { PageDeps } from './open-page.ts';
import { todayOf } from './region-in-use.ts';

/** What explaining takes from outside: one offer judged by itself, whatever goal it serves. */
export type ExplainOfferDeps = Omit<PageDeps, 'seal'> & {
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
  const { region } = deps.inUse;
  const { situation } = request;
  const { current, childcare } = offers.onDay(today);
  const beside = childcare.filter((other) => other.id !== offer.id);
  const input = { situation, offers: [...beside, offer], region, today, levers: false };
  const match = deps.judge(input, offer.id);
  if (match === undefined) return failed('offer-not-found');

  const assumptions = assumptionsOf(frameOf(situation, region, today));
  const made = { offers, today, match, assumptions };
  if (!current.has(offer)) return ok({ ...made, leftOut: 'ended-or-duplicate' });
  return ok(isAskedFor(offer, situation) ? made : { ...made, leftOut: 'goals-or-fields' });
}
