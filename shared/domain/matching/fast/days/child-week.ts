import type { Child, Helper } from '../../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { addDays } from '../../../time/local-date.ts';
import { weekdayOf, type Weekday } from '../../../time/weekday.ts';
import { runsOn } from './care-entries.ts';
import { FIRST_OFFSET, OFFSETS, type DayInForce, type EntriesInForce } from './entries-in-force.ts';
import { NEEDS_FINE_DAYS } from '../needs-reference.ts';
import {
  byWeekday,
  cellsOf,
  coverOf,
  isAnyNight,
  nextDay,
  nightOf,
  textOf,
  type DayCover,
  type Span,
} from './spans.ts';
import { HOME } from '../ways/surroundings.ts';
import type { ChildWeekTerms } from './child-week-terms.ts';
import { whereDuringOf, type WhereDuring } from './where-during.ts';

/**
 * When and where one child is looked after. `cover` gives the grid cells of a day that are covered, as bits, for the day
 * `offset` days after that of a class; `whereDuring` the place at which the child is during a session of that class.
 */
export type ChildWeek = {
  readonly child: Child;
  readonly cover: (id: number, offset: number) => Uint32Array;
  /** How many cells of a class's day before each cell are not covered: one entry more than cells; for days covered alike it may be the same object. */
  readonly uncoveredBefore: (id: number) => Uint16Array;
  readonly whereDuring: WhereDuring;
  /**
   * Classes with the same text have the same hours in force on their dates, so that within the day a session means the same on them; of fine classes
   * on the days around too, as far as a session may reach.
   */
  readonly hoursOn: (id: number) => string;
  /** The hours of booked care that begin on the day `offset` days after that of a class, minutes of that day. */
  readonly bookedOn: (id: number, offset: number) => readonly Span[];
  /** The cells covered on a weekday of the usual week, see `usualWeek`: with the entries that are in force on the first day of the request. */
  readonly usualOn: (weekday: Weekday) => Uint32Array;
};

/** The entries of a child, and the helpers who come every week. */
export function childWeekOf(
  terms: ChildWeekTerms,
  child: Child,
  inForce: EntriesInForce,
  helpers: readonly Helper[],
): ChildWeek {
  const { publicHolidays } = terms.frame.region;
  const { entries } = inForce;
  const helped = byWeekday(helpers.filter(({ every }) => every === 'week').map(({ hours }) => hours));
  const isAnyAtNight = entries.some(({ byWeekday: days }) => days.some(isAnyNight));
  const covers: (DayCover | undefined)[] = [];
  const around: (Uint32Array | undefined)[] = [];
  const booked: (readonly Span[] | undefined)[] = [];
  const usual: (Uint32Array | undefined)[] = [];
  const texts: (string | undefined)[] = [];
  const finely: (string | undefined)[] = [];

  /** Days with the same hours are covered alike, in whichever week; what runs past midnight hangs on the day before too. */
  function workOutDay(id: number): DayCover {
    if (isAnyAtNight) return coverOf(spansOn(id, 0));
    const text = hoursOn(id);
    const known = terms.covers.get(text) ?? coverOf(spansOn(id, 0));
    terms.covers.set(text, known);
    return known;
  }

  function spansOn(id: number, offset: number): Span[] {
    const { date: day, plain, isFine } = terms.classOf(id);
    if (offset !== 0 && !isFine) throw NEEDS_FINE_DAYS;
    const date = addDays(day, offset);
    const dayBefore = addDays(date, -1);
    const [weekday, weekdayBefore] = [weekdayOf(date), weekdayOf(dayBefore)];
    const spans: Span[] = [];
    for (const entry of entries) {
      if (!runsOn(entry, date, plain, publicHolidays)) continue;
      for (const span of entry.byWeekday[weekday] ?? []) spans.push(span);
      for (const span of entry.byWeekday[weekdayBefore] ?? []) {
        if (span.to <= MINUTES_PER_DAY) continue;
        if (!isFine) throw NEEDS_FINE_DAYS;
        if (runsOn(entry, dayBefore, plain, publicHolidays)) spans.push(nextDay(span));
      }
    }
    for (const span of helped[weekday] ?? []) spans.push(span);
    for (const span of helped[weekdayBefore] ?? []) if (span.to > MINUTES_PER_DAY) spans.push(nextDay(span));
    return spans;
  }

  function hoursOn(id: number): string {
    return terms.classOf(id).isFine ? textAround(id) : textOn(inForce.onClass(id));
  }

  function textAround(id: number): string {
    const { number, days } = inForce.aroundClass(id);
    return (finely[number] ??= days.map(textOn).join(';'));
  }

  function textOn({ number, weekday, text }: DayInForce): string {
    return (texts[number] ??= [text, nightOf(helped[(weekday + 6) % 7]), textOf(helped[weekday])].join('|'));
  }

  function workOutBooked(id: number, offset: number): readonly Span[] {
    const { date: day, plain, isFine } = terms.classOf(id);
    if (offset !== 0 && !isFine) throw NEEDS_FINE_DAYS;
    const date = addDays(day, offset);
    return entries.flatMap((entry) =>
      entry.isBooked && runsOn(entry, date, plain, publicHolidays)
        ? (entry.byWeekday[weekdayOf(date)] ?? [])
        : [],
    );
  }

  function workOutUsual(weekday: Weekday): Uint32Array {
    const running = entries.filter((entry) => runsOn(entry, terms.frame.from, true, publicHolidays));
    const hours = [...running.map((entry) => entry.byWeekday), helped];
    const nights = hours.flatMap((days) => days[(weekday + 6) % 7] ?? []);
    return cellsOf([
      ...hours.flatMap((days) => days[weekday] ?? []),
      ...nights.filter(({ to }) => to > MINUTES_PER_DAY).map(nextDay),
    ]);
  }

  return {
    child,
    cover(id, offset) {
      if (offset === 0) return (covers[id] ??= workOutDay(id)).cells;
      return (around[id * OFFSETS + offset - FIRST_OFFSET] ??= cellsOf(spansOn(id, offset)));
    },
    uncoveredBefore: (id) => (covers[id] ??= workOutDay(id)).uncoveredBefore,
    whereDuring: whereDuringOf(terms, entries),
    hoursOn,
    bookedOn(id, offset) {
      return (booked[id * OFFSETS + offset - FIRST_OFFSET] ??= workOutBooked(id, offset));
    },
    usualOn: (weekday) => (usual[weekday] ??= workOutUsual(weekday)),
  };
}

/** The same week with every entry's place another, as when a child goes to one of several places with equal hours. */
export function elsewhere(week: ChildWeek, place: number): ChildWeek {
  return { ...week, whereDuring: (id, from, to) => (week.whereDuring(id, from, to) === HOME ? HOME : place) };
}
