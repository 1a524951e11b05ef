import type { LocalDate } from '../../../time/local-date.ts';
import { addDays } from '../../../time/local-date.ts';
import { weekdayOf, type Weekday } from '../../../time/weekday.ts';
import { runsOn, type Entry } from './care-entries.ts';
import type { ChildWeekTerms } from './child-week-terms.ts';
import { nightOf, textOf } from './spans.ts';

/** Dates of one weekday on which the same entries run, and ran on the night before. `text` tells their hours. */
export type DayInForce = { readonly number: number; readonly weekday: Weekday; readonly text: string };

/** The days that needs of a session may reach, one after the other, by what is in force on them; those with the same `number` are alike. */
export type DaysInForce = { readonly number: number; readonly days: readonly DayInForce[] };

/** The first of these days, counted from that of the session, and how many they are. */
export const FIRST_OFFSET = -1;
export const OFFSETS = 4;

/** Which entries of a child run on the date of a class of days, and around it: the same object for dates that are alike in that. */
export type EntriesInForce = {
  readonly entries: readonly Entry[];
  readonly onClass: (id: number) => DayInForce;
  readonly aroundClass: (id: number) => DaysInForce;
};

/** Whether an entry runs on a day: not, on that day, or on the night before too. */
type Running = '-' | 'd' | 'n';

/** The entries of one child, whoever helps. */
export function entriesInForce(terms: ChildWeekTerms, entries: readonly Entry[]): EntriesInForce {
  const { publicHolidays } = terms.frame.region;
  const byClass: (DayInForce | undefined)[] = [];
  const byKey = new Map<string, DayInForce>();
  const aroundBy: (DaysInForce | undefined)[] = [];
  const aroundByKey = new Map<string, DaysInForce>();

  function at(date: LocalDate, plain: boolean): DayInForce {
    const dayBefore = addDays(date, -1);
    const weekday = weekdayOf(date);
    const running = entries.map((entry): Running => {
      if (!runsOn(entry, date, plain, publicHolidays)) return '-';
      return runsOn(entry, dayBefore, plain, publicHolidays) ? 'n' : 'd';
    });
    const key = `${String(weekday)}${running.join('')}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const text = textOfDay(entries, running, weekday, weekdayOf(dayBefore));
    const found = { number: byKey.size, weekday, text };
    byKey.set(key, found);
    return found;
  }

  function around(id: number): DaysInForce {
    const { date, plain } = terms.classOf(id);
    const days = Array.from({ length: OFFSETS }, (_none, day) =>
      at(addDays(date, FIRST_OFFSET + day), plain),
    );
    const key = days.map(({ number }) => number).join();
    const known = aroundByKey.get(key) ?? { number: aroundByKey.size, days };
    aroundByKey.set(key, known);
    return known;
  }

  return {
    entries,
    onClass(id) {
      const { date, plain } = terms.classOf(id);
      return (byClass[id] ??= at(date, plain));
    },
    aroundClass: (id) => (aroundBy[id] ??= around(id)),
  };
}

function textOfDay(
  entries: readonly Entry[],
  running: readonly Running[],
  weekday: Weekday,
  before: Weekday,
): string {
  const own = entries.map((entry, at) => {
    const night = running[at] === 'n' ? nightOf(entry.byWeekday[before]) : '';
    const day = running[at] === '-' ? '' : textOf(entry.byWeekday[weekday]);
    return `${String(entry.place)}${entry.isBooked ? 'b' : ''} ${night} ${day}`;
  });
  return own.join('|');
}
