import type { MatchingInput } from '../domain/matching/matching-input.ts';
import type { Match, MatchResult } from '../domain/matching/match-result.ts';
import { VERDICTS } from '../domain/matching/match-result.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Situation } from '../domain/situation/situation.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seal } from '../ports/seal.ts';
import type { CurrentOffers, CurrentOffersSource, NoOffers } from './current-offers.ts';
import { readCursor, writeCursor, type CursorFailure } from './page-cursor.ts';
import { todayOf, type RegionInUse } from './region-in-use.ts';

/** What matching a situation takes from outside. */
export type MatchSituationDeps = {
  readonly currentOffers: Pick<CurrentOffersSource, 'read'>;
  readonly inUse: RegionInUse;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly match: (input: MatchingInput) => MatchResult;
};

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
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const offers = read.value;
  const today = todayOf(deps.inUse, deps.clock());
  const { cursor, ...asked } = request;
  const expected = {
    made: deps.seal.digest(`${offers.fingerprint} ${today}`),
    request: deps.seal.digest(JSON.stringify(asked)),
  };
  const position = readCursor(deps.seal, cursor, expected);
  if (!position.ok) return position;
  const result = deps.match({
    situation: request.situation,
    offers: offers.offers,
    region: deps.inUse.region,
    today,
    levers: request.levers && cursor === undefined,
  });
  const { first, rest } = splitFirstPage(result.matches, request);
  const page = cursor === undefined ? first : rest.slice(position.value, position.value + request.pageSize);
  const reached = cursor === undefined ? 0 : position.value + page.length;
  const made = { offers, today, result, page };
  return ok(
    reached < rest.length
      ? { ...made, next: writeCursor(deps.seal, { ...expected, position: reached }) }
      : made,
  );
}
