import { describe, expect, test } from 'vitest';
import { busy, child, course, kita, situation } from '../../../support/family-language.ts';
import { matchAll } from '../../../support/match-all.ts';
import { someOffer } from '../../../support/some-offer.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../shared/domain/situation/situation.ts';

const offerOf = (id: string, own: Partial<Offer> = {}): Offer => ({
  ...course('mo 09:00-12:00', own),
  id: someOffer(`feed:${id}`).id,
});

const GERMAN = { needs: { german: 'B1' } } as const;
const AGE = { needs: { ageYears: { from: 18 } } };
const BOTH = { needs: { german: 'B1', ageYears: { from: 18 } } } as const;
const COSTLY = { cost: { cents: 99_000 } };
const FULL = { seats: { free: 0 } };

const ask = (offers: readonly Offer[], who: Situation = situation()) => matchAll(offers, who).nextQuestion;

describe('the next question', () => {
  test('is none when nothing hangs on an answer', () => {
    expect(ask([offerOf('a'), offerOf('b', COSTLY)])).toBeUndefined();
  });

  test('is the field on which all unknown of most candidates hangs', () => {
    const offers = [offerOf('a', GERMAN), offerOf('b', AGE), offerOf('c', AGE)];
    expect(ask(offers)).toEqual({ field: 'age', settles: 2 });
  });

  test('with equal numbers is the one that is first in the table', () => {
    expect(ask([offerOf('a', AGE), offerOf('b', GERMAN)])).toEqual({ field: 'german', settles: 1 });
  });

  test('counts no candidate that needs another answer too', () => {
    expect(ask([offerOf('a', BOTH), offerOf('b', AGE)])).toEqual({ field: 'age', settles: 1 });
    expect(ask([offerOf('a', BOTH)])).toBeUndefined();
  });

  test('counts no candidate of which the provider has to be asked too', () => {
    expect(ask([offerOf('a', { ...AGE, ...COSTLY })])).toBeUndefined();
  });

  test('counts no candidate with something unmet', () => {
    expect(
      ask(
        [offerOf('a', { ...AGE, ...FULL }), offerOf('b', { needs: { german: 'B2' } })],
        situation([], { german: 'B1' }),
      ),
    ).toBeUndefined();
  });

  test('asks for the care of a child of which nothing was said', () => {
    expect(ask([offerOf('a'), offerOf('b')], situation([child('40m')]))).toEqual({
      field: 'children.care',
      settles: 2,
    });
  });

  test('asks when somebody works who said how long but not when', () => {
    const working = situation([], { work: { hoursPerWeek: 20, saturdays: false } });
    expect(ask([offerOf('a')], working)).toEqual({ field: 'busy', settles: 1 });
  });

  test('asks nothing that was answered: working hours that vary stay unknown', () => {
    const varying = situation([], { busy: [busy('tu 10:00-12:00', 'work', true)] });
    expect(matchAll([offerOf('a')], varying).counts.ask).toBe(1);
    expect(ask([offerOf('a')], varying)).toBeUndefined();
  });

  test('settles as many as it says: with any answer none of them is to be asked for it any more', () => {
    const offers = [offerOf('a', GERMAN), offerOf('b', GERMAN), offerOf('c')];
    const who = situation([child('40m', [kita('mo-fr 07:00-17:00')])]);
    expect(ask(offers, who)).toEqual({ field: 'german', settles: 2 });
    for (const german of ['none', 'A2', 'B1', 'native'] as const) {
      expect(matchAll(offers, { ...who, german }).counts.ask).toBe(0);
    }
  });
});
