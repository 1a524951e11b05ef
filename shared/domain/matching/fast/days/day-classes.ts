import type { Child, Situation } from '../../../situation/situation.ts';
import { addDays, localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { mondayOnOrAfter, weekdayOf, WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import { careEndsForSchool, possibleMonthsOn } from '../../care/child-age.ts';
import { needsCareOn } from '../../care/needs-care.ts';
import type { Frame } from '../../frame.ts';
import { dateIn, weekOf } from '../../match-index/week-number.ts';
import { sessionTimes, type SessionTimes } from '../sessions/session-times.ts';

/**
 * Dates on which the same session has the same consequences for a family: the same weekday, public holidays, entries in
 * force and ages. `date` stands for all of them. `isFine`: the days around it are alike too; otherwise only the date itself
 * may be looked at. `onSite` and `online`: bits of the children that need care during such a session.
 */
export type DayClass = {
  readonly date: LocalDate;
  readonly plain: boolean;
  readonly isFine: boolean;
  readonly onSite: number;
  readonly online: number;
};

/** Numbers of classes are below this. */
export const MOST_CLASSES = 4096;

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

/** Every date of a request by its class: coarse, by the date alone, which most sessions hang on; fine, with the days around it. */
export type DayClasses = {
  readonly classes: readonly DayClass[];
  /** When sessions are held on the days of classes. */
  readonly times: SessionTimes;
  readonly coarse: DayGrouping;
  readonly fine: () => DayGrouping;
};

/** Weeks that are put into classes beforehand; sessions outside of them are looked up date by date. */
const WORDS_AHEAD = 8;
/** A session's consequences reach so many days to either side: the night before it and the one after. */
const REACH_DAYS = 2;
/** Keys of classes that hold one date are below zero for all dates. */
const OWN_CLASS = -1e6;
const OLDEST_MONTHS = 18 * 12;

/** The classes of one request. */
export function dayClassesOf(frame: Frame): DayClasses {
  const { situation, today } = frame;
  const turns = turnsOf(frame);
  const classes: DayClass[] = [];

  function add(date: LocalDate, plain: boolean, isFine: boolean): number {
    const concerned = (online: boolean): number =>
      situation.children.reduce(
        (mask, child, index) => mask | (needsCareOn(child, date, { online }, today) ? 1 << index : 0),
        0,
      );
    classes.push({ date, plain, isFine, onSite: concerned(false), online: concerned(true) });
    return classes.length - 1;
  }

  let fine: DayGrouping | undefined;
  return {
    classes,
    times: sessionTimes(),
    coarse: groupingOf(frame, turns, 0, (date, plain) => add(date, plain, false)),
    fine: () => (fine ??= groupingOf(frame, turns, REACH_DAYS, (date, plain) => add(date, plain, true))),
  };
}

/** Dates by all that decides about them within `reach` days; a date near a turn has a class of its own. */
function groupingOf(
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

/** The first dates on which something about a child's care or age is otherwise than the day before, ascending. */
function turnsOf({ situation, region, today }: Frame): readonly LocalDate[] {
  const turns = situation.children.flatMap((child) => [
    ...entryTurns(child),
    ...ageTurns(child, today),
    ...dayAfter(careEndsForSchool(child, region, today)),
  ]);
  return [...new Set(turns)].sort((one, other) => one - other);
}

function entryTurns({ care = [] }: Situation['children'][number]): readonly LocalDate[] {
  return care.flatMap(({ from, until }) => [...(from === undefined ? [] : [from]), ...dayAfter(until)]);
}

function dayAfter(date: LocalDate | undefined): readonly LocalDate[] {
  return date === undefined ? [] : [addDays(date, 1)];
}

/** The days on which a child is born, turns 10 or 12, by the least and by the most months it may have. */
function ageTurns(child: Child, today: LocalDate): readonly LocalDate[] {
  if (possibleMonthsOn(child, today, today) === undefined) return [];
  const borders = [0, 10 * 12, 12 * 12];
  return borders.flatMap((months) => [
    firstDate(today, (date) => (possibleMonthsOn(child, date, today)?.least ?? 0) >= months),
    firstDate(today, (date) => (possibleMonthsOn(child, date, today)?.most ?? 0) >= months),
  ]);
}

/** The first date within a lifetime on which something that then stays so is true. */
function firstDate(today: LocalDate, isTrue: (date: LocalDate) => boolean): LocalDate {
  let [before, at] = [today - OLDEST_MONTHS * 31, today + OLDEST_MONTHS * 31];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (isTrue(localDateFromDays(middle))) at = middle;
    else before = middle;
  }
  return localDateFromDays(at);
}
