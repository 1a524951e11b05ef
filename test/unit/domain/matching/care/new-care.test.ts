import { describe, expect, test } from 'vitest';
import {
  carePlace,
  child,
  criterion,
  dated,
  judge,
  region,
  timetable,
} from '../../../../support/family-language.ts';
import {
  at,
  CARE_TOWN,
  familyOf,
  judgeWith,
  mayCourse,
  proposalLines,
} from '../../../../support/new-care-town.ts';
import { day } from '../../../../support/some-offer.ts';

// With a stop at `mini` a course from 9 to 12 needs care from 8:45 to 12:15: 10 minutes of way and 5 of handover.
const MINI = carePlace('feed:mini', 'mo-fr 08:45-12:15', at('mini'));
const WITHOUT_CARE = child('40m', []);

const mini = (own: Parameters<typeof carePlace>[3]) =>
  carePlace('feed:mini', 'mo-fr 08:45-12:15', at('mini'), own);

describe('new care for a child without any entry', () => {
  test('counts when its openings, taken as care at that place, close all gaps', () => {
    const match = judgeWith([MINI], [WITHOUT_CARE]);
    expect(match.verdict).toBe('fits-with-care');
    expect(criterion(match, 'care').result).toBe('met-with-place');
    expect(proposalLines(match)).toEqual(['mini']);
  });

  test('is the only reason for that: without the place it is a no', () => {
    expect(judgeWith([], [WITHOUT_CARE]).verdict).toBe('no');
  });

  test('is named with the gap that was there before', () => {
    const match = judgeWith([MINI], [WITHOUT_CARE]);
    expect(match.gapMinutesPerWeek).toBeGreaterThan(0);
    expect(match.gaps).toHaveLength(1);
  });

  test.each(['mo-fr 08:50-12:15', 'mo-fr 08:45-12:10', 'tu-fr 08:45-12:15'])(
    'is none when the openings leave a gap: %s',
    (openings) => {
      const match = judgeWith([carePlace('feed:mini', openings, at('mini'))], [WITHOUT_CARE]);
      expect(match.verdict).toBe('no');
      expect(proposalLines(match)).toEqual([]);
    },
  );

  test.each([
    [{ fromMonths: 41, toMonths: 83 }, ['mini']],
    [{ fromMonths: 42, toMonths: 83 }, []],
    [{ fromMonths: 0, toMonths: 41 }, ['mini']],
    [{ fromMonths: 0, toMonths: 40 }, []],
  ])('has ages that fit the child of 40 months on the first day, a month later: %j', (ages, expected) => {
    expect(proposalLines(judgeWith([mini({ ages })], [WITHOUT_CARE]))).toEqual(expected);
  });

  test.each([
    [{ fromMonths: 0, toMonths: 48 }, ['mini']],
    [{ fromMonths: 0, toMonths: 47 }, ['mini: age-border']],
    [{ fromMonths: 48, toMonths: 83 }, ['mini: age-border']],
    [{ fromMonths: 49, toMonths: 83 }, []],
  ])('has an open border for a child of 3 years, 37 to 48 months then: %j', (ages, expected) => {
    expect(proposalLines(judgeWith([mini({ ages })], [child('3y', [])]))).toEqual(expected);
  });

  test('does not count for a child whose age was not stated', () => {
    const match = judgeWith([MINI], [child('', [])]);
    expect(match.verdict).toBe('ask');
    expect(proposalLines(match)).toEqual(['mini: age-border']);
  });

  test('lies at most 20 minutes from home', () => {
    const openings = 'mo-fr 07:00-17:00';
    const edge = carePlace('feed:edge', openings, at('edge'));
    expect(proposalLines(judgeWith([edge], [WITHOUT_CARE]))).toEqual(['edge']);
    const far = carePlace('feed:far', openings, at('far'));
    expect(proposalLines(judgeWith([far], [WITHOUT_CARE]))).toEqual([]);
  });

  test('is that far by the means of the request', () => {
    const slowBike = region(
      {
        zoneMatrix: (by, from, to) =>
          by === 'bike' && [from, to].includes('mini') ? 25 : CARE_TOWN.zoneMatrix(by, from, to),
      },
      CARE_TOWN,
    );
    const open = carePlace('feed:mini', 'mo-fr 07:00-17:00', at('mini'));
    for (const [by, expected] of [['transit', ['mini']] as const, ['bike', []] as const]) {
      const who = familyOf([WITHOUT_CARE], { travel: { by } });
      expect(proposalLines(judge(mayCourse('mo 09:00-12:00'), who, slowBike, [open]))).toEqual(expected);
    }
  });

  test('is open where its openings are not known, and asks', () => {
    const match = judgeWith([carePlace('feed:mini', '', at('mini'))], [WITHOUT_CARE]);
    expect(match.verdict).toBe('ask');
    expect(proposalLines(match)).toEqual(['mini: hours-not-known']);
  });

  test('is closed on public holidays', () => {
    const holiday = region({ publicHolidays: new Set([day('2025-05-08')]) }, CARE_TOWN);
    const dates = { timetable: timetable('', { dated: dated('2025-05-08 09:00-12:00') }) };
    const match = judge(mayCourse('', dates), familyOf([WITHOUT_CARE]), holiday, [MINI]);
    expect(match.verdict).toBe('no');
  });
});

describe('a candidate counts', () => {
  test.each([
    [{ free: 1 }, ['mini']],
    [{ free: 0 }, []],
  ])('if it has a free place: %j', (own, expected) => {
    const match = judgeWith([mini(own)], [WITHOUT_CARE]);
    expect(proposalLines(match).filter((line) => !line.includes(':'))).toEqual(expected);
    expect(match.verdict).toBe(expected.length > 0 ? 'fits-with-care' : 'no');
  });

  test('not if it is not known whether a place is free', () => {
    const { free: _free, ...care } = MINI.care!;
    const match = judgeWith([{ ...MINI, care }], [WITHOUT_CARE]);
    expect(match.verdict).toBe('ask');
    expect(proposalLines(match)).toEqual(['mini: place-not-known']);
  });

  test.each([
    ['2025-02-22', ['mini']],
    ['2025-02-21', ['mini: place-not-known']],
  ])('if places were counted at most 30 days ago: on %s', (asOf, expected) => {
    expect(proposalLines(judgeWith([mini({ asOf: day(asOf) })], [WITHOUT_CARE]))).toEqual(expected);
  });

  test('not if it is not known when places were counted', () => {
    const { asOf: _asOf, ...care } = MINI.care!;
    expect(proposalLines(judgeWith([{ ...MINI, care }], [WITHOUT_CARE]))).toEqual(['mini: place-not-known']);
  });

  test('not known to be free: an old count of none is no certain no either', () => {
    const old = mini({ free: 0, asOf: day('2025-02-21') });
    expect(proposalLines(judgeWith([old], [WITHOUT_CARE]))).toEqual(['mini: place-not-known']);
  });

  test.each([
    ['2025-04-28', ['mini'], 'fits-with-care'],
    ['2025-04-27', ['mini: too-late'], 'ask'],
  ])('if 28 days of settling-in can begin in 7 days: first day %s', (first, expected, verdict) => {
    const dates = { timetable: timetable('', { dated: dated(`${first} 09:00-12:00`) }) };
    const open = carePlace('feed:mini', 'mo-su 07:00-17:00', at('mini'));
    const match = judgeWith([open], [WITHOUT_CARE], mayCourse('', dates));
    expect(proposalLines(match)).toEqual(expected);
    expect(match.verdict).toBe(verdict);
  });

  test('only if nothing at all is open, and all that is open is named', () => {
    const old = mini({ asOf: day('2025-01-01'), openings: [] });
    expect(proposalLines(judgeWith([old], [child('', [])]))).toEqual([
      'mini: age-border hours-not-known place-not-known',
    ]);
  });
});
