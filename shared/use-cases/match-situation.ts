import type { MatchingInput } from '../domain/matching/matching-input.ts';
import type { Match, MatchResult } from '../domain/matching/match-result.ts';
import { VERDICTS } from '../domain/matching/match-result.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import { openPage, type PageDeps } from './open-page.ts';
import type { CursorFailure } from './page-cursor.ts';

/** What matching a situation takes from outside. */
export type MatchSituationDeps = PageDeps & { readonly match: (input: MatchingInput) => MatchResult };

/** A situation and what to show of its matches. `pageSize` counts the matches of a page in the one order. */
export type MatchSituationRequest = {
  readonly situation: Situation;
  readonly limitPerVerdict: number;
  readonly pageSize: number;
  readonly explain: 'shown' | 'all';
  readonly levers: boolean;
  readonly cursor?: string;
};

/** A page of matches with what it was made from. */
export type MatchPage = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  readonly result: MatchResult;
  readonly page: readonly Match[];
  readonly next?: string;
};

/** Splits the matches shown into the first page and what later pages walk; both in the one order, nothing twice. */
function splitFirstPage(
  matches: readonly Match[],
  { explain, limitPerVerdict, pageSize }: MatchSituationRequest,
): { readonly first: readonly Match[]; readonly rest: readonly Match[] } {
  if (explain === 'all') return { first: matches.slice(0, pageSize), rest: matches.slice(pageSize) };
  const shown = matches.filter(({ verdict }) => verdict !== 'no');
  const first = new Set(
    VERDICTS.flatMap((verdict) =>
      shown.filter((match) => match.verdict === verdict).slice(0, limitPerVerdict),
    ),
  );
  return {
    first: shown.filter((match) => first.has(match)),
    rest: shown.filter((match) => !first.has(match)),
  };
}

/**
 * Matches a situation against the region's current offers. The first page holds the best of each verdict; a cursor walks
 * the rest in the one order. With `explain: all` every page is a step of the one order over all candidates.
 */
export async function matchSituation(
  deps: MatchSituationDeps,
  request: MatchSituationRequest,
): Promise<Result<MatchPage, NoOffers | CursorFailure>> {
  const opened = await openPage(deps, request);
  if (!opened.ok) return opened;
  const { offers, today, position, cursorAt } = opened.value;
  const later = request.cursor !== undefined;
  const result = deps.match({
    situation: request.situation,
    offers: offers.offers,
    region: deps.inUse.region,
    today,
    levers: request.levers && !later,
  });
  const { first, rest } = splitFirstPage(result.matches, request);
  const page = later ? rest.slice(position, position + request.pageSize) : first;
  const reached = later ? position + page.length : 0;
  const made = { offers, today, result, page };
  return ok(reached < rest.length ? { ...made, next: cursorAt(reached) } : made);
}
