import { addDays, type LocalDate } from '../../../time/local-date.ts';
import { mondayOnOrAfter, weekdayOf, WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import type { Frame } from '../../frame.ts';
import { dateIn, weekOf } from '../../match-index/week-number.ts';

/** The dates of one weekday that are in a class: bit 0 of word 0 is `firstWeek`. */
export type ClassWeeks = { readonly id: number; readonly words: Uint32Array };

/** One way of putting dates into classes. `byWeekday` holds the weeks from `firstWeek`, so many words of 32. */
export type DayGrouping = {
  readonly firstWeek: number;
  readonly words: number;
  readonly byWeekday: readonly (readonly ClassWeeks[])[];
  readonly ofDate: (date: LocalDate) => number;
  /** The class of a weekday in the plain week of the request, on which no holidays are kept. */
  readonly ofPlain: (day: Weekday) => number;
};

/** Weeks that are put into classes beforehand; sessions outside of them are looked up date by date. */
const WORDS_AHEAD = 8;
/** Keys of classes that hold one date are below zero for all dates. */
const OWN_CLASS = -1e6;

/** Dates by all that decides about them within `reach` days; a date near one of the `turns`, ascending, has a class of its own. `add` makes a class. */
export function groupingOf(
  { region, today, from }: Frame,
  turns: readonly LocalDate[],
  reach: number,
  add: (date: LocalDate, plain: boolean) => number,
): DayGrouping {
  const byKey = new Map<number, number>();
  const firstWeek = Math.floor(Math.min(weekOf(today), weekOf(from)) / 32) * 32;
  const byWeekday = WEEKDAYS.map((): ClassWeeks[] => []);
  const holidayBits = 2 ** (2 * reach + 1);

  /** `era`: how many turns come before the dates around, or at least so many. */
  function keyOf(date: LocalDate, holidays: number, era: number): number {
    let passed = era;
    for (let turn = turns[passed]; turn !== undefined && turn <= date + reach; turn = turns[passed]) {
      if (turn > date - reach) return OWN_CLASS - Number(date);
      passed += 1;
    }
    return (passed * 7 + weekdayOf(date)) * 32 + holidays;
  }

  function classOf(date: LocalDate, key: number): number {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const id = add(date, false);
    byKey.set(key, id);
    return id;
  }

  function holidaysAround(date: LocalDate): number {
    let bits = 0;
    for (let days = -reach; days <= reach; days += 1) {
      bits = (bits << 1) | Number(region.publicHolidays.has(addDays(date, days)));
    }
    return bits;
  }

  const weeks = WORDS_AHEAD * 32;
  const firstDate = dateIn(firstWeek, 0);
  const ahead = new Int32Array(weeks * 7);
  // Most dates are in the class of the last on the same weekday.
  const last: { readonly key: number; readonly held: ClassWeeks }[] = [];
  let holidays = holidaysAround(addDays(firstDate, -1));
  let era = 0;
  for (let at = 0; at < ahead.length; at += 1) {
    const date = addDays(firstDate, at);
    holidays =
      ((holidays << 1) | Number(region.publicHolidays.has(addDays(date, reach)))) & (holidayBits - 1);
    for (let turn = turns[era]; turn !== undefined && turn <= date - reach; turn = turns[era]) era += 1;
    const key = keyOf(date, holidays, era);
    const day = at % 7;
    let known = last[day];
    if (known?.key !== key) {
      known = { key, held: weeksOf(byWeekday[day] ?? [], classOf(date, key)) };
      last[day] = known;
    }
    const { id, words } = known.held;
    const week = Math.floor(at / 7);
    words[week >> 5] = (words[week >> 5] ?? 0) | (1 << (week & 31));
    ahead[at] = id;
  }
  const monday = mondayOnOrAfter(from);
  const plain: (number | undefined)[] = [];
  return {
    firstWeek,
    words: WORDS_AHEAD,
    byWeekday,
    ofDate(date) {
      const known = ahead[date - firstDate];
      return known ?? classOf(date, keyOf(date, holidaysAround(date), 0));
    },
    ofPlain: (day) => (plain[day] ??= add(addDays(monday, day), true)),
  };
}

/** The weeks of a class among those of one weekday, none of them yet if it is new. */
function weeksOf(ofWeekday: ClassWeeks[], id: number): ClassWeeks {
  const known = ofWeekday.find((each) => each.id === id);
  if (known !== undefined) return known;
  const added = { id, words: new Uint32Array(WORDS_AHEAD) };
  ofWeekday.push(added);
  return added;
}
