import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdOffers } from '../../../shared/use-cases/held-offers.ts';
import { anyOffer } from '../../support/any-offer.ts';
import { someOffer } from '../../support/some-offer.ts';

const LONG = 'Ä€😀 '.repeat(50_000);

describe('held offers', () => {
  it('are what was added, in the order in which it was', () => {
    fc.assert(
      fc.property(fc.array(anyOffer(), { maxLength: 8 }), (offers) => {
        const { held, add } = holdOffers();
        offers.forEach(add);
        expect([...held]).toEqual(offers);
        expect(held.ids).toEqual(offers.map(({ id }) => id));
        expect(held.count).toBe(offers.length);
      }),
      { numRuns: 50 },
    );
  });

  it('are what was added where one is larger than the blocks that hold them', () => {
    const { held, add } = holdOffers();
    const offers = [1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
      someOffer(`feed:${String(number)}`, { summary: number % 3 === 0 ? LONG.repeat(4) : LONG }),
    );
    offers.forEach(add);
    expect([...held]).toEqual(offers);
    expect(held.read(2)).toEqual(offers[2]);
  });

  it('are what was added where they share members, lack them, and change over to others', () => {
    fc.assert(
      fc.property(fc.array(anyOffer(), { minLength: 3, maxLength: 3 }), ([one, two, three]) => {
        const { held, add } = holdOffers();
        const mixed = [one!, { ...two!, places: one!.places }, { ...one!, title: 'x' }, three!];
        const offers = [...mixed, ...mixed.toReversed(), one!, one!, two!, { ...two!, links: three!.links }];
        offers.forEach(add);
        expect([...held]).toEqual(offers);
      }),
      { numRuns: 50 },
    );
  });

  it('are what was added where so many share members that what they share is looked for anew', () => {
    const { held, add } = holdOffers();
    const [own, other] = [someOffer('feed:1'), someOffer('feed:2', { summary: 'another' })];
    const offers = Array.from({ length: 2500 }, (_, index) => ({
      ...(Math.floor(index / 700) % 2 === 0 ? own : other),
      title: `Kurs ${String(index)}`,
    }));
    offers.forEach(add);
    expect([...held]).toEqual(offers);
  });

  it('can be read while more are added', () => {
    const { held, add } = holdOffers();
    add(someOffer('feed:1'));
    expect([...held]).toHaveLength(1);
    add(someOffer('feed:2'));
    expect([...held].map(({ id }) => id)).toEqual(['feed:1', 'feed:2']);
  });

  it('are copies: whoever changes one changes none that is held', () => {
    const { held, add } = holdOffers();
    const goals = ['german' as const];
    add(someOffer('feed:1', { goals }));
    goals.pop();
    expect(held.read(0).goals).toEqual(['german']);
    expect(held.read(0)).not.toBe(held.read(0));
  });

  it.each([-1, 1, 0.5])('throw where there is none: %s', (index) => {
    const { held, add } = holdOffers();
    add(someOffer('feed:1'));
    expect(() => held.read(index)).toThrow(RangeError);
  });
});
