import type { LocalDate } from '../../../time/local-date.ts';
import { addDays } from '../../../time/local-date.ts';
import { weekdayOf, type Weekday } from '../../../time/weekday.ts';
import { runsOn, type Entry } from './care-entries.ts';
import type { ChildWeekTerms } from './child-week-terms.ts';
import { nightOf, textOf } from './spans.ts';

/** Dates of one weekday on which the same entries run, and ran on the night before. `text` tells their hours. */
export type DayInForce = { readonly number: number; readonly weekday: Weekday; readonly text: string };

/** Which entries of a child run on a date, and on the date of a coarse class of days: the same object for dates that are alike in that. */
export type EntriesInForce = {
  readonly entries: readonly Entry[];
  readonly at: (date: LocalDate, plain: boolean) => DayInForce;
  readonly onClass: (id: number) => DayInForce;
};

/** Whether an entry runs on a day: not, on that day, or on the night before too. */
type Running = '-' | 'd' | 'n';

/** The entries of one child, whoever helps. */
export function entriesInForce(terms: ChildWeekTerms, entries: readonly Entry[]): EntriesInForce {
  const { publicHolidays } = terms.frame.region;
  const byClass: (DayInForce | undefined)[] = [];
  const byKey = new Map<string, DayInForce>();

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

  return {
    entries,
    at,
    onClass(id) {
      const { date, plain } = terms.classOf(id);
      return (byClass[id] ??= at(date, plain));
    },
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
