import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCatalogueOffer } from '../../../../shared/domain/offer/catalogue-changes.ts';
import { duplicateLinks } from '../../../../shared/domain/offer/duplicate-links.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../../../shared/domain/offer/timetable-json.ts';
import { someOffer } from '../../../support/some-offer.ts';

const HOUSE = { street: 'Hansastraße 2', postcode: '44137', city: 'Dortmund', precision: 'street' } as const;
const course = (id: string, own: Partial<Offer> = {}) =>
  toCatalogueOffer(someOffer(id, { title: 'Deutsch B1', places: [HOUSE], ...own }));
const nursery = (id: string, own: Partial<Offer> = {}) =>
  course(id, {
    kind: 'childcare',
    title: id,
    care: { kind: 'kita', openings: [], bookedHours: [], fetches: false },
    timetable: UNKNOWN_TIMETABLE,
    ...own,
  });
const linked = (...offers: Parameters<typeof duplicateLinks>[0]) => [...duplicateLinks(offers)];
const ONE = course('aa:1');

describe('offers of two feeds', () => {
  it('are one thing at the same house and times with the same title', () => {
    expect(linked(ONE, course('bb:7'))).toEqual([['bb:7', 'aa:1']]);
  });

  it.each<[string, Partial<Offer>]>([
    ['a longer title', { title: 'Deutsch B1 – Vormittagskurs' }],
    ['another way to write the street', { places: [{ ...HOUSE, street: 'Hansastrasse  2' }] }],
    ['the street shortened', { places: [{ ...HOUSE, street: 'Hansastr. 2' }] }],
    ['the name of another provider', { provider: { name: 'VHS' } }],
  ])('are one thing with %s', (_, own) => {
    expect(linked(ONE, course('bb:7', own))).toHaveLength(1);
  });

  it.each<[string, Partial<Offer>]>([
    ['another title', { title: 'Deutsch B2' }],
    ['another house', { places: [{ ...HOUSE, street: 'Hansastraße 20' }] }],
    ['another postcode', { places: [{ ...HOUSE, postcode: '44139' }] }],
    ['no number of a house', { places: [{ ...HOUSE, street: 'Hansastraße' }] }],
    ['no street', { places: [{ postcode: '44137', precision: 'postcode' }] }],
    ['another hour', { timetable: { ...ONE.timetable, weekly: [{ days: [0, 2], from: 541, to: 735 }] } }],
    [
      'another first day',
      { timetable: { ...ONE.timetable, first: ONE.timetable.first! + 7 } as Offer['timetable'] },
    ],
    ['no times', { timetable: UNKNOWN_TIMETABLE }],
    ['another kind', { kind: 'advice' }],
    ['only an invented one', { freshness: { ...ONE.freshness, feed: 'bb' as never, sample: true } }],
  ])('are two with %s', (_, own) => {
    expect(linked(ONE, course('bb:7', own))).toEqual([]);
  });

  it('without times are one only by title and provider together', () => {
    const job = (id: string, own: Partial<Offer> = {}) =>
      course(id, { kind: 'job', timetable: UNKNOWN_TIMETABLE, ...own });
    expect(linked(job('aa:1'), job('bb:1'))).toEqual([['bb:1', 'aa:1']]);
    expect(linked(job('aa:1'), job('bb:1', { provider: { name: 'Bäckerei' } }))).toEqual([]);
  });

  it('of childcare are one at a house, whatever they are called, unless a feed tells of two there', () => {
    expect(linked(nursery('aa:1'), nursery('bb:1'))).toEqual([['bb:1', 'aa:1']]);
    expect(linked(nursery('aa:1'), nursery('aa:2'), nursery('bb:1'))).toEqual([]);
    const school = { care: { kind: 'school', openings: [], bookedHours: [], fetches: false } } as const;
    expect(linked(nursery('aa:1'), nursery('bb:1', school))).toEqual([]);
  });
});

describe('which of them is shown', () => {
  it('is the one whose times are stated, then the one that says more, then the lower id', () => {
    const read = { timetable: { ...ONE.timetable, certainty: 'read-from-text' } } as const;
    expect(linked(course('aa:1', read), course('bb:1'))).toEqual([['aa:1', 'bb:1']]);
    expect(linked(course('aa:1'), course('bb:1', { cost: { cents: 0 } }))).toEqual([['aa:1', 'bb:1']]);
    expect(linked(course('bb:1'), course('aa:1'))).toEqual([['bb:1', 'aa:1']]);
  });

  it('is one for all feeds that tell of it', () => {
    expect(linked(course('cc:1'), course('aa:1'), course('bb:1'))).toEqual([
      ['bb:1', 'aa:1'],
      ['cc:1', 'aa:1'],
    ]);
  });

  it('is found for each of several things at one house and time', () => {
    const sewing = { title: 'Nähen' };
    expect(linked(course('aa:1'), course('bb:1', sewing), course('cc:1', sewing), course('cc:2'))).toEqual([
      ['cc:2', 'aa:1'],
      ['cc:1', 'bb:1'],
    ]);
  });

  it('is never one of the same feed, and never changes what a source says itself', () => {
    expect(linked(course('aa:1'), course('aa:2'))).toEqual([]);
    expect(linked(course('aa:1'), course('bb:1', { duplicateOf: 'cc:9' as never }))).toEqual([]);
  });
});

it('links the same whatever the order, and never to one that is itself linked', () => {
  const any = fc.record({
    feed: fc.constantFrom('aa', 'bb', 'cc'),
    own: fc.integer({ min: 1, max: 3 }),
    street: fc.constantFrom('Hansastraße 2', 'Hansastr. 2', 'Ostwall 1'),
    title: fc.constantFrom('Deutsch B1', 'Deutsch', 'Deutsch B1 abends', 'Nähen'),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(any, { selector: ({ feed, own }) => `${feed}:${own}`, maxLength: 9 }),
      (made) => {
        const offers = made.map(({ feed, own, street, title }) =>
          course(`${feed}:${own}`, { title, places: [{ ...HOUSE, street }] }),
        );
        const links = duplicateLinks(offers);
        expect(new Map([...duplicateLinks(offers.toReversed())].toSorted())).toEqual(
          new Map([...links].toSorted()),
        );
        for (const target of links.values()) expect(links.has(target)).toBe(false);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
