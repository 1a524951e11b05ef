import { describe, expect, test } from 'vitest';
import { explanationAnswer, matchAnswer } from '../../../../shared/contract/match-answer.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

const OFFERS = [someOffer('vhs:1')];

describe('the words of an answer', () => {
  test.each([
    [undefined, 'de', 'Der Kurs passt in Ihre Woche.', '1 Angebot passt in Ihre Woche.'],
    ['de', 'de', 'Der Kurs passt in Ihre Woche.', '1 Angebot passt in Ihre Woche.'],
    ['en', 'en', 'The course fits your week.', '1 offer fits your week.'],
    ['en-GB', 'en', 'The course fits your week.', '1 offer fits your week.'],
    ['tr', 'de', 'Der Kurs passt in Ihre Woche.', '1 Angebot passt in Ihre Woche.'],
  ])('asked for in %s are in %s', async (language, answered, summary, count) => {
    const api = await apiOver(OFFERS);
    const body = language === undefined ? {} : { language };

    const matches = await api.post('/v1/matches', body);
    expect(matches.headers.get('content-language')).toBe(answered);
    const answer = matchAnswer.parse(await matches.json());
    expect(answer.matches.map(({ text }) => text.summary)).toEqual([summary]);
    expect(answer.text.counts[0]).toBe(count);

    const explanation = await api.post('/v1/offers/vhs:1/explanation', body);
    expect(explanation.headers.get('content-language')).toBe(answered);
    expect(explanationAnswer.parse(await explanation.json()).match.text.summary).toBe(summary);
  });

  test('say the assumptions that are also given as codes', async () => {
    const api = await apiOver(OFFERS);
    const answer = matchAnswer.parse(await (await api.post('/v1/matches', {})).json());
    expect(answer.text.assumptions).toHaveLength(answer.assumptions.length);
    expect(answer.text.assumptions[0]).toContain('Mitte der Region');
  });

  test('change nothing else of the answer', async () => {
    const api = await apiOver(OFFERS);
    const withoutText = async (language: string) => {
      const answer = matchAnswer.parse(await (await api.post('/v1/matches', { language })).json());
      return { ...answer, text: 0, matches: answer.matches.map((match) => ({ ...match, text: 0 })) };
    };
    expect(await withoutText('en')).toEqual(await withoutText('de'));
  });
});
