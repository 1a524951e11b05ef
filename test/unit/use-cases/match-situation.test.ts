import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHmacSeal } from '../../../shared/adapters/crypto/hmac-seal.ts';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { VERDICTS, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import { createCurrentOffers } from '../../../shared/use-cases/current-offers.ts';
import { matchSituation, type MatchSituationRequest } from '../../../shared/use-cases/match-situation.ts';
import { publishOffers } from '../../support/api-under-test.ts';
import { fakeMatch } from '../../support/fake-match.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { rankingOf } from '../../support/ranking-of.ts';
import { someOffer } from '../../support/some-offer.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const SITUATION = {
  goals: [],
  fields: [],
  children: [],
  helpers: [],
  audiences: {},
  support: [],
  formats: [],
};
const USUAL = { limitPerVerdict: 3, pageSize: 4, explain: 'shown', levers: false } as const;
type Asked = Omit<MatchSituationRequest, 'situation' | 'cursor'>;

/** Matching over one offer for each verdict named, and which positions were made out. */
async function over(verdicts: readonly Verdict[]) {
  const now = Date.parse('2025-03-24T12:00:00Z');
  const stores = { catalogues: createMemoryCatalogueStore(), offers: createMemoryOfferStore() };
  const offers = verdicts.map((verdict, index) =>
    someOffer(`vhs:${String(index).padStart(2, '0')}`, { title: `Kurs #${verdict}` }),
  );
  await publishOffers(stores, offers, now);
  const seal = createHmacSeal('key');
  const { log } = recordLog();
  const deps = { ...stores, clock: () => now, log, seal, inUse: SOME_REGION };
  const made: string[] = [];
  const match = (input: Parameters<ReturnType<typeof rankingOf>>[0]): Ranking => {
    const ranking = rankingOf(fakeMatch)(input);
    const slice: Ranking['slice'] = (from, to) => {
      const matches = ranking.slice(from, to);
      made.push(...matches.map(({ offer }) => offer.id));
      return matches;
    };
    return { ...ranking, slice };
  };
  const inOrder = fakeMatch({ offers, situation: { goals: [] } } as never).matches;
  const currentOffers = createCurrentOffers(deps);

  async function pages(asked: Asked): Promise<string[][]> {
    const walked: string[][] = [];
    let cursor: string | undefined;
    do {
      const request = {
        ...asked,
        situation: SITUATION as never,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const answered = await matchSituation({ ...deps, currentOffers, match }, request);
      if (!answered.ok) throw new Error(answered.failure);
      walked.push(answered.value.page.map(({ offer }) => offer.id));
      cursor = answered.value.next;
    } while (cursor !== undefined);
    return walked;
  }
  return { pages, made, inOrder };
}

const some = fc.array(fc.constantFrom(...VERDICTS), { minLength: 1, maxLength: 25 });
const asked = fc.record({
  limitPerVerdict: fc.integer({ min: 1, max: 6 }),
  pageSize: fc.integer({ min: 1, max: 7 }),
  opened: fc.subarray([...VERDICTS]),
  levers: fc.constant(false),
});

describe('the pages of an answer', () => {
  test('hold the best of each verdict first, a page of those opened, then all others in the one order, and no match that does not fit', async () => {
    await fc.assert(
      fc.asyncProperty(some, asked, async (verdicts, own) => {
        const { pages, inOrder } = await over(verdicts);
        const shown = inOrder.filter(({ verdict }) => verdict !== 'no');
        const best = VERDICTS.flatMap((verdict) =>
          shown
            .filter((match) => match.verdict === verdict)
            .slice(0, own.opened.includes(verdict) ? own.pageSize : own.limitPerVerdict),
        );
        const idsOf = (matches: typeof shown) => matches.map(({ offer }) => offer.id);
        const [first, ...later] = await pages({ ...own, explain: 'shown' });
        expect(first).toEqual(idsOf(best));
        expect(later.flat()).toEqual(idsOf(shown.filter((match) => !best.includes(match))));
        expect(later.slice(0, -1).every((page) => page.length === own.pageSize)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('are steps of the one order over all candidates where every one is explained', async () => {
    await fc.assert(
      fc.asyncProperty(some, asked, async (verdicts, own) => {
        const { pages, inOrder } = await over(verdicts);
        const walked = await pages({ ...own, explain: 'all' });
        expect(walked.flat()).toEqual(inOrder.map(({ offer }) => offer.id));
        expect(walked.slice(0, -1).every((page) => page.length === own.pageSize)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('make out what they show and nothing else', async () => {
    const { pages, made } = await over([...VERDICTS, ...VERDICTS, ...VERDICTS, ...VERDICTS, 'fits']);
    const walked = await pages(USUAL);
    expect(walked.map((page) => page.length)).toEqual([12, 4, 1]);
    expect(made).toEqual(walked.flat());
  });
});
