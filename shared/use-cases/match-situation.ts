import type { Ranking, RankingInput } from '../domain/matching/fast/ranking.ts';
import { VERDICTS, type Match, type MatchResult, type Verdict } from '../domain/matching/match-result.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import { offerSource } from './offer-source.ts';
import { openPage, type PageDeps } from './open-page.ts';
import type { CursorFailure } from './page-cursor.ts';

/** What matching a situation takes from outside. */
export type MatchSituationDeps = PageDeps & { readonly match: (input: RankingInput) => Ranking };

/**
 * A situation and what to show of its matches. `pageSize` counts the matches of a page in the one order; of `opened`
 * verdicts the first page holds so many.
 */
export type MatchSituationRequest = {
  readonly situation: Situation;
  readonly limitPerVerdict: number;
  readonly opened?: readonly Verdict[];
  readonly pageSize: number;
  readonly explain: 'shown' | 'all';
  readonly levers: boolean;
  readonly cursor?: string;
};

/** A page of matches with what it was made from. */
export type MatchPage = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  /** What holds for all matches, not only those of the page. */
  readonly result: Omit<MatchResult, 'matches'>;
  readonly page: readonly Match[];
  readonly next?: string;
};

/** Positions in the one order, from the first up to before the last. */
type Stretch = { readonly from: number; readonly to: number };

/** Splits what is shown into the first page and what later pages walk; both in the one order, nothing twice. */
function splitFirstPage(
  { counts, total }: Pick<Ranking, 'counts' | 'total'>,
  { explain, limitPerVerdict, opened = [], pageSize }: MatchSituationRequest,
): { readonly first: readonly Stretch[]; readonly rest: readonly Stretch[] } {
  if (explain === 'all') {
    const end = Math.min(pageSize, total);
    return { first: [{ from: 0, to: end }], rest: [{ from: end, to: total }] };
  }
  const first: Stretch[] = [];
  const rest: Stretch[] = [];
  let from = 0;
  for (const verdict of VERDICTS.filter((each) => each !== 'no')) {
    const to = from + counts[verdict];
    const best = Math.min(from + (opened.includes(verdict) ? pageSize : limitPerVerdict), to);
    first.push({ from, to: best });
    rest.push({ from: best, to });
    from = to;
  }
  return { first, rest };
}

/** What lies in the stretches between two positions, counted along them. */
function between(stretches: readonly Stretch[], begin: number, end: number): readonly Stretch[] {
  let passed = 0;
  return stretches.flatMap(({ from, to }) => {
    const cut = { from: Math.max(from, from + begin - passed), to: Math.min(to, from + end - passed) };
    passed += to - from;
    return cut.from < cut.to ? [cut] : [];
  });
}

/** What finds levers is read when they are first asked for: a function starts without it. */
async function readLevers(): Promise<RankingInput['levers']> {
  const { leversOn } = await import('../domain/matching/fast/levers/levers-ranking.ts');
  return leversOn;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * Matches a situation against the region's current offers. The first page holds the best of each verdict; a cursor walks
 * the rest in the one order. With `explain: all` every page is a step of the one order over all candidates. Only the matches
 * of the page are made out.
 */
export async function matchSituation(
  deps: MatchSituationDeps,
  request: MatchSituationRequest,
): Promise<Result<MatchPage, NoOffers | CursorFailure>> {
  const opened = await openPage(deps, request);
  if (!opened.ok) return opened;
  const { offers, today, position, cursorAt } = opened.value;
  const later = request.cursor !== undefined;
  const { slice, total, ...result } = deps.match({
    situation: request.situation,
    index: offers.index,
    offers: offerSource(offers, today),
    region: deps.inUse.region,
    today,
    levers: request.levers && !later ? await readLevers() : undefined,
  });
  const { first, rest } = splitFirstPage({ counts: result.counts, total }, request);
  const shown = later ? between(rest, position, position + request.pageSize) : first;
  const page = shown.flatMap(({ from, to }) => slice(from, to));
  const reached = later ? position + page.length : 0;
  const made = { offers, today, result, page };
  return ok(reached < lengthOf(rest) ? { ...made, next: cursorAt(reached) } : made);
}
