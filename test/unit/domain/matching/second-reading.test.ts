import { describe, expect, it } from 'vitest';
import { matchOffers } from '../../../../shared/domain/matching/match-offers.ts';
import { weeklyMinutes } from '../../../../shared/domain/matching/levers/entry-hours.ts';
import {
  carePlace,
  child,
  course,
  criterion,
  hours,
  judge,
  kita,
  region,
  situation,
  timetable,
  town,
  TODAY,
  TOWN,
} from '../../../support/family-language.ts';
import { day } from '../../../support/some-offer.ts';

describe('what a second reading of the matching page settled', () => {
  it('a place for one child is not lost because another, of whom nothing was said, could take it', () => {
    const who = situation([
      child('0m', [kita('sa 07:00-09:00')]),
      child('0y', undefined, { goesAlone: true }),
    ]);
    const place = carePlace('feed:place', 'mo-fr 06:30-10:30', TOWN.place('kita'), {
      free: 1,
      fetches: true,
    });
    const late = timetable('mo-fr 08:30-09:30', { first: day('2025-06-02'), last: day('2025-06-08') });
    expect(judge(course('', { timetable: late }), who, region(), [place]).verdict).toBe('ask');
  });
  it('self-paced learning with a part whose times are missing is no yes', () => {
    const learning = timetable('', {
      selfPaced: { hoursPerWeek: 5 },
      complete: false,
      missing: ['practical-part'],
    });
    const match = judge(
      course('', { timetable: learning }),
      situation([child('4y', [kita('mo-fr 07:30-14:30')])]),
    );
    expect(criterion(match, 'care').result).toBe('unknown');
  });
  it('hours that overlap count once', () => {
    expect(weeklyMinutes(hours('mo,tu,fr 07:00-11:45; mo-fr 07:00-09:15'))).toBe(18.75 * 60);
  });
  it('an answer that leaves missing times open settles nothing', () => {
    const offer = course('', { timetable: timetable('mo-fr 09:00-12:00', { complete: false }) });
    const input = {
      situation: situation([child('4y')]),
      region: region(),
      today: TODAY,
      levers: false,
      offers: [offer],
    };
    expect(matchOffers(input).nextQuestion).toBeUndefined();
  });
  it('room of childcare of the course is counted over all dates', () => {
    // holidays 7-8 April: child 0's school is closed on the 7th; child 1 has a gap on Thursday the 10th only
    const school = { kind: 'school' as const, hours: hours('mo-fr 08:00-16:00'), holidays: false };
    const other = kita('mo-we,fr 07:00-16:00');
    const who = situation([child('8y', [school]), child('4y', [other])]);
    const where = region({ schoolHolidays: [{ first: day('2025-04-07'), last: day('2025-04-08') }] });
    const childcare = {
      ages: { fromMonths: 0, toMonths: 150 },
      hours: [],
      during: true,
      free: 1,
      certainty: 'stated' as const,
    };
    const match = judge(course('mo,th 10:00-11:00', { childcare }), who, where);
    expect(match.heeds.map(({ id }) => id)).toContain('holidays');
  });
  it('a place in the neighbourhood is not at the house', () => {
    const presets = (
      [
        [25, 750],
        [35, 870],
        [45, 990],
      ] as const
    ).map(([weeklyHours, to]) => ({ weeklyHours, from: 450, to }));
    const who = situation([child('4y', [], {})], {
      helpers: [{ hours: hours('mo-fr 07:00-10:00')[0]!, every: 'week' }],
    });
    const match = judge(
      course('mo-fr 09:00-14:30', { places: [], online: true }),
      who,
      region({ bookingPresets: presets }),
    );
    expect(match.change?.change).toMatchObject({ kind: 'new-care', to: 45 });
  });
  it('an answer that leaves a counting place to be taken is what settles it', () => {
    const who = situation([
      child('0m', [kita('sa 07:00-09:00')]),
      child('0y', undefined, { goesAlone: true }),
    ]);
    const late = timetable('mo-fr 08:30-09:30', { first: day('2025-06-02'), last: day('2025-06-08') });
    const places = [
      carePlace('feed:place-a', 'mo-fr 06:30-10:30', TOWN.place('kita'), { free: 1, fetches: true }),
      carePlace('feed:place-b', '', TOWN.place('kita'), { free: 1, fetches: true }),
    ];
    const match = judge(course('', { timetable: late }), who, region(), places);
    expect(criterion(match, 'care').questions).toEqual([{ of: 'person', field: 'children.care' }]);
  });
  it('home and place unknown: both are asked for', () => {
    const who = situation([], { home: { precision: 'city' } });
    const match = judge(course('mo 09:00-12:00', { places: [{ precision: 'city' }] }), who);
    expect(criterion(match, 'reach').questions).toEqual([
      { of: 'person', field: 'home' },
      { of: 'provider', code: 'place' },
    ]);
  });
  it('whose gap it is does not hang on who is named first', () => {
    const near = town('home-area 10, area-course 20, home-course 20, area-area 10');
    const somewhere = () => ({
      precision: 'postcode' as const,
      postcode: 'area',
      point: near.place('area').point!,
    });
    const of = (age: string) =>
      child(age, [{ kind: 'kita', hours: hours('mo-fr 07:00-13:00'), place: somewhere(), holidays: false }]);
    const offer = course('mo 09:00-12:30', { places: [near.place('course')] });
    const gapAges = (ages: readonly string[]) =>
      judge(offer, situation(ages.map(of), { home: near.place('home') }), region({}, near)).gaps.map(
        (gap) => ages[gap.child],
      );
    expect(gapAges(['40m', '60m'])).toHaveLength(1);
    expect(gapAges(['40m', '60m'])).toEqual(gapAges(['60m', '40m']));
  });
  it('core hours hang on care that was not stated', () => {
    const core = timetable('', {
      weekly: hours('mo-fr 09:00-12:00').map((slot) => ({ ...slot, core: true })),
    });
    const match = judge(
      course('', { timetable: core, hours: { min: 15, max: 20 } }),
      situation([child('4y')], { helpers: [{ hours: hours('mo-fr 07:00-14:00')[0]!, every: 'week' }] }),
    );
    expect(criterion(match, 'care').questions?.every(({ of }) => of === 'person')).toBe(true);
  });
});
it('care that was not stated of a child that needs none is not asked for', () => {
  const learning = timetable('', { selfPaced: { hoursPerWeek: 40 } });
  const who = situation([child('12y'), child('4y', [kita('mo-fr 08:00-10:00')])]);
  const match = judge(course('', { timetable: learning }), who);
  expect(criterion(match, 'care').questions?.map(({ of }) => of)).toEqual(['provider']);
});
