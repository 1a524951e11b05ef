import { addDays, type LocalDate } from '../../../time/local-date.ts';
import { mondayOnOrAfter, WORKDAYS } from '../../../time/weekday.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import { rowNumbers, START } from '../columns/row-numbers.ts';
import { isTooLateFor } from '../new-care/search.ts';
import type { Request } from '../request.ts';

/**
 * The days on which something may begin, as far as they differ in what new care hangs on: ages, and whether time is left to settle in. Those that are alike
 * in that have the same `number`.
 */
export type Beginning = { readonly number: number; readonly firstDays: readonly LocalDate[] };

/** The beginning of what has that first day; without one it begins on a workday of the plain week. */
export type BeginningOf = (first: LocalDate | undefined) => Beginning;

/** The beginnings of one request, each worked out once. */
export function beginningsIn(request: Request): BeginningOf {
  const rows = rowNumbers();
  const byDate = new Map<number, Beginning>();

  /** The number of all that new care hangs on on a date. */
  function rowOn(date: LocalDate): number {
    const { children } = request.frame.situation;
    return children.reduce(
      (row, _child, index) => {
        const months = request.months(index, date);
        return rows.after(rows.after(row, months?.least ?? NO_DATE), months?.most ?? NO_DATE);
      },
      rows.after(START, Number(isTooLateFor(request, date))),
    );
  }

  function workOut(first: LocalDate | undefined): Beginning {
    const monday = mondayOnOrAfter(request.frame.from);
    const dates = first === undefined ? WORKDAYS.map((weekday) => addDays(monday, weekday)) : [first];
    const firstDays = new Map(dates.map((date) => [rowOn(date), date]));
    const number = [...firstDays.keys()].reduce((row, ofDate) => rows.after(row, ofDate), START);
    return { number, firstDays: [...firstDays.values()] };
  }

  return (first) => {
    const key = first ?? NO_DATE;
    const known = byDate.get(key) ?? workOut(first);
    byDate.set(key, known);
    return known;
  };
}
