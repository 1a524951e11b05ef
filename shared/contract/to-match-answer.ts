import type {
  Assumption,
  CareProposal,
  Match,
  MatchResult,
  OpenQuestion,
} from '../domain/matching/match-result.ts';
import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { Place } from '../domain/place/place.ts';
import { formatClockTime } from '../domain/time/clock-time.ts';
import { weekdayName } from '../domain/time/weekday.ts';
import type { AnswerFrame } from './answer-frame.ts';
import { toChangeAnswer } from './change-answer.ts';
import type { ExplanationAnswer, MatchAnswer, MatchedOffer } from './match-answer.ts';
import { toOfferCard } from './offer-card.ts';
import type { Wording } from './text-answer.ts';

function placeShown(offer: CatalogueOffer, variant: Match['variant']): Place | undefined {
  if (variant === 'online') return undefined;
  return offer.places[typeof variant === 'number' ? variant : 0];
}

function questionText(question: OpenQuestion) {
  return question.of === 'person'
    ? { of: question.of, field: question.field }
    : { of: question.of, code: question.code };
}

function proposalText({ offer, minutesFromHome, counts, open }: CareProposal) {
  const shown = { place: offer.places[0], first: offer.timetable.first };
  return { offer: toOfferCard(offer, shown), minutesFromHome, counts, open: [...open] };
}

/** One match in the contract's form. */
function toMatchedOffer(match: Match, wording: Pick<Wording, 'ofMatch'>): MatchedOffer {
  const { offer, verdict, variant, others } = match;
  return {
    offer: toOfferCard(offer, { place: placeShown(offer, variant), first: match.first ?? undefined }),
    verdict,
    variant,
    others,
    criteria: match.criteria.map(({ id, result, facts, questions, nearMiss }) => ({
      id,
      result,
      facts,
      questions: questions?.map(questionText),
      nearMiss,
    })),
    gaps: match.gaps.map(({ child, day, from, to, dates }) => ({
      child,
      day: weekdayName(day),
      from: formatClockTime(from),
      to: formatClockTime(to),
      dates,
    })),
    gapMinutesPerWeek: match.gapMinutesPerWeek ?? undefined,
    travelMinutes: match.travelMinutes ?? undefined,
    heeds: match.heeds.map(({ id, facts }) => ({ id, facts })),
    care: match.care.map(({ child, proposals }) => ({ child, proposals: proposals.map(proposalText) })),
    change: match.change && toChangeAnswer(match.change),
    text: wording.ofMatch(match),
  };
}

/** One page of a result in the contract's form; `next` is the cursor of the page after it. */
export function toMatchAnswer(
  frame: AnswerFrame,
  result: Omit<MatchResult, 'matches'>,
  shown: { readonly page: readonly Match[]; readonly next: string | undefined; readonly wording: Wording },
): MatchAnswer {
  const { path } = result;
  const { page, next, wording } = shown;
  return {
    ...frame,
    counts: result.counts,
    matches: page.map((match) => toMatchedOffer(match, wording)),
    levers: result.levers?.map(({ change, opens }) => ({ change: toChangeAnswer(change), opens })),
    excluded: result.excluded.map(({ criterion, count }) => ({ criterion, count })),
    assumptions: result.assumptions.map(({ id, facts }) => ({ id, facts })),
    nextQuestion: result.nextQuestion,
    path: path?.criteria.map((criterion) => {
      const change = path.changes.find((each) => each.criterion === criterion)?.change;
      return { criterion, offers: path.offers, change: change && toChangeAnswer(change) };
    }),
    text: wording.ofResult(result),
    next,
  };
}

/** The explanation of one offer in the contract's form. */
export function toExplanationAnswer(
  frame: AnswerFrame,
  explained: {
    readonly match: Match;
    readonly leftOut?: 'goals-or-fields' | 'ended-or-duplicate';
    readonly assumptions: readonly Assumption[];
  },
  wording: Pick<Wording, 'ofMatch'>,
): ExplanationAnswer {
  const { match, leftOut, assumptions } = explained;
  return {
    ...frame,
    candidate: leftOut === undefined,
    leftOut,
    match: toMatchedOffer(match, wording),
    assumptions: assumptions.map(({ id, facts }) => ({ id, facts })),
  };
}
