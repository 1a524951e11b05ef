import { describe, expect, test } from 'vitest';
import {
  child,
  course,
  kita,
  region,
  situation,
  timetable,
  town,
} from '../../../../support/family-language.ts';
import { matchAll } from '../../../../support/match-all.ts';
import { day, someOffer } from '../../../../support/some-offer.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Child, Situation } from '../../../../../shared/domain/situation/situation.ts';

const TOWN = town('home-kita 10, kita-course 15, home-course 20, home-far 60, kita-far 60', 20);
const WHERE = region(
  {
    bookingPresets: [
      { weeklyHours: 25, from: 450, to: 750 },
      { weeklyHours: 35, from: 450, to: 870 },
      { weeklyHours: 45, from: 450, to: 990 },
    ],
  },
  TOWN,
);

const offerOf = (id: string, own: Partial<Offer> = {}, times = 'mo 09:00-12:00'): Offer => ({
  ...course(times, { places: [TOWN.place('course')], ...own }),
  id: someOffer(`feed:${id}`).id,
});

function answer(offers: readonly Offer[], children: readonly Child[] = [], own: Partial<Situation> = {}) {
  const who = situation(children, { home: TOWN.place('home'), german: 'B1', ...own });
  return matchAll(offers, who, { where: WHERE, levers: true });
}

/** The levers as `care-class x2`. */
const lines = (...args: Parameters<typeof answer>) =>
  answer(...args).levers?.map(({ change, opens }) => `${change.change.kind} x${String(opens)}`);

const FAR = { places: [TOWN.place('far')] };
const B2 = { needs: { german: 'B2' } } as const;
const FULL = { seats: { free: 0 } };
const startingOn = (first: string) => ({
  timetable: timetable('mo 09:00-12:00', { first: day(first), last: day(first) }),
});
const UNTIL_HALF_PAST_TWELVE = child('40m', [kita('mo-fr 07:30-12:30')]);

describe('levers', () => {
  test('are not in the answer unless asked for', () => {
    const result = matchAll([offerOf('a', B2)], situation([], { german: 'B1' }));
    expect(result).not.toHaveProperty('levers');
    expect(result).not.toHaveProperty('path');
  });

  test('open offers that were neither fits nor fits with care and become one of them', () => {
    expect(lines([offerOf('a', B2), offerOf('b', B2), offerOf('c')])).toEqual(['german x2']);
    expect(lines([offerOf('a', FAR)])).toEqual(['travel x1']);
    expect(lines([offerOf('a', { online: true, places: [] })], [], { formats: ['on-site'] })).toEqual([
      'online-too x1',
    ]);
    const late = offerOf('a', startingOn('2025-06-02'));
    expect(lines([late], [], { until: day('2025-05-31') })).toEqual(['start-later x1']);
  });

  test('open nothing that is still to be asked', () => {
    expect(lines([offerOf('a', { ...B2, cost: { cents: 99_000 } })])).toEqual([]);
  });

  test('open a course once, whichever of its dates becomes possible', () => {
    const dates = [offerOf('a', { ...B2, course: 'vhs/7' }), offerOf('b', { ...B2, course: 'vhs/7' })];
    expect(lines(dates)).toEqual(['german x1']);
    expect(lines([...dates, offerOf('c', { course: 'vhs/7' })])).toEqual([]);
  });

  test('come by how many they open', () => {
    const offers = [offerOf('a', FAR), offerOf('b', B2), offerOf('c', B2)];
    expect(lines(offers)).toEqual(['german x2', 'travel x1']);
  });

  test('that open as many come in the order of the page', () => {
    const offers = [offerOf('a', FAR), offerOf('b', B2)];
    expect(lines(offers)).toEqual(['travel x1', 'german x1']);
  });

  test('are five at most, the smaller before the larger of one kind', () => {
    const levers = answer([offerOf('a', {}, 'mo-fr 09:00-12:30')], [UNTIL_HALF_PAST_TWELVE]).levers;
    expect(levers?.map(({ change, opens }) => ({ ...change.change, opens }))).toEqual([
      { kind: 'care-class', children: [0], to: 35, until: 870, opens: 1 },
      ...[30, 60, 90, 120].map((minutes) => ({
        kind: 'edge-hours',
        children: [0],
        days: [0, 1, 2, 3, 4],
        minutes,
        opens: 1,
      })),
    ]);
    const more = answer([offerOf('a', {}, 'mo-fr 09:00-12:30'), offerOf('b', FAR)], [UNTIL_HALF_PAST_TWELVE]);
    expect(more.levers).toHaveLength(5);
  });

  test('name who grants them and, where that takes time by rule, from when', () => {
    const offers = [offerOf('a', {}, 'mo-fr 09:00-12:30'), offerOf('b', {}, 'mo-fr 09:00-12:30')];
    const [lever] = answer(offers, [UNTIL_HALF_PAST_TWELVE]).levers ?? [];
    expect(lever).toMatchObject({
      change: { grantedBy: 'care-provider', from: day('2025-08-01') },
      opens: 2,
    });
  });

  test('open what would need new care that is somewhere', () => {
    const [lever] = answer([offerOf('a')], [child('40m', [])]).levers ?? [];
    expect(lever).toMatchObject({
      change: { change: { kind: 'new-care', to: 25 }, grantedBy: 'youth-office' },
    });
  });

  test('leave the answer itself as it is', () => {
    const offers = [offerOf('a', B2), offerOf('b', {}, 'mo-fr 09:00-12:30')];
    const who = situation([UNTIL_HALF_PAST_TWELVE], { home: TOWN.place('home'), german: 'B1' });
    const {
      levers: _levers,
      path: _path,
      ...withLevers
    } = matchAll(offers, who, { where: WHERE, levers: true });
    expect(withLevers).toEqual(matchAll(offers, who, { where: WHERE }));
  });
});

describe('the path where no lever opens anything', () => {
  test('is the pair of criteria that is exactly what is unmet for most offers, each with its change', () => {
    const offers = [
      offerOf('a', { ...FAR, ...B2 }),
      offerOf('b', { ...FAR, ...B2 }),
      offerOf('c', { ...FULL, ...B2 }),
      offerOf('d', { ...FAR, ...B2, ...FULL }),
    ];
    const { levers, path } = answer(offers);
    expect(levers).toEqual([]);
    expect(path).toMatchObject({ criteria: ['reach', 'german'], offers: 2 });
    expect(path?.changes.map(({ change }) => change.change)).toEqual([
      { kind: 'travel', minutes: 15 },
      { kind: 'german', to: 'B2' },
    ]);
  });

  test('has no change for a criterion that only the offer decides', () => {
    const { path } = answer([offerOf('c', { ...FULL, ...B2 })]);
    expect(path).toMatchObject({ criteria: ['german', 'seats'], offers: 1 });
    expect(path?.changes.map(({ change }) => change.change)).toEqual([{ kind: 'german', to: 'B2' }]);
  });

  test('with as many offers is the pair that is first in the table', () => {
    const { path } = answer([offerOf('a', { ...FULL, ...B2 }), offerOf('b', { ...FAR, ...B2 })]);
    expect(path?.criteria).toEqual(['reach', 'german']);
  });

  test('names the smallest change of care', () => {
    const { path } = answer([offerOf('a', FULL, 'mo-fr 09:00-13:10')], [UNTIL_HALF_PAST_TWELVE]);
    expect(path?.criteria).toEqual(['seats', 'care']);
    expect(path?.changes.map(({ change }) => change.change)).toEqual([
      { kind: 'care-class', children: [0], to: 35, until: 870 },
    ]);
  });

  test('is not given where a lever opens something, or nothing lacks exactly two', () => {
    const pair = offerOf('a', { ...FAR, ...B2 });
    expect(answer([pair, offerOf('b', B2)]).path).toBeUndefined();
    expect(answer([offerOf('a', FULL)]).path).toBeUndefined();
    expect(answer([offerOf('a', FULL)]).levers).toEqual([]);
  });
});
