import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { localDateOf } from '../../../shared/domain/time/local-date.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { numberedOffer } from '../../support/numbered-offers.ts';

const offer = numberedOffer(1);

describe('the version of an offer', () => {
  it('is the same on every machine and in every release', () => {
    expect(hashOffer(offer)).toBe('4e624f9f265f6da72129dba8d565d482');
  });

  it('does not depend on the order of members', () => {
    const reversed = Object.fromEntries(Object.entries(offer).toReversed()) as Offer;
    expect(hashOffer(reversed)).toBe(hashOffer(offer));
  });

  it('does not depend on the day of the check', () => {
    const checked = fc.integer({ min: 2000, max: 2100 }).map((year) => localDateOf(year, 1, 1));
    fc.assert(
      fc.property(checked, (day) => {
        const seen = { ...offer, freshness: { ...offer.freshness, checked: day } };
        expect(hashOffer(seen)).toBe(hashOffer(offer));
      }),
    );
  });

  it.each<[string, Partial<Offer>]>([
    ['title', { title: 'Deutsch B2' }],
    ['summary', { summary: 'kürzer' }],
    ['goals', { goals: ['german', 'orientation'] }],
    ['places', { places: [] }],
    ['timetable', { timetable: { ...offer.timetable, complete: false } }],
    ['cost', { cost: { cents: 0 } }],
    ['statement of another day', { freshness: { ...offer.freshness, changed: localDateOf(2025, 1, 1) } }],
  ])('is another with another %s', (_, own) => {
    expect(hashOffer({ ...offer, ...own })).not.toBe(hashOffer(offer));
  });
});
