import { describe, expect, test } from 'vitest';
import {
  carePlace,
  course,
  region,
  situation,
  timetable,
  TODAY,
  TOWN,
} from '../../../support/family-language.ts';
import { idsOf, matchAll } from '../../../support/match-all.ts';
import { day, someOffer } from '../../../support/some-offer.ts';
import type { Goal } from '../../../../shared/domain/offer/terms.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';

function offerOf(id: string, own: Partial<Offer> = {}): Offer {
  return { ...course('mo 09:00-12:00', own), id: someOffer(`feed:${id}`).id };
}

const candidates = (offers: readonly Offer[], own: Parameters<typeof situation>[1] = {}) =>
  idsOf(matchAll(offers, situation([], own)).matches);

const validUntil = (text: string): Partial<Offer> => ({
  freshness: { ...course('').freshness, validUntil: day(text) },
});

describe('candidates', () => {
  test('are offers that are still valid today', () => {
    const offers = [offerOf('over', validUntil('2025-03-23')), offerOf('today', validUntil('2025-03-24'))];
    expect(candidates([...offers, offerOf('always')])).toEqual(['always', 'today']);
  });

  test('are online offers and those of neighbours too, however far', () => {
    const elsewhere = { places: [{ postcode: '80331', precision: 'none' as const }] };
    expect(candidates([offerOf('far', elsewhere), offerOf('online', { online: true, places: [] })])).toEqual([
      'online',
      'far',
    ]);
  });

  test.each([
    [['german'], ['german']],
    [
      ['german', 'retraining'],
      ['german', 'retraining'],
    ],
  ] as [readonly Goal[], readonly string[]][])('serve one of the goals: %j', (goals, expected) => {
    const offers = ['german', 'retraining', 'orientation'].map((goal) =>
      offerOf(goal, { goals: [goal as Goal] }),
    );
    expect(candidates(offers, { goals })).toEqual(expected);
  });

  test('may serve other goals beside the one that is asked for', () => {
    const both = offerOf('both', { goals: ['orientation', 'german'], fields: ['it', 'health'] });
    expect(candidates([both], { goals: ['german'], fields: ['health'] })).toEqual(['both']);
  });

  test('serve any goal but childcare where none is given', () => {
    const place = carePlace('feed:place', 'mo-fr 08:00-16:00', TOWN.place('kita'));
    expect(candidates([place, offerOf('course')])).toEqual(['course']);
    expect(candidates([place, offerOf('course')], { goals: ['childcare'] })).toEqual(['place']);
  });

  test('serve one of the fields, or state none', () => {
    const offers = [
      offerOf('health', { fields: ['health', 'office'] }),
      offerOf('it', { fields: ['it'] }),
      offerOf('none', { fields: [] }),
    ];
    expect(candidates(offers, { fields: ['health', 'trade'] })).toEqual(['health', 'none']);
    expect(candidates(offers)).toEqual(['health', 'it', 'none']);
  });

  test('are each course once: the best date stands, the others are counted in it', () => {
    const dateOf = (id: string, times: string, first: string, last: string) =>
      offerOf(id, { course: 'vhs/7', timetable: timetable(times, { first: day(first), last: day(last) }) });
    const dates = [
      dateOf('a-started', 'mo 09:00-12:00', '2025-03-03', '2025-04-30'),
      dateOf('b-late', 'mo 09:00-12:00', '2025-09-01', '2025-09-30'),
      dateOf('c-soon', 'mo 09:00-12:00', '2025-05-05', '2025-05-30'),
    ];
    const { matches, counts } = matchAll([...dates, offerOf('d')], situation());
    expect(idsOf(matches)).toEqual(['d', 'c-soon']);
    expect(matches.map(({ others }) => others)).toEqual([0, 2]);
    expect(counts).toEqual({ fits: 2, 'fits-with-care': 0, nearly: 0, ask: 0, no: 0 });
  });

  test('count the variants of all dates of a course', () => {
    const both = { course: 'vhs/7', online: true };
    const [match] = matchAll([offerOf('a', both), offerOf('b', both)], situation()).matches;
    expect(match?.others).toBe(3);
  });

  test('of one course and of different goals stand by those that serve one', () => {
    const dates = [
      offerOf('a', { course: 'vhs/7', goals: ['retraining'] }),
      offerOf('b', { course: 'vhs/7' }),
    ];
    const { matches } = matchAll(dates, situation([], { goals: ['further-training'] }));
    expect(idsOf(matches)).toEqual(['b']);
    expect(matches[0]?.others).toBe(0);
  });

  test('are what several feeds tell of once', () => {
    const other = offerOf('b', { duplicateOf: offerOf('a').id });
    expect(candidates([other, offerOf('a')])).toEqual(['a']);
  });

  test('are the duplicate where what it repeats is not there or not valid any more', () => {
    const other = offerOf('b', { duplicateOf: offerOf('a').id });
    expect(candidates([other])).toEqual(['b']);
    expect(candidates([other, offerOf('a', validUntil('2025-03-23'))])).toEqual(['b']);
  });

  test('do not vanish when two say they repeat each other', () => {
    const offers = [
      offerOf('a', { duplicateOf: offerOf('b').id }),
      offerOf('b', { duplicateOf: offerOf('a').id }),
    ];
    expect(candidates(offers)).toHaveLength(1);
  });

  test('are no childcare places that are not valid any more', () => {
    const place = carePlace('feed:place', 'mo-fr 07:00-17:00', TOWN.place('kita'));
    const over = { ...place, freshness: { ...place.freshness, validUntil: day('2025-03-23') } };
    const later = offerOf('later', {
      timetable: timetable('mo 09:00-12:00', { first: day('2025-05-05'), last: day('2025-05-11') }),
    });
    const child = { age: { months: 40 }, care: [], goesAlone: false };
    const verdictWith = (care: Offer) => matchAll([care, later], situation([child])).matches[0]?.verdict;
    expect(verdictWith(place)).toBe('fits-with-care');
    expect(verdictWith(over)).toBe('no');
  });

  test('are judged on the date of the region', () => {
    const offers = [offerOf('a', validUntil('2025-04-30'))];
    const { matches } = matchAll(offers, situation(), { today: day('2025-05-01'), where: region() });
    expect(matches).toEqual([]);
    expect(TODAY).toBe(day('2025-03-24'));
  });
});
