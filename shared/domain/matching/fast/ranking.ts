import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { Region } from '../../place/region.ts';
import type { Situation } from '../../situation/situation.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { assumptionsOf, frameOf } from '../frame.ts';
import { judgeOffer, judgingContext, trialContext, type JudgingContext } from '../judge.ts';
import type { AppliedChange } from '../levers/applied-change.ts';
import { careChanges } from '../levers/care-changes.ts';
import { ownChanges } from '../levers/levers.ts';
import { CRITERIA, type Match, type MatchResult, type Verdict } from '../match-result.ts';
import { FIELDS_IN_TABLE_ORDER } from '../next-question.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import type { Segment } from '../match-index/segment.ts';
import { judgingTerms, trialTerms } from './care/care-terms.ts';
import { candidatesOf } from './candidates.ts';
import { currentAmong, isCurrentOn } from './current.ts';
import { judgeOf, type Judge } from './judge-offer.ts';
import { compareOffers, NO_RANK, verdictAt, type JudgedOffer } from './judged.ts';
import type { LeversOn } from './levers/levers-ranking.ts';
import type { Trial } from './levers/opened-by-care.ts';
import { careNear } from './new-care/care-near.ts';
import { nearPlacesOf } from './new-care/near-places.ts';
import { requestOf } from './request.ts';
import { countVariants } from './seen-variant.ts';
import { shownMatch } from './shown/shown-match.ts';
import { standingInFull, standingsOf, type Standings } from './standings.ts';

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
  /** What finds levers; `undefined` where they are not asked for. */
  readonly levers: LeversOn | undefined;
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
  const ofCare = careChanges(frame);
  const request = requestOf(
    index,
    frame,
    ofCare.map(({ situation }) => situation),
  );
  const isCurrent = isCurrentOn(index, today);
  const places = careNear(request, nearPlacesOf(request, isCurrent));
  const terms = judgingTerms(request, places, ofCare);
  const withCare = (): readonly CatalogueOffer[] => currentAmong(index, offers.withCare(), isCurrent);
  let context: JudgingContext | undefined;
  const byReference = (segment: Segment, offer: number): Match =>
    judgeOffer((context ??= judgingContext(frame, withCare())), offers.at(segment, offer));
  const judge = judgeOf({ care: terms, byReference });
  const trialIn = (change: AppliedChange): Trial => {
    const changed = frameOf(change.situation, region, today);
    let tried: JudgingContext | undefined;
    const care = trialTerms(terms, change, changed);
    const judge = judgeOf({
      care,
      byReference: (segment, offer) =>
        judgeOffer((tried ??= trialContext(changed, withCare())), offers.at(segment, offer)),
    });
    return { judge, care };
  };
  const standings = standingsOf(judge, candidatesOf(index, frame, isCurrent));
  const question = questionOf(standings);
  const noes = lazily(() => noesInOrder(judge, standings));
  const matchOf = (segment: Segment, offer: number): Match =>
    judge.made(segment, offer, (standing) => shownMatch(terms, offers.at, standing)) ??
    byReference(segment, offer);
  const matchAt = (candidate: number): Match => {
    const { candidates, offerOf } = standings;
    const segment = candidates.segmentOf(candidate);
    const offers = candidates.offersOf(candidate);
    const others = offers.reduce((sum, each) => sum + countVariants(segment, each), -1);
    return { ...matchOf(segment, offerOf(candidate)), others };
  };
  const { shown } = standings;
  return {
    total: standings.candidates.count,
    slice: (from, to) => [
      ...Array.from(shown.subarray(from, to), matchAt),
      ...(to <= shown.length ? [] : noes())
        .slice(Math.max(0, from - shown.length), to - shown.length)
        .map(({ segment, offer, others }) => ({ ...matchOf(segment, offer), others })),
    ],
    counts: countVerdicts(standings),
    excluded: countExcluded(standings),
    assumptions: assumptionsOf(frame),
    ...(question === undefined ? {} : { nextQuestion: question }),
    ...input.levers?.({
      frame,
      standings,
      judge,
      care: terms,
      changes: [...ofCare, ...ownChanges(frame)],
      trialIn,
    }),
  };
}

type CountedOffer = JudgedOffer & { readonly others: number };

/** The candidates with verdict `no` in the one order. */
function noesInOrder(judge: Judge, { candidates, verdicts }: Standings): readonly CountedOffer[] {
  const found: CountedOffer[] = [];
  verdicts.forEach((verdict, candidate) => {
    if (verdict !== NO_RANK) return;
    const segment = candidates.segmentOf(candidate);
    const offers = candidates.offersOf(candidate);
    const others = offers.reduce((sum, each) => sum + countVariants(segment, each), -1);
    found.push({ ...standingInFull(judge, segment, offers), others });
  });
  return found.sort(compareOffers);
}

function lazily<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: work() }).value;
}

function countVerdicts({ verdicts }: Standings): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { fits: 0, 'fits-with-care': 0, nearly: 0, ask: 0, no: 0 };
  for (const verdict of verdicts) counts[verdictAt(verdict)] += 1;
  return counts;
}

/** Each `no` once, under its first unmet criterion. */
function countExcluded({ verdicts, unmet }: Standings): MatchResult['excluded'] {
  const counts = new Uint32Array(CRITERIA.length);
  verdicts.forEach((verdict, candidate) => {
    if (verdict !== NO_RANK) return;
    const bits = unmet[candidate] ?? 0;
    const first = 31 - Math.clz32(bits & -bits);
    counts[first] = (counts[first] ?? 0) + 1;
  });
  return CRITERIA.flatMap((criterion, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ criterion, count }];
  });
}

/** The field on which all that is unknown hangs for most offers that nothing speaks against. */
function questionOf({ shown, unmet, unknown, asks }: Standings): MatchResult['nextQuestion'] {
  const settles = new Map<number, number>();
  for (const candidate of shown) {
    const asked = asks[candidate] ?? 0;
    if (unmet[candidate] !== 0 || unknown[candidate] === 0 || (asked & (asked - 1)) !== 0) continue;
    settles.set(asked, (settles.get(asked) ?? 0) + 1);
  }
  const [most] = FIELDS_IN_TABLE_ORDER.map((field, at) => ({ field, settles: settles.get(1 << at) ?? 0 }))
    .filter((each) => each.settles > 0)
    .sort((one, other) => other.settles - one.settles);
  return most;
}
