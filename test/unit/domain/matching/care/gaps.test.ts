import { describe, expect, test } from 'vitest';
import {
  carePlace,
  care,
  child,
  course,
  criterion,
  dated,
  family,
  gapLines,
  helper,
  judge,
  kita,
  region,
  situation,
  timetable,
  TOWN,
  town,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Needs 08:40-12:20 at the Kita, so these booked hours lack 10 minutes in the morning and 20 at noon. */
const SHORT = kita('mo-fr 08:50-12:00');

describe('gap = need minus coverage', () => {
  test('none when booked hours hold the way and the handover', () => {
    const match = judge(course('mo,we 09:00-12:00'), situation([child('4y', [kita('mo-fr 08:40-12:20')])]));
    expect(match).toMatchObject({ verdict: 'fits', gaps: [], gapMinutesPerWeek: 0 });
    expect(criterion(match, 'care').result).toBe('met');
  });

  test('what is missing before and after, for each weekday', () => {
    const match = judge(course('mo,we 09:00-12:00'), situation([child('4y', [SHORT])]));
    expect(gapLines(match.gaps)).toEqual([
      'child 0 mo 08:40-08:50 x1',
      'child 0 mo 12:00-12:20 x1',
      'child 0 we 08:40-08:50 x1',
      'child 0 we 12:00-12:20 x1',
    ]);
    expect(match.gapMinutesPerWeek).toBe(60);
  });

  test('helpers of every week close it', () => {
    const who = situation([child('4y', [SHORT])], {
      helpers: [helper('mo 08:00-09:00'), helper('mo 12:00-13:00')],
    });
    expect(judge(course('mo 09:00-12:00'), who).gaps).toEqual([]);
  });

  test('care at five minutes too little leaves five minutes', () => {
    const match = judge(course('mo 09:00-12:00'), situation([child('4y', [kita('mo 08:40-12:16')])]));
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 12:15-12:20 x1']);
  });

  test('of two sessions on one day each has its own need', () => {
    const match = judge(
      course('mo 09:00-10:00; mo 12:00-13:00'),
      situation([child('4y', [kita('mo 09:00-13:00')])]),
    );
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:40-09:00 x1', 'child 0 mo 13:00-13:20 x1']);
  });

  test('needs of two sessions that overlap on the way are counted once', () => {
    const match = judge(course('mo 09:00-10:00; mo 10:20-11:00'), situation([child('4y', [])]));
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:35-11:25 x1']);
    expect(match.gapMinutesPerWeek).toBe(170);
  });

  test('by nobody who needs care', () => {
    const match = judge(course('mo 09:00-12:00'), situation([child('12y', [])]));
    expect(match).toMatchObject({ verdict: 'fits', gaps: [], gapMinutesPerWeek: 0 });
    expect(criterion(match, 'care').result).toBe('not-applicable');
  });
});

describe('how gaps are reported', () => {
  test('per child, weekday, from, to with the number of dates, in that order', () => {
    const offer = course('tu,mo 09:00-12:00', {
      timetable: timetable('tu,mo 09:00-12:00', { last: day('2025-04-27') }),
    });
    const who = situation([child('4y', [kita('mo-fr 08:40-12:00')]), child('2y', [SHORT])]);
    expect(gapLines(judge(offer, who).gaps)).toEqual([
      'child 0 mo 12:00-12:20 x3',
      'child 0 tu 12:00-12:20 x3',
      'child 1 mo 08:40-08:50 x3',
      'child 1 mo 12:00-12:20 x3',
      'child 1 tu 08:40-08:50 x3',
      'child 1 tu 12:00-12:20 x3',
    ]);
  });

  test('in that order also where they come up in another', () => {
    const late = child('4y', [kita('mo 08:40-12:20; tu 08:40-12:15')]);
    const early = child('4y', [kita('mo 08:40-09:00; mo 10:00-10:30; mo 11:00-12:20; tu 08:40-12:20')]);
    const times = dated('2025-04-07 09:00-12:00; 2025-04-08 09:00-12:00; 2025-04-14 09:00-12:00');
    const ends = kita('mo 08:40-09:00; mo 09:30-10:30; mo 11:00-12:20; tu 08:40-12:20', {
      from: day('2025-04-14'),
    });
    const changes = {
      ...early,
      care: [...(early.care ?? []).map((one) => ({ ...one, until: day('2025-04-13') })), ends],
    };
    const offer = course('', { timetable: timetable('', { dated: times }) });
    expect(gapLines(judge(offer, situation([late, changes])).gaps)).toEqual([
      'child 0 tu 12:15-12:20 x1',
      'child 1 mo 09:00-09:30 x1',
      'child 1 mo 09:00-10:00 x1',
      'child 1 mo 10:30-11:00 x2',
    ]);
  });

  test('the same hours on another date count there, other hours by themselves', () => {
    const late = kita('mo-fr 08:40-12:20', { from: day('2025-04-14') });
    const early = kita('mo-fr 08:40-12:00', { until: day('2025-04-13') });
    const offer = course('mo 09:00-12:00', {
      timetable: timetable('mo 09:00-12:00', { last: day('2025-04-27') }),
    });
    expect(gapLines(judge(offer, situation([child('4y', [early, late])])).gaps)).toEqual([
      'child 0 mo 12:00-12:20 x1',
    ]);
  });

  test('a week that stands for any week counts as one date', () => {
    const { first, last, ...plain } = timetable('mo 09:00-12:00');
    const match = judge(course('', { timetable: plain }), situation([child('4y', [SHORT])]));
    expect([first, last]).toBeDefined();
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:40-08:50 x1', 'child 0 mo 12:00-12:20 x1']);
  });
});

describe('gap minutes per week', () => {
  const offer = (times: string, last = '2025-04-20'): ReturnType<typeof course> =>
    course(times, { timetable: timetable(times, { last: day(last) }) });

  test('the largest over calendar weeks', () => {
    const better = kita('mo-fr 08:40-12:15', { from: day('2025-04-14') });
    const before = kita('mo-fr 08:40-12:00', { until: day('2025-04-13') });
    expect(
      judge(offer('mo,tu 09:00-12:00'), situation([child('4y', [before, better])])).gapMinutesPerWeek,
    ).toBe(40);
    const worse = kita('mo-fr 08:40-11:00', { from: day('2025-04-14') });
    expect(
      judge(offer('mo,tu 09:00-12:00'), situation([child('4y', [before, worse])])).gapMinutesPerWeek,
    ).toBe(160);
  });

  test('weeks go from Monday to Sunday', () => {
    const who = situation([child('4y', [])]);
    expect(judge(offer('su,mo 09:00-12:00', '2025-04-13'), who).gapMinutesPerWeek).toBe(460);
    const apart = course('', {
      timetable: timetable('', {
        dated: [
          { date: day('2025-04-13'), from: 540, to: 720 },
          { date: day('2025-04-14'), from: 540, to: 720 },
        ],
      }),
    });
    expect(judge(apart, who).gapMinutesPerWeek).toBe(230);
  });

  test('minutes in which at least one child has a gap: those of two children together count once', () => {
    const one = child('4y', [kita('mo 08:40-12:00')]);
    const other = child('2y', [kita('mo 08:40-12:10')]);
    expect(judge(course('mo 09:00-12:00'), situation([one, other])).gapMinutesPerWeek).toBe(20);
    const early = child('2y', [kita('mo 08:50-12:20')]);
    expect(judge(course('mo 09:00-12:00'), situation([one, early])).gapMinutesPerWeek).toBe(30);
  });

  test('before new care: a place that would do does not lower them', () => {
    const where = town('home-mini 10, home-course 20, mini-course 15');
    const who = situation([child('2y', [])], { home: where.place('home') });
    const place = carePlace('feed:mini', 'mo-fr 07:00-17:00', where.place('mini'));
    const match = judge(
      course('mo 09:00-12:00', {
        places: [where.place('course')],
        timetable: timetable('mo 09:00-12:00', { first: day('2025-06-02'), last: day('2025-06-08') }),
      }),
      who,
      region({}, where),
      [place],
    );
    expect(match).toMatchObject({ verdict: 'fits-with-care', gapMinutesPerWeek: 230 });
  });

  test('not known when the timetable is not', () => {
    expect(judge(course(''), situation([child('4y', [])])).gapMinutesPerWeek).toBeNull();
  });
});

describe('a session over midnight', () => {
  const night = course('mo 22:00-02:00');

  test('its need and gap are split at midnight, each part on its own day', () => {
    expect(gapLines(judge(night, situation([child('4y', [])])).gaps)).toEqual([
      'child 0 mo 21:35-24:00 x1',
      'child 0 tu 00:00-02:25 x1',
    ]);
  });

  test('each part is covered by the care of its own day', () => {
    const evening = child('4y', [family('mo 21:00-24:00')]);
    expect(gapLines(judge(night, situation([evening])).gaps)).toEqual(['child 0 tu 00:00-02:25 x1']);
    const both = child('4y', [family('mo 21:00-24:00; tu 00:00-03:00')]);
    expect(judge(night, situation([both])).verdict).toBe('fits');
    const overnight = child('4y', [family('mo 21:00-03:00')]);
    expect(judge(night, situation([overnight])).verdict).toBe('fits');
    const wrongDay = child('4y', [family('tu 21:00-03:00; tu 00:00-03:00')]);
    expect(gapLines(judge(night, situation([wrongDay])).gaps)).toEqual(['child 0 mo 21:35-24:00 x1']);
  });

  test('a way that begins the day before lies on the day before', () => {
    const early = course('tu 00:10-02:00');
    expect(gapLines(judge(early, situation([child('4y', [])])).gaps)).toEqual([
      'child 0 mo 23:45-24:00 x1',
      'child 0 tu 00:00-02:25 x1',
    ]);
  });

  test('each part counts in its own week', () => {
    const sunday = judge(course('su 22:00-02:00'), situation([child('4y', [])]));
    expect(gapLines(sunday.gaps)).toEqual(['child 0 mo 00:00-02:25 x1', 'child 0 su 21:35-24:00 x1']);
    expect(sunday.gapMinutesPerWeek).toBe(145);
  });

  test('the session belongs to the day it starts on: that day decides whether the child needs care', () => {
    // 143 months on 24 March: twelve years from 24 April on.
    const offer = course('', {
      timetable: timetable('', { dated: [{ date: day('2025-04-23'), from: 1320, to: 1560 }] }),
    });
    expect(gapLines(judge(offer, situation([child('143m', [])])).gaps)).toHaveLength(2);
    const nextDay = course('', {
      timetable: timetable('', { dated: [{ date: day('2025-04-24'), from: 0, to: 120 }] }),
    });
    expect(criterion(judge(nextDay, situation([child('143m', [])])), 'care').result).toBe('not-applicable');
  });

  test('the day it starts on decides whether a public holiday takes it away, care each on its own day', () => {
    const where = region({ publicHolidays: new Set([day('2025-04-08')]) });
    const who = situation([child('4y', [care('childminder', 'mo 21:00-24:00; tu 00:00-03:00')])]);
    expect(gapLines(judge(night, who, where).gaps)).toEqual(['child 0 tu 00:00-02:25 x1']);
  });
});

test('hours are those of the clock on the wall: the day on which clocks change is as long as others', () => {
  for (const date of ['2025-03-30', '2025-10-26']) {
    const offer = course('', { timetable: timetable('', { dated: dated(`${date} 01:00-04:00`) }) });
    const match = judge(offer, situation([child('4y', [])]));
    expect(gapLines(match.gaps)).toEqual(['child 0 su 00:35-04:25 x1']);
    expect(match.gapMinutesPerWeek).toBe(230);
  }
});

test('ways in an unknown place leave gaps unknown', () => {
  const offer = course('mo 09:00-12:00', { places: [{ ...TOWN.place('course'), precision: 'city' }] });
  const match = judge(offer, situation([child('4y', [SHORT])]));
  expect(match).toMatchObject({ verdict: 'ask', gapMinutesPerWeek: null, gaps: [] });
});
