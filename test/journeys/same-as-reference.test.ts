import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildApi } from '../../functions/local/build-api.ts';
import { matchAnswer, type MatchAnswer } from '../../shared/contract/match-answer.ts';
import { matchRequest } from '../../shared/contract/match-request.ts';
import { toMatchAnswer } from '../../shared/contract/to-match-answer.ts';
import { toSituation } from '../../shared/contract/to-situation.ts';
import { matchOffers } from '../../shared/domain/matching/match-offers.ts';
import { VERDICTS, type MatchResult } from '../../shared/domain/matching/match-result.ts';
import { regionInUse, todayOf } from '../../shared/use-cases/region-in-use.ts';
import type { RequestBody } from '../support/fields-of-request.ts';
import { importRegion } from '../support/region-in-memory.ts';
import { day } from '../support/some-offer.ts';

/** Regions with the day their feeds are imported and asked on, and families who live there. */
const REGIONS = [
  ['dortmund', '2026-11-22', ['dortmund-mother-of-two', 'dortmund-parental-leave', 'dortmund-lone-father']],
  ['berlin', '2025-03-24', ['neukoelln-mother-of-two', 'neukoelln-father-of-one']],
] as const;
/** How many of each verdict a first page holds. */
const LIMIT = 3;
/** Her levers take the reference too long for a test. */
const WITHOUT_LEVERS = 'dortmund-mother-of-two';
/** Sentences are made from the codes beside them; here the codes are compared. */
const WORDLESS = {
  ofMatch: () => ({ summary: '', reasons: [] }),
  ofResult: () => ({ counts: [], assumptions: [], excluded: [], levers: [], path: [] }),
};

function requestOf(family: string): RequestBody {
  const file = join(import.meta.dirname, 'situations', `${family}.json`);
  return {
    ...(JSON.parse(readFileSync(file, 'utf8')) as RequestBody),
    limitPerVerdict: LIMIT,
    levers: family !== WITHOUT_LEVERS,
  };
}

/** A region as the API of this machine answers for it, and the reference over the same offers. */
async function bothOver(id: string, date: string) {
  const imported = await importRegion(id, day(date));
  const inUse = regionInUse(imported.loaded);
  const clock = () => Date.parse(`${date}T12:00:00Z`);
  const { app, currentOffers } = buildApi({ inUse, stores: imported.stores, clock, log: () => undefined });
  const read = await currentOffers.read();
  if (!read.ok) throw new Error(read.failure);
  const { offers } = read.value;
  const today = todayOf(inUse, clock());

  async function ask(request: RequestBody): Promise<MatchAnswer> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(request);
    const response = await app.request('/v1/matches', { method: 'POST', headers, body });
    return matchAnswer.parse(await response.json());
  }
  function reference(request: RequestBody): MatchResult {
    const text = matchRequest.parse(request);
    const situation = toSituation(text, inUse);
    if (!situation.ok) throw new Error(JSON.stringify(situation.failure));
    const { levers } = text;
    return matchOffers({ situation: situation.value, offers, region: inUse.region, today, levers });
  }
  return { ask, reference };
}

/** All pages of an answer, the first one first. */
async function walk(ask: (request: RequestBody) => Promise<MatchAnswer>, request: RequestBody) {
  const pages = [await ask(request)];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    pages.push(await ask({ ...request, cursor: next }));
  }
  return pages;
}

/** What an answer says in codes, without what it says of the catalogue. */
function saidIn({
  catalogue: _catalogue,
  asOf: _asOf,
  region: _region,
  text: _text,
  next: _next,
  ...said
}: MatchAnswer) {
  const matches = said.matches.map(({ text: _ofMatch, ...match }) => match);
  return JSON.parse(JSON.stringify({ ...said, matches })) as object;
}

/** What an answer with these matches of the reference says. */
function wouldSay(answer: MatchAnswer, result: MatchResult, page: MatchResult['matches']) {
  return saidIn(toMatchAnswer(answer, result, { page, next: undefined, wording: WORDLESS }));
}

describe.each(REGIONS)('in %s', (id, date, families) => {
  let both: Awaited<ReturnType<typeof bothOver>>;
  beforeAll(async () => {
    both = await bothOver(id, date);
  });

  test.each(families)('%s gets the answer of the reference, page by page and as a whole', async (family) => {
    const request = requestOf(family);
    const result = both.reference(request);
    const shown = result.matches.filter(({ verdict }) => verdict !== 'no');
    const first = VERDICTS.flatMap((verdict) =>
      shown.filter((match) => match.verdict === verdict).slice(0, LIMIT),
    );
    const rest = shown.filter((match) => !first.includes(match));
    expect(shown.length).toBeGreaterThan(1);
    expect(result.counts.no).toBeGreaterThan(0);

    const [page, ...later] = await walk(both.ask, request);
    expect(saidIn(page!)).toEqual(wouldSay(page!, result, first));
    expect(later.flatMap(({ matches }) => matches.map(({ offer }) => offer.id))).toEqual(
      rest.map(({ offer }) => offer.id),
    );

    const pages = await walk(both.ask, { ...request, explain: 'all' });
    const whole = { ...pages[0]!, matches: pages.flatMap(({ matches }) => matches) };
    expect(saidIn(whole)).toEqual(wouldSay(whole, result, result.matches));
  });
});
