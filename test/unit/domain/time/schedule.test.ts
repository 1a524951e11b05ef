import { describe, expect, test } from 'vitest';
import { formatClockTime } from '../../../../shared/domain/time/clock-time.ts';
import { formatLocalDate } from '../../../../shared/domain/time/local-date.ts';
import { scheduleOf, type Schedule, type ScheduleFrame } from '../../../../shared/domain/time/schedule.ts';
import type { Timetable } from '../../../../shared/domain/time/timetable.ts';
import { dated, dates, hours, timetable, TODAY } from '../../../support/family-language.ts';
import { day } from '../../../support/some-offer.ts';

const FRAME: ScheduleFrame = { rolling: false, today: TODAY, from: TODAY, publicHolidays: new Set() };

/** Monday, Tuesday and Wednesday from 7 to 20 April 2025. */
const TWO_WEEKS = timetable('mo-we 09:00-12:00', { last: day('2025-04-20') });

function lines({ sessions }: Schedule): readonly string[] {
  return sessions.map(
    ({ date, from, to }) => `${formatLocalDate(date)} ${formatClockTime(from)}-${formatClockTime(to)}`,
  );
}

function datesOf(some: Timetable, frame: Partial<ScheduleFrame> = {}): readonly string[] {
  return scheduleOf(some, { ...FRAME, ...frame }).sessions.map(({ date }) => formatLocalDate(date).slice(5));
}

function without(some: Timetable, ...keys: readonly ('first' | 'last')[]): Timetable {
  const { first, last, ...rest } = some;
  return {
    ...rest,
    ...(first === undefined || keys.includes('first') ? {} : { first }),
    ...(last === undefined || keys.includes('last') ? {} : { last }),
  };
}

describe('a timetable is weekly slots, dated sessions, or both', () => {
  test('weekly slots are held from the first to the last day, both included', () => {
    expect(datesOf(TWO_WEEKS)).toEqual(['04-07', '04-08', '04-09', '04-14', '04-15', '04-16']);
    const narrow = { ...TWO_WEEKS, first: day('2025-04-08'), last: day('2025-04-15') };
    expect(datesOf(narrow)).toEqual(['04-08', '04-09', '04-14', '04-15']);
  });

  test('dated sessions are held on their dates, in order', () => {
    const some = timetable('', { dated: dated('2025-04-10 14:00-16:00; 2025-04-07 09:00-12:00') });
    expect(lines(scheduleOf(some, FRAME))).toEqual(['2025-04-07 09:00-12:00', '2025-04-10 14:00-16:00']);
  });

  test('both are united without duplicates', () => {
    const both = { ...TWO_WEEKS, dated: dated('2025-04-07 09:00-12:00; 2025-04-10 09:00-12:00') };
    expect(datesOf(both)).toEqual(['04-07', '04-08', '04-09', '04-10', '04-14', '04-15', '04-16']);
  });

  test('dated sessions outside the first and the last day are held too', () => {
    const both = { ...TWO_WEEKS, dated: dated('2025-04-01 09:00-12:00; 2025-05-05 09:00-12:00') };
    expect(datesOf(both)).toContain('04-01');
    expect(datesOf(both)).toContain('05-05');
  });

  test('or unknown', () => {
    expect(scheduleOf(timetable(''), FRAME).sessions).toEqual([]);
  });

  test('a slot that ends on the next day belongs to the day it starts on', () => {
    const night = scheduleOf(timetable('mo 22:00-06:00'), FRAME);
    expect(night.sessions).toMatchObject([{ date: day('2025-04-07'), from: 1320, to: 1800 }]);
  });
});

describe('sessions of one day at one place and mode are merged', () => {
  const merged = (times: string): readonly string[] =>
    lines(scheduleOf(timetable(times), FRAME)).map((line) => line.slice(11));

  test('when they overlap', () => {
    expect(merged('mo 09:00-12:00; mo 11:00-13:00')).toEqual(['09:00-13:00']);
  });

  test('when they touch', () => {
    expect(merged('mo 12:00-13:00; mo 09:00-12:00')).toEqual(['09:00-13:00']);
  });

  test('not when a minute lies between them', () => {
    expect(merged('mo 09:00-12:00; mo 12:01-13:00')).toEqual(['09:00-12:00', '12:01-13:00']);
  });

  test('when one lies in the other', () => {
    expect(merged('mo 09:00-15:00; mo 10:00-11:00; mo 14:00-14:30')).toEqual(['09:00-15:00']);
  });

  test('not when their places differ', () => {
    const [one, other] = dated('2025-04-07 09:00-12:00; 2025-04-07 12:00-13:00');
    if (one === undefined || other === undefined) throw new Error('two sessions');
    const apart = timetable('', {
      dated: [
        { ...one, place: 0 },
        { ...other, place: 1 },
      ],
    });
    expect(scheduleOf(apart, FRAME).sessions).toHaveLength(2);
    const together = timetable('', {
      dated: [
        { ...one, place: 1 },
        { ...other, place: 1 },
      ],
    });
    expect(scheduleOf(together, FRAME).sessions).toHaveLength(1);
  });

  test('not when one is online and the other on site', () => {
    const [one, other] = dated('2025-04-07 09:00-12:00; 2025-04-07 12:00-13:00');
    if (one === undefined || other === undefined) throw new Error('two sessions');
    const apart = timetable('', {
      dated: [
        { ...one, online: true },
        { ...other, online: false },
      ],
    });
    expect(scheduleOf(apart, FRAME).sessions).toHaveLength(2);
  });

  test('also when one of them is core, which the whole then is', () => {
    const core = hours('mo 09:00-12:00').map((slot) => ({ ...slot, core: true }));
    const both = timetable('', {
      weekly: [...core, ...hours('mo 12:00-14:00')],
      dated: dated('2025-04-07 09:00-12:00'),
    });
    expect(scheduleOf(both, FRAME).sessions).toMatchObject([{ from: 540, to: 840, core: true }]);
  });

  test('not over midnight with those of the next day', () => {
    expect(merged('mo 22:00-02:00; tu 02:00-04:00')).toHaveLength(2);
  });
});

describe('excepted dates and public holidays', () => {
  test('weekly slots are not held on excepted dates', () => {
    const except = [day('2025-04-08'), day('2025-04-14')];
    expect(datesOf({ ...TWO_WEEKS, except })).toEqual(['04-07', '04-09', '04-15', '04-16']);
  });

  test('weekly slots are not held on public holidays of the region', () => {
    expect(datesOf(TWO_WEEKS, { publicHolidays: dates('2025-04-08') })).not.toContain('04-08');
  });

  test('dated sessions always are', () => {
    const some = timetable('', { dated: dated('2025-04-08 09:00-12:00'), except: [day('2025-04-08')] });
    expect(datesOf(some, { publicHolidays: dates('2025-04-08') })).toEqual(['04-08']);
  });

  test('a night that starts before a holiday is held, one that starts on it is not', () => {
    const nights = timetable('mo,tu 22:00-06:00');
    expect(datesOf(nights, { publicHolidays: dates('2025-04-08') })).toEqual(['04-07']);
  });
});

describe('a first but no last day', () => {
  const open = without(timetable('mo 09:00-12:00; su 09:00-12:00'), 'last');

  test('four weeks from the first day are looked at', () => {
    const found = datesOf(open);
    expect(found).toHaveLength(8);
    expect(found.at(-1)).toBe('05-04');
  });

  test('the end is not known', () => {
    expect(scheduleOf(open, FRAME).endNotKnown).toBe(true);
    expect(scheduleOf({ ...open, last: day('2025-05-04') }, FRAME).endNotKnown).toBe(false);
    const single = without(timetable('mo 09:00-12:00'), 'last');
    expect(scheduleOf(single, FRAME).endNotKnown).toBe(true);
  });

  test('the last of dated sessions is the end', () => {
    const some = without(timetable('', { dated: dated('2025-04-08 09:00-12:00') }), 'last');
    expect(scheduleOf(some, FRAME).endNotKnown).toBe(false);
  });
});

describe('no first day', () => {
  const plain = without(timetable('mo,su 09:00-12:00'), 'first', 'last');

  test.each([
    ['2025-03-24', ['03-24', '03-30']],
    ['2025-03-25', ['03-31', '04-06']],
    ['2025-03-30', ['03-31', '04-06']],
  ])('from %s it is the week of the Monday of or after it', (from, expected) => {
    expect(datesOf(plain, { from: day(from) })).toEqual(expected);
  });

  test('one week without holidays', () => {
    expect(datesOf(plain, { publicHolidays: dates('2025-03-24') })).toEqual(['03-24', '03-30']);
    expect(scheduleOf(plain, FRAME).sessions.every((session) => session.plain)).toBe(true);
  });

  test('the first day stays unknown', () => {
    expect(scheduleOf(plain, FRAME).first).toBeNull();
  });
});

describe('the first day', () => {
  test('is the first session held', () => {
    expect(scheduleOf({ ...TWO_WEEKS, first: day('2025-04-04') }, FRAME).first).toBe(day('2025-04-07'));
    const monday = { publicHolidays: dates('2025-04-07') };
    expect(scheduleOf(TWO_WEEKS, { ...FRAME, ...monday }).first).toBe(day('2025-04-08'));
  });

  test('is a dated session when that is first', () => {
    const both = { ...TWO_WEEKS, dated: dated('2025-04-02 09:00-12:00') };
    expect(scheduleOf(both, FRAME).first).toBe(day('2025-04-02'));
  });

  test('is the stated one while no session is known', () => {
    expect(scheduleOf(timetable(''), FRAME).first).toBe(day('2025-04-07'));
  });
});

describe('rolling entry: only sessions from the latest of today, from and first on', () => {
  const rolling = { rolling: true };

  test('today, when the course runs already', () => {
    const running = { ...TWO_WEEKS, first: day('2025-03-01'), last: day('2025-03-26') };
    expect(datesOf(running, rolling)).toEqual(['03-24', '03-25', '03-26']);
    expect(datesOf(running)).toContain('03-03');
  });

  test('from, when the person can begin later', () => {
    expect(datesOf(TWO_WEEKS, { ...rolling, from: day('2025-04-09') })).toEqual([
      '04-09',
      '04-14',
      '04-15',
      '04-16',
    ]);
  });

  test('today, when from lies before it', () => {
    const running = { ...TWO_WEEKS, first: day('2025-03-01'), last: day('2025-03-26') };
    expect(datesOf(running, { ...rolling, from: day('2025-03-03') })).toEqual(['03-24', '03-25', '03-26']);
  });

  test('first, when it has not begun', () => {
    expect(datesOf(TWO_WEEKS, rolling)).toEqual(datesOf(TWO_WEEKS));
  });

  test('dated sessions before it are left out too', () => {
    const some = timetable('', { dated: dated('2025-04-08 09:00-12:00; 2025-04-10 09:00-12:00') });
    expect(datesOf(some, { ...rolling, from: day('2025-04-09') })).toEqual(['04-10']);
    expect(datesOf(some, { ...rolling, from: day('2025-04-10') })).toEqual(['04-10']);
  });

  test('without a last day, four weeks from the entry are looked at', () => {
    const open = without(timetable('su 09:00-12:00', { first: day('2025-01-06') }), 'last');
    expect(datesOf(open, rolling)).toEqual(['03-30', '04-06', '04-13', '04-20']);
  });

  test('the first day is the first session from the entry on', () => {
    const entry = { ...FRAME, ...rolling, from: day('2025-04-10') };
    expect(scheduleOf(TWO_WEEKS, entry).first).toBe(day('2025-04-14'));
  });
});

test('a slot marked core stays marked, others are not', () => {
  const core = timetable('', { weekly: hours('mo 09:00-12:00').map((slot) => ({ ...slot, core: true })) });
  expect(scheduleOf(core, FRAME).sessions).toMatchObject([{ core: true }]);
  const others = timetable('mo 09:00-12:00', { dated: dated('2025-04-08 09:00-12:00') });
  expect(scheduleOf(others, FRAME).sessions).toMatchObject([{ core: false }, { core: false }]);
});
