import { describe, expect, test } from 'vitest';
import { child, course, kita, situation } from '../../../support/family-language.ts';
import { matchAll } from '../../../support/match-all.ts';
import { someOffer } from '../../../support/some-offer.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';

const offerOf = (id: string, own: Partial<Offer> = {}, times = 'mo 09:00-12:00'): Offer => ({
  ...course(times, own),
  id: someOffer(`feed:${id}`).id,
});

const FULL = { seats: { free: 0 } };
const TOO_FAR_ON = { needs: { german: 'C1' } } as const;
const WHO = situation([child('40m', [kita('mo-fr 08:30-12:30')])], { german: 'B1' });

describe('the counts of an answer', () => {
  test('are of each verdict, of all candidates', () => {
    const offers = [
      offerOf('a'),
      offerOf('b'),
      offerOf('c', {}, 'mo 09:00-12:30'),
      offerOf('d', { cost: { cents: 99_000 } }),
      offerOf('e', FULL),
    ];
    expect(matchAll(offers, WHO).counts).toEqual({ fits: 2, 'fits-with-care': 0, nearly: 1, ask: 1, no: 1 });
  });

  test('are none without candidates', () => {
    expect(matchAll([], WHO)).toMatchObject({
      matches: [],
      counts: { fits: 0, 'fits-with-care': 0, nearly: 0, ask: 0, no: 0 },
      excluded: [],
    });
  });
});

describe('what is excluded', () => {
  test('is each offer with a no once, under its first unmet criterion, in the order of the table', () => {
    const offers = [
      offerOf('a', {}, 'mo 18:00-20:00'),
      offerOf('b', FULL),
      offerOf('c', { ...FULL, ...TOO_FAR_ON }),
      offerOf('d', { ...TOO_FAR_ON }, 'mo 18:00-20:00'),
      offerOf('e', FULL, 'mo 18:00-20:00'),
    ];
    expect(matchAll(offers, WHO).excluded).toEqual([
      { criterion: 'german', count: 2 },
      { criterion: 'seats', count: 2 },
      { criterion: 'care', count: 1 },
    ]);
  });

  test('leaves out what is nearly or to be asked', () => {
    const offers = [offerOf('a', {}, 'mo 09:00-12:30'), offerOf('b', { cost: { cents: 99_000 } })];
    expect(matchAll(offers, WHO).excluded).toEqual([]);
  });

  test('adds up to the number of noes', () => {
    const offers = [offerOf('a', FULL), offerOf('b', TOO_FAR_ON), offerOf('c', {}, 'mo 18:00-20:00')];
    const { counts, excluded } = matchAll(offers, WHO);
    expect(excluded.reduce((sum, { count }) => sum + count, 0)).toBe(counts.no);
  });
});
