import { describe, expect, test } from 'vitest';
import {
  course,
  criterion,
  hours,
  judge,
  region,
  situation,
  timetable,
  town,
} from '../../../../support/family-language.ts';

const at = (minutes: number) => town(`home-course ${String(minutes)}`);

function matchAt(minutes: number, maxMinutes?: number) {
  const where = at(minutes);
  const who = situation([], {
    home: where.place('home'),
    travel: maxMinutes === undefined ? {} : { maxMinutes },
  });
  return judge(course('mo 09:00-12:00', { places: [where.place('course')] }), who, region({}, where));
}

describe('reach', () => {
  test.each([
    [40, 'met'],
    [45, 'met'],
    [50, 'unmet'],
  ])('is met when the way is at most 45 minutes: %i', (minutes, expected) => {
    expect(criterion(matchAt(minutes), 'reach').result).toBe(expected);
  });

  test.each([
    [25, 'met'],
    [30, 'met'],
    [35, 'unmet'],
  ])('is held against the own limit of 30 minutes where one is given: %i', (minutes, expected) => {
    expect(criterion(matchAt(minutes, 30), 'reach').result).toBe(expected);
  });

  test('is not applicable online', () => {
    const match = judge(course('mo 09:00-12:00', { places: [], online: true }), situation());
    expect(criterion(match, 'reach').result).toBe('not-applicable');
    expect(match.travelMinutes).toBe(0);
  });

  test('is unknown where the place of the offer is not known, and asks the provider', () => {
    for (const places of [[], [{ city: 'Berlin', precision: 'city' as const }]]) {
      const match = judge(course('mo 09:00-12:00', { places }), situation());
      expect(criterion(match, 'reach')).toMatchObject({ result: 'unknown', questions: [{ of: 'provider' }] });
      expect(match).toMatchObject({ verdict: 'ask', travelMinutes: null });
    }
  });

  test('is unknown where home is known by its city only, and asks for home', () => {
    const match = judge(course('mo 09:00-12:00'), situation([], { home: { precision: 'none' } }));
    expect(criterion(match, 'reach')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'home' }],
    });
  });

  test('takes the longest way when sessions name their own places', () => {
    const where = town('home-near 10, home-far 50, near-far 50');
    const [monday, tuesday] = [...hours('mo 09:00-12:00'), ...hours('tu 09:00-12:00')];
    const times = timetable('', {
      weekly: [
        { ...monday!, place: 0 },
        { ...tuesday!, place: 1 },
      ],
    });
    const offer = course('', { timetable: times, places: [where.place('near'), where.place('far')] });
    const match = judge(offer, situation([], { home: where.place('home') }), region({}, where));
    expect(criterion(match, 'reach').result).toBe('unmet');
    expect(match).toMatchObject({ travelMinutes: 50, variant: 'each-at-its-own' });
  });

  test('takes the place within reach when the sessions may be at any of the places', () => {
    const where = town('home-near 10, home-far 50, near-far 50');
    const offer = course('mo 09:00-12:00', { places: [where.place('far'), where.place('near')] });
    const match = judge(offer, situation([], { home: where.place('home') }), region({}, where));
    expect(match).toMatchObject({ verdict: 'fits', travelMinutes: 10, variant: 1, others: 1 });
  });
});
