import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDateFromDays, type LocalDate } from '../../../../shared/domain/time/local-date.ts';
import { scheduleOf, type ScheduleFrame } from '../../../../shared/domain/time/schedule.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../../../../shared/domain/time/timetable.ts';
import { WEEKDAYS, type Weekday } from '../../../../shared/domain/time/weekday.ts';
import { TODAY } from '../../../support/family-language.ts';

const near = fc.integer({ min: -40, max: 60 }).map((days) => addDays(TODAY, days));
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]) => ({ from: from * 5, to: (from + length) * 5 }));
const where = fc.record({ place: fc.nat({ max: 1 }), online: fc.boolean() }, { requiredKeys: [] });
const weekly: fc.Arbitrary<WeeklySlot> = fc
  .tuple(fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1 }), stretch, where)
  .map(([days, times, at]) => ({ days, ...times, ...at }));
const datedSession: fc.Arbitrary<DatedSession> = fc
  .tuple(near, stretch, where)
  .map(([date, times, at]) => ({ date, ...times, ...at }));

const timetable: fc.Arbitrary<Timetable> = fc
  .record(
    {
      weekly: fc.array(weekly, { maxLength: 3 }),
      dated: fc.array(datedSession, { maxLength: 4 }),
      except: fc.array(near, { maxLength: 5 }),
      first: near,
      last: near,
    },
    { requiredKeys: ['weekly', 'dated', 'except'] },
  )
  .map((times) => ({ ...times, certainty: 'stated', complete: true, missing: [] }));

const frame: fc.Arbitrary<ScheduleFrame> = fc.record({
  rolling: fc.boolean(),
  today: fc.constant(TODAY),
  from: near,
  publicHolidays: fc.array(near, { maxLength: 8 }).map((some) => new Set(some)),
});

/** The oracle: every day for itself, what is held on it minute by minute at each place and mode. */
function heldMinutes(times: Timetable, { rolling, today, from, publicHolidays }: ScheduleFrame): Set<string> {
  const held = new Set<string>();
  const hold = (date: number, slot: WeeklySlot | DatedSession): void => {
    const at = `${String(slot.place ?? '')}/${String(slot.online ?? '')}`;
    for (let minute = slot.from; minute < slot.to; minute += 1)
      held.add(`${String(date)} ${at} ${String(minute)}`);
  };
  const entry = rolling ? Math.max(today, from, times.first ?? 0) : 0;
  for (const session of times.dated) if (session.date >= entry) hold(session.date, session);
  const weekdayOfDay = (date: number): number => (new Date(date * 86_400_000).getUTCDay() + 6) % 7;
  if (times.first === undefined) {
    let monday: number = from;
    while (weekdayOfDay(monday) !== 0) monday += 1;
    for (const slot of times.weekly) for (const each of slot.days) hold(monday + each, slot);
    return held;
  }
  const begin = Math.max(entry, times.first);
  const end = times.last ?? begin + 27;
  for (let date = begin; date <= end; date += 1) {
    const some: LocalDate = localDateFromDays(date);
    if (times.except.includes(some) || publicHolidays.has(some)) continue;
    for (const slot of times.weekly) {
      if (slot.days.some((each) => each === weekdayOfDay(date))) hold(date, slot);
    }
  }
  return held;
}

test('sessions agree with a loop over days and minutes, each minute once, in order', () => {
  fc.assert(
    fc.property(timetable, frame, (times, asked) => {
      const { sessions } = scheduleOf(times, asked);
      const listed = sessions.flatMap((session) => {
        const at = `${String(session.place ?? '')}/${String(session.online ?? '')}`;
        return Array.from(
          { length: session.to - session.from },
          (_none, index) => `${String(session.date)} ${at} ${String(session.from + index)}`,
        );
      });
      const seen = new Set(listed);
      expect(seen).toEqual(heldMinutes(times, asked));
      const isPlainAndDated = times.first === undefined && times.weekly.length > 0 && times.dated.length > 0;
      expect(isPlainAndDated || seen.size === listed.length).toBe(true);
      for (const [index, session] of sessions.entries()) {
        const before = sessions[index - 1];
        expect(
          before === undefined ||
            before.date < session.date ||
            (before.date === session.date && before.from <= session.from),
        ).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
