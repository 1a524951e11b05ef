import { describe, expect, test } from 'vitest';
import {
  care,
  carePlace,
  child,
  course,
  judge,
  kita,
  region,
  situation,
  timetable,
  town,
} from '../../../support/family-language.ts';
import { at, judgeWith, mayCourse } from '../../../support/new-care-town.ts';
import { day } from '../../../support/some-offer.ts';
import type { Facts, HeedId, Match } from '../../../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';

const heed = (match: Match, id: HeedId): Facts | undefined =>
  match.heeds.find((each) => each.id === id)?.facts;

const COVERED = situation([child('40m', [kita('mo-fr 07:00-17:00')])]);
const withOffer = (own: Partial<Offer>) => judge(course('mo 09:00-12:00', own), COVERED);

describe('end not known', () => {
  test('is heeded with a first and no last day', () => {
    const { last: _last, ...open } = timetable('mo 09:00-12:00');
    expect(heed(withOffer({ timetable: open }), 'end-not-known')).toBeDefined();
    expect(heed(withOffer({}), 'end-not-known')).toBeUndefined();
  });
});

describe('settling in and notice', () => {
  const mini = carePlace('feed:mini', 'mo-fr 07:00-17:00', at('mini'));

  test('have their latest days where new care is needed: 28 days and 6 months before the first', () => {
    const match = judgeWith([mini], [child('40m', [])]);
    expect(heed(match, 'settling-in')).toMatchObject({ latest: '2025-04-07' });
    expect(heed(match, 'care-notice')).toMatchObject({
      latest: '2024-11-05',
      law: '§ 5 KiBiz',
      passed: true,
    });
  });

  test('tell whether the notice can still be given', () => {
    const notice = (first: string) => {
      const offer = mayCourse('', {
        timetable: timetable('mo-su 09:00-12:00', { first: day(first), last: day(first) }),
      });
      const open = carePlace('feed:mini', 'mo-su 07:00-17:00', at('mini'));
      return heed(judgeWith([open], [child('40m', [])], offer), 'care-notice');
    };
    expect(notice('2025-09-24')).toMatchObject({ latest: '2025-03-24', passed: false });
    expect(notice('2025-09-23')).toMatchObject({ latest: '2025-03-23', passed: true });
  });

  test('are nothing to heed where care is there', () => {
    const match = judgeWith([mini], [child('40m', [kita('mo-fr 07:00-17:00')])]);
    expect(heed(match, 'settling-in')).toBeUndefined();
    expect(heed(match, 'care-notice')).toBeUndefined();
  });
});

describe('tight', () => {
  // The Kita is 15 minutes from the course: a course from 9 to 12 needs 8:40 to 12:20.
  test.each([
    ['mo-fr 08:40-17:00', 0],
    ['mo-fr 08:35-17:00', 5],
    ['mo-fr 08:30-17:00', undefined],
    ['mo-fr 07:00-12:25', 5],
    ['mo-fr 07:00-12:30', undefined],
    ['mo-fr 08:35-12:20', 0],
  ])('is less than 10 minutes to spare at a drop-off or pick-up: %s', (times, slackMinutes) => {
    const match = judge(course('mo 09:00-12:00'), situation([child('40m', [kita(times)])]));
    expect(heed(match, 'tight')).toEqual(slackMinutes === undefined ? undefined : { slackMinutes });
  });

  test('is the least of all days and children', () => {
    const times = child('40m', [kita('mo 07:00-17:00; tu 08:35-17:00')]);
    const match = judge(
      course('mo,tu 09:00-12:00'),
      situation([times, child('50m', [kita('mo-fr 07:00-17:00')])]),
    );
    expect(heed(match, 'tight')).toEqual({ slackMinutes: 5 });
  });

  test('is nothing for a child that goes alone', () => {
    const alone = child('100m', [kita('mo-fr 08:40-12:20')], { goesAlone: true });
    expect(heed(judge(course('mo 09:00-12:00'), situation([alone])), 'tight')).toBeUndefined();
  });
});

describe('certainty', () => {
  test('is heeded where times, childcare, growth or another fact were read from text', () => {
    const read = 'read-from-text' as const;
    const cases: readonly [Partial<Offer>, string][] = [
      [{ timetable: timetable('mo 09:00-12:00', { certainty: read }) }, 'timetable'],
      [{ childcare: { hours: [], during: true, certainty: read } }, 'childcare'],
      [{ kind: 'job', growth: { toHours: 30, certainty: read } }, 'growth'],
      [{ provenance: [{ fact: 'cost', from: 'text' }] }, 'cost'],
    ];
    for (const [own, fact] of cases) {
      expect(heed(withOffer(own), 'certainty')).toEqual({ readFromText: [fact] });
    }
    expect(heed(withOffer({}), 'certainty')).toBeUndefined();
    expect(
      heed(withOffer({ provenance: [{ fact: 'cost', from: 'provider' }] }), 'certainty'),
    ).toBeUndefined();
  });

  test('is not heeded for times that are not there', () => {
    const none = timetable('', { certainty: 'read-from-text', complete: false });
    expect(heed(withOffer({ timetable: none }), 'certainty')).toBeUndefined();
  });

  test.each([
    ['2024-12-24', undefined],
    ['2024-12-23', { checked: '2024-12-23' }],
  ])('is heeded where facts were checked over 90 days ago: %s', (checked, expected) => {
    const freshness = { ...course('').freshness, checked: day(checked) };
    expect(heed(withOffer({ freshness }), 'certainty')).toEqual(expected);
  });
});

describe('a child not born yet', () => {
  test('is heeded, and needs no care', () => {
    const match = judge(
      course('mo 09:00-12:00'),
      situation([child('5y', [kita('mo-fr 07:00-17:00')]), child('-2m')]),
    );
    expect(heed(match, 'not-born-yet')).toEqual({ children: [1] });
    expect(match.verdict).toBe('fits');
  });
});

describe('school holidays', () => {
  const schoolChild = (holidays: boolean) =>
    child('100m', [care('school', 'mo-su 07:00-17:00', { place: kita('').place!, holidays })]);
  const matchIn = (first: string, last: string, holidays = false) => {
    const where = region({ schoolHolidays: [{ first: day(first), last: day(last) }] });
    const times = timetable('mo-su 09:00-12:00', { first: day('2025-04-01'), last: day('2025-04-30') });
    return judge(course('', { timetable: times }), situation([schoolChild(holidays)]), where);
  };

  test('are heeded with the dates on which school care would be missing', () => {
    expect(heed(matchIn('2025-04-14', '2025-04-15'), 'holidays')).toEqual({
      dates: ['2025-04-14', '2025-04-15'],
      count: 2,
    });
  });

  test('are nothing to heed where the school looks after children then', () => {
    expect(heed(matchIn('2025-04-14', '2025-04-15', true), 'holidays')).toBeUndefined();
    expect(heed(matchIn('2025-05-14', '2025-05-15'), 'holidays')).toBeUndefined();
  });

  test.each([
    ['2025-04-10', 'fits'],
    ['2025-04-11', 'nearly'],
  ])('with more than 10 open dates make a fit nearly one: until %s', (last, expected) => {
    const match = matchIn('2025-04-01', last);
    expect(match.verdict).toBe(expected);
    if (expected === 'nearly') expect(match.change).toMatchObject({ change: { kind: 'holiday-care' } });
  });

  test('make nothing else of what is to be asked: something unknown stays ask', () => {
    const where = region({ schoolHolidays: [{ first: day('2025-04-01'), last: day('2025-04-30') }] });
    const times = timetable('mo-su 09:00-12:00', { first: day('2025-04-01'), last: day('2025-04-30') });
    const costly = course('', { timetable: times, cost: { cents: 99_000 } });
    expect(judge(costly, situation([schoolChild(false)]), where).verdict).toBe('ask');
  });
});

describe('heeds', () => {
  test('never decide: an offer with all of them fits', () => {
    const where = region(
      { schoolHolidays: [{ first: day('2025-04-07'), last: day('2025-04-07') }] },
      town('home-kita 10, kita-course 15, home-course 20'),
    );
    const { last: _last, ...open } = timetable('mo 09:00-12:00', { certainty: 'read-from-text' });
    const offer = course('', { timetable: open, needs: { audiences: ['women'] } });
    const schoolChild = child('100m', [care('school', 'mo-fr 08:35-12:25', { place: kita('').place! })]);
    const match = judge(offer, situation([schoolChild, child('-2m')]), where);
    expect(match.verdict).toBe('fits');
    expect(match.heeds.map(({ id }) => id)).toEqual([
      'holidays',
      'end-not-known',
      'tight',
      'cost-not-stated',
      'audience-label',
      'certainty',
      'not-born-yet',
    ]);
  });
});
