import { describe, expect, test } from 'vitest';
import { GOALS } from '../../../shared/domain/offer/terms.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { MatchResult } from '../../../shared/domain/matching/match-result.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import { describeMatch } from '../../../shared/messages/describe-match.ts';
import { describeResult } from '../../../shared/messages/describe-result.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { createMessageLoader } from '../../../shared/messages/load-messages.ts';
import { day } from '../../support/some-offer.ts';
import { generateOffers } from '../../support/generate-offers.ts';
import { generateSituations } from '../../support/generate-situations.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const { region } = SOME_REGION;
const TODAY = day('2025-03-24');
const OFFERS = generateOffers({ region, today: TODAY, count: 45, seed: 7 });

/** What would show that something was put together wrong, or a code that got through. */
const SLIPS =
  /undefined|null|NaN|\[object|Infinity|[{}]|\bplural\b|\bselect\b|\d{4}-\d{2}-\d{2}|\b0?\d{1,2}:\d\d:\d\d|[a-z]-(not|known|would|stated|time)\b|Invalid| {2}/;
const SENTENCE = /^[\p{Lu}\d].*[.?!)]$/u;

/** The generated parents, and each with answers taken away, so that more is unknown and asked. */
function situations(): readonly Situation[] {
  return generateSituations(region, 3, 7).flatMap((who) => [
    who,
    { ...who, goals: [...GOALS], children: [{ goesAlone: false }, ...who.children] },
    {
      ...who,
      goals: [],
      travel: {},
      children: who.children.map(({ care: _, ...child }) => child),
      helpers: [{ hours: { days: [0, 2], from: 480, to: 780 }, every: 'sometimes' as const }],
      formats: ['on-site' as const],
      stepFree: true,
      busy: [{ hours: { days: [1], from: 600, to: 660 }, why: 'other' as const, varies: true }],
    },
  ]);
}

/** Matched once for all languages: all matches, and an answer with levers. */
const made = (() => {
  let known: { readonly plain: readonly MatchResult[]; readonly withLevers: MatchResult } | undefined;
  return () =>
    (known ??= {
      plain: situations().map((situation) =>
        matchOffers({ situation, offers: OFFERS, region, today: TODAY, levers: false }),
      ),
      withLevers: matchOffers({
        situation: situations()[0]!,
        offers: OFFERS.slice(0, 8),
        region,
        today: TODAY,
        levers: true,
      }),
    });
})();

function expectSentence(text: string, of: string): void {
  expect(text, of).not.toMatch(SLIPS);
  expect(text, of).toMatch(SENTENCE);
}

describe.each(LANGUAGES)('any match in %s', (language) => {
  test('is said in whole sentences without a slip', async () => {
    const messages = await createMessageLoader()(language);
    const matches = made().plain.flatMap((result) => result.matches);
    expect(new Set(matches.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(4);
    for (const match of matches) {
      const { summary, reasons } = describeMatch(messages, match);
      for (const text of [summary, ...reasons]) expectSentence(text, `${match.offer.id} ${match.verdict}`);
      const explains = match.verdict === 'no' || reasons.length > 0;
      expect(explains, `${match.verdict} without a reason: ${match.offer.id}`).toBe(true);
    }
  });

  test('and what is beside the matches, with levers', async () => {
    const messages = await createMessageLoader()(language);
    for (const result of [...made().plain, made().withLevers]) {
      const texts = Object.values(describeResult(messages, result)).flat();
      expect(texts.length).toBeGreaterThanOrEqual(3);
      for (const text of texts) expectSentence(text, 'answer');
    }
  });
});
