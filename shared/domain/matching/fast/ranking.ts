import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { Region } from '../../place/region.ts';
import type { Situation } from '../../situation/situation.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { assumptionsOf, frameOf, type Frame } from '../frame.ts';
import { judgeOffer, judgingContext, trialContext, type JudgingContext } from '../judge.ts';
import { careChanges } from '../levers/care-changes.ts';
import { CRITERIA, type Match, type MatchResult, type Verdict } from '../match-result.ts';
import { FIELDS_IN_TABLE_ORDER } from '../next-question.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import type { Segment } from '../match-index/segment.ts';
import { judgingTerms, trialTerms } from './care-terms.ts';
import { currentAmong, isCurrentOn } from './current.ts';
import { judgeOf, type Judge } from './judge-offer.ts';
import { compareOffers, type JudgedOffer } from './judged.ts';
import { leversOn } from './levers-ranking.ts';
import { nearPlacesOf } from './near-places.ts';
import { careNear } from './new-care-answer.ts';
import { requestOf } from './request.ts';
import { countVariants } from './seen-variant.ts';
import { candidatesOf, standingOf, type Candidate, type CandidateStanding } from './standings.ts';

/** Where the offers themselves are, which an index does not hold. */
export type OfferSource = {
  readonly at: (segment: Segment, offer: number) => CatalogueOffer;
  /** All offers of childcare at least, in any order. */
  readonly withCare: () => readonly CatalogueOffer[];
};

/** What a ranking is made from. */
export type RankingInput = {
  readonly situation: Situation;
  readonly index: MatchIndex;
  readonly offers: OfferSource;
  readonly region: Region;
  readonly today: LocalDate;
  readonly levers: boolean;
};

/** The answer to a situation, its matches made out when asked for. */
export type Ranking = Omit<MatchResult, 'matches'> & {
  /** How many candidates there are, verdict `no` included. */
  readonly total: number;
  /** The matches at positions of the one order, `from` up to before `to`; those with verdict `no` come last. */
  readonly slice: (from: number, to: number) => readonly Match[];
};

/** Ranks all offers of an index for a situation by the meaning of the matching page; equal to `matchOffers`. */
export function rankOffers(input: RankingInput): Ranking {
  const { index, situation, region, today, offers } = input;
  const frame = frameOf(situation, region, today);
  const changed = careChanges(frame).map((each) => each.situation);
  const request = requestOf(index, frame, changed);
  const isCurrent = isCurrentOn(index, today);
  const places = careNear(nearPlacesOf(request, isCurrent));
  const care = judgingTerms(request, places);
  const withCare = (): readonly CatalogueOffer[] => currentAmong(index, offers.withCare(), isCurrent);
  let context: JudgingContext | undefined;
  const byReference = (segment: Segment, offer: number): Match =>
    judgeOffer((context ??= judgingContext(frame, withCare())), offers.at(segment, offer));
  const judge = judgeOf({ care, byReference });
  const judgeIn = (changed: Frame): Judge => {
    let tried: JudgingContext | undefined;
    return judgeOf({
      care: trialTerms(request, changed, places),
      byReference: (segment, offer) =>
        judgeOffer((tried ??= trialContext(changed, withCare())), offers.at(segment, offer)),
    });
  };

  const shown: JudgedOffer[] = [];
  const noes: Candidate[] = [];
  const excluded = new Uint32Array(CRITERIA.length);
  const before = candidatesOf(index, frame, isCurrent).map((candidate): CandidateStanding => ({
    candidate,
    standing: standingOf(judge, candidate),
  }));
  for (const { candidate, standing } of before) {
    const isNo = typeof standing === 'number' || standing.verdict === 'no';
    if (!isNo) shown.push(standing);
    else {
      const unmet = typeof standing === 'number' ? standing : standing.unmet;
      const first = 31 - Math.clz32(unmet & -unmet);
      excluded[first] = (excluded[first] ?? 0) + 1;
      noes.push(candidate);
    }
  }
  shown.sort(compareOffers);
  const question = questionOf(shown);
  let ordered: readonly JudgedOffer[] | undefined;
  const all = (): readonly JudgedOffer[] =>
    (ordered ??= [
      ...shown,
      ...noes
        .map((candidate) => standingOf({ ...judge, standing: judge.judged }, candidate))
        .filter((standing) => typeof standing !== 'number')
        .sort(compareOffers),
    ]);
  const matchAt = ({ segment, offer, dates }: JudgedOffer): Match => ({
    ...byReference(segment, offer),
    others: dates.reduce((sum, date) => sum + countVariants(segment, date), -1),
  });
  return {
    total: shown.length + noes.length,
    slice: (from, to) => (to <= shown.length ? shown : all()).slice(from, to).map(matchAt),
    counts: countVerdicts(shown, noes.length),
    excluded: CRITERIA.flatMap((criterion, at) => {
      const count = excluded[at] ?? 0;
      return count === 0 ? [] : [{ criterion, count }];
    }),
    assumptions: assumptionsOf(frame),
    ...(question === undefined ? {} : { nextQuestion: question }),
    ...(input.levers ? leversOn({ frame, before, judge, judgeIn }) : {}),
  };
}

function countVerdicts(shown: readonly JudgedOffer[], noes: number): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { fits: 0, 'fits-with-care': 0, nearly: 0, ask: 0, no: noes };
  for (const { verdict } of shown) counts[verdict] += 1;
  return counts;
}

/** The field on which all that is unknown hangs for most offers that nothing speaks against. */
function questionOf(shown: readonly JudgedOffer[]): MatchResult['nextQuestion'] {
  const settles = new Map<number, number>();
  for (const { unmet, unknown, asks } of shown) {
    if (unmet !== 0 || unknown === 0 || (asks & (asks - 1)) !== 0) continue;
    settles.set(asks, (settles.get(asks) ?? 0) + 1);
  }
  const [most] = FIELDS_IN_TABLE_ORDER.map((field, at) => ({ field, settles: settles.get(1 << at) ?? 0 }))
    .filter((each) => each.settles > 0)
    .sort((one, other) => other.settles - one.settles);
  return most;
}
