import type { Child, Helper } from '../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { Slot } from '../../time/slot.ts';
import { weekdayOf, WEEKDAYS } from '../../time/weekday.ts';
import { careEndsForSchool } from '../care/child-age.ts';
import { closesOnPublicHolidays, endsForSchool } from '../care/coverage.ts';
import type { Frame } from '../frame.ts';
import type { DayClass } from './day-classes.ts';
import { NEEDS_FINE_DAYS } from './needs-reference.ts';

/** Cells of the grid in a day, and words of 32 cells. */
export const CELLS_PER_DAY = MINUTES_PER_DAY / GRID_MINUTES;
const WORDS_PER_DAY = CELLS_PER_DAY / 32;

/** A stretch of minutes, half open. */
export type Span = { readonly from: number; readonly to: number };

/** One entry with its hours by weekday and the dates between which it is in force. */
type Entry = {
  readonly place: number;
  readonly closes: boolean;
  readonly isBooked: boolean;
  readonly first: number;
  readonly last: number;
  readonly byWeekday: readonly (readonly Span[])[];
};

/**
 * When and where one child is looked after. `cover` gives the grid cells of a day that are covered, as bits, for the day
 * `offset` days after that of a class; `whereDuring` the place at which the child is during a session of that class.
 */
export type ChildWeek = {
  readonly child: Child;
  readonly cover: (id: number, offset: number) => Uint32Array;
  /** How many cells of a class's day before each cell are not covered: one entry more than cells. */
  readonly uncoveredBefore: (id: number) => Uint16Array;
  readonly whereDuring: (id: number, from: number, to: number) => number;
  /** Classes with the same text have the same hours in force on their dates, so that within the day a session means the same on them. */
  readonly hoursOn: (id: number) => string;
  /** The hours of booked care that begin on the day `offset` days after that of a class, minutes of that day. */
  readonly bookedOn: (id: number, offset: number) => readonly Span[];
};

/** All care of a day as far as it is at one place. */
type OnlyPlace = { readonly isCertain: boolean; readonly place: number; readonly spans: readonly Span[] };

/** What weeks of one request have in common. `order` tells which of two places goes first when overlaps are equal. */
export type WeekTerms = {
  readonly frame: Pick<Frame, 'region' | 'today'>;
  readonly classOf: (id: number) => DayClass;
  readonly order: (one: number, other: number) => number;
};

/** The least and greatest offsets from a session's day that its needs may reach. */
const FIRST_OFFSET = -1;
const OFFSETS = 4;
const HOME = 0;

/** Care entries with the number of their place, and the helpers who come every week. */
export function childWeekOf(
  terms: WeekTerms,
  child: Child,
  places: readonly number[],
  helpers: readonly Helper[],
): ChildWeek {
  const { region, today } = terms.frame;
  const schoolEnd = careEndsForSchool(child, region, today);
  const entries = (child.care ?? []).map(({ kind, hours, from, until }, index): Entry => {
    const end = endsForSchool(kind) && schoolEnd !== undefined ? schoolEnd : Number.POSITIVE_INFINITY;
    return {
      place: places[index] ?? HOME,
      closes: closesOnPublicHolidays(kind),
      isBooked: kind !== 'family' && kind !== 'other',
      first: from ?? Number.NEGATIVE_INFINITY,
      last: Math.min(until ?? Number.POSITIVE_INFINITY, end),
      byWeekday: byWeekday(hours),
    };
  });
  const helped = byWeekday(helpers.filter(({ every }) => every === 'week').map(({ hours }) => hours));
  const covers: (Uint32Array | undefined)[] = [];
  const uncovered: (Uint16Array | undefined)[] = [];
  const wheres = new Map<number, number>();
  const onlyPlaces: (OnlyPlace | undefined)[] = [];
  const booked: (readonly Span[] | undefined)[] = [];
  const texts: (string | undefined)[] = [];
  const isAway = entries.some(({ place }) => place !== HOME);

  const runsOn = (entry: Entry, date: LocalDate, plain: boolean): boolean =>
    date >= entry.first && date <= entry.last && (plain || !entry.closes || !region.publicHolidays.has(date));

  function workOutCover(id: number, offset: number): Uint32Array {
    const { date: day, plain, isFine } = terms.classOf(id);
    if (offset !== 0 && !isFine) throw NEEDS_FINE_DAYS;
    const date = addDays(day, offset);
    const dayBefore = addDays(date, -1);
    const [weekday, weekdayBefore] = [weekdayOf(date), weekdayOf(dayBefore)];
    const spans: Span[] = [];
    for (const entry of entries) {
      if (!runsOn(entry, date, plain)) continue;
      for (const span of entry.byWeekday[weekday] ?? []) spans.push(span);
      for (const span of entry.byWeekday[weekdayBefore] ?? []) {
        if (span.to <= MINUTES_PER_DAY) continue;
        if (!isFine) throw NEEDS_FINE_DAYS;
        if (runsOn(entry, dayBefore, plain)) spans.push(nextDay(span));
      }
    }
    for (const span of helped[weekday] ?? []) spans.push(span);
    for (const span of helped[weekdayBefore] ?? []) if (span.to > MINUTES_PER_DAY) spans.push(nextDay(span));
    return cellsOf(spans);
  }

  function workOutWhere(id: number, from: number, to: number): number {
    const { date, plain, isFine } = terms.classOf(id);
    let [best, most] = [HOME, 0];
    for (const entry of entries) {
      const overlapping: Span[] = [];
      for (let offset = -1; offset * MINUTES_PER_DAY < to; offset += 1) {
        if (offset > 0 && !isFine) throw NEEDS_FINE_DAYS;
        const on = addDays(date, offset);
        if (offset < 0 && !isFine) {
          if (!(entry.byWeekday[weekdayOf(on)] ?? []).some((span) => span.to > MINUTES_PER_DAY)) continue;
          throw NEEDS_FINE_DAYS;
        }
        if (!runsOn(entry, on, plain)) continue;
        for (const span of entry.byWeekday[weekdayOf(on)] ?? []) {
          const begin = Math.max(from, span.from + offset * MINUTES_PER_DAY);
          const end = Math.min(to, span.to + offset * MINUTES_PER_DAY);
          if (begin < end) overlapping.push({ from: begin, to: end });
        }
      }
      const minutes = unitedMinutes(overlapping);
      if (minutes > most || (minutes > 0 && minutes === most && terms.order(entry.place, best) < 0)) {
        [best, most] = [entry.place, minutes];
      }
    }
    return best;
  }

  /** Whether all care on the days of a class is at one place, and none of it began on the day before. */
  function onlyPlaceOn(id: number): OnlyPlace {
    const { date, plain } = terms.classOf(id);
    const [weekday, weekdayBefore] = [weekdayOf(date), weekdayOf(addDays(date, -1))];
    const isNight = entries.some(({ byWeekday }) =>
      (byWeekday[weekdayBefore] ?? []).some(({ to }) => to > MINUTES_PER_DAY),
    );
    const onDay = entries.filter(
      (entry) => (entry.byWeekday[weekday] ?? []).length > 0 && runsOn(entry, date, plain),
    );
    const place = onDay[0]?.place ?? HOME;
    return {
      isCertain: !isNight && onDay.every((entry) => entry.place === place),
      place,
      spans: onDay.flatMap((entry) => entry.byWeekday[weekday] ?? []),
    };
  }

  function workOutText(id: number): string {
    const { date, plain } = terms.classOf(id);
    const weekday = weekdayOf(date);
    const dayBefore = addDays(date, -1);
    const before = weekdayOf(dayBefore);
    const own = entries.map((entry) => {
      const night = runsOn(entry, dayBefore, plain) ? nightOf(entry.byWeekday[before]) : '';
      const day = runsOn(entry, date, plain) ? textOf(entry.byWeekday[weekday]) : '';
      return `${String(entry.place)}${entry.isBooked ? 'b' : ''} ${night} ${day}`;
    });
    return [...own, nightOf(helped[before]), textOf(helped[weekday])].join('|');
  }

  function workOutBooked(id: number, offset: number): readonly Span[] {
    const { date: day, plain, isFine } = terms.classOf(id);
    if (offset !== 0 && !isFine) throw NEEDS_FINE_DAYS;
    const date = addDays(day, offset);
    return entries.flatMap((entry) =>
      entry.isBooked && runsOn(entry, date, plain) ? (entry.byWeekday[weekdayOf(date)] ?? []) : [],
    );
  }

  return {
    child,
    cover(id, offset) {
      return (covers[id * OFFSETS + offset - FIRST_OFFSET] ??= workOutCover(id, offset));
    },
    uncoveredBefore(id) {
      return (uncovered[id] ??= countUncovered(this.cover(id, 0)));
    },
    whereDuring(id, from, to) {
      if (!isAway) return HOME;
      const only = (onlyPlaces[id] ??= onlyPlaceOn(id));
      if (only.isCertain && to <= MINUTES_PER_DAY)
        return overlapsAny(only.spans, from, to) ? only.place : HOME;
      const key = (id * MINUTES_PER_DAY + from) * 2 * MINUTES_PER_DAY + to;
      let where = wheres.get(key);
      if (where === undefined) {
        where = workOutWhere(id, from, to);
        wheres.set(key, where);
      }
      return where;
    },
    hoursOn: (id) => (texts[id] ??= workOutText(id)),
    bookedOn(id, offset) {
      return (booked[id * OFFSETS + offset - FIRST_OFFSET] ??= workOutBooked(id, offset));
    },
  };
}

/** The same week with every entry's place another, as when a child goes to one of several places with equal hours. */
export function elsewhere(week: ChildWeek, place: number): ChildWeek {
  return { ...week, whereDuring: (id, from, to) => (week.whereDuring(id, from, to) === HOME ? HOME : place) };
}

/** How many cells of a day are not set before each cell: one entry more than cells. */
export function countUncovered(cells: Uint32Array): Uint16Array {
  const before = new Uint16Array(CELLS_PER_DAY + 1);
  let count = 0;
  for (let cell = 0; cell < CELLS_PER_DAY; cell += 1) {
    if (((cells[cell >> 5] ?? 0) & (1 << (cell & 31))) === 0) count += 1;
    before[cell + 1] = count;
  }
  return before;
}

/** A stretch counted from the midnight of the next day. */
export function nextDay({ from, to }: Span): Span {
  return { from: from - MINUTES_PER_DAY, to: to - MINUTES_PER_DAY };
}

/** The hours of some slots by weekday, Monday first. */
export function byWeekday(slots: readonly Slot[]): readonly (readonly Span[])[] {
  return WEEKDAYS.map((day) =>
    slots.flatMap(({ days, from, to }) => (days.includes(day) ? [{ from, to }] : [])),
  );
}

/** The cells of a day that lie wholly in the union of some stretches. */
export function cellsOf(spans: Span[]): Uint32Array {
  const cells = new Uint32Array(WORDS_PER_DAY);
  if (spans.length > 1) spans.sort((one, other) => one.from - other.from);
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.from <= to) {
      if (span.to > to) to = span.to;
      continue;
    }
    setCells(cells, from, to);
    ({ from, to } = span);
  }
  setCells(cells, from, to);
  return cells;
}

function setCells(cells: Uint32Array, from: number, to: number): void {
  const begin = Math.max(0, Math.ceil(from / GRID_MINUTES));
  const end = Math.min(CELLS_PER_DAY, Math.floor(to / GRID_MINUTES));
  for (let cell = begin; cell < end; cell += 1) {
    cells[cell >> 5] = (cells[cell >> 5] ?? 0) | (1 << (cell & 31));
  }
}

function textOf(spans: readonly Span[] = []): string {
  return spans.map(({ from, to }) => `${String(from)}-${String(to)}`).join();
}

function nightOf(spans: readonly Span[] = []): string {
  return textOf(spans.filter(({ to }) => to > MINUTES_PER_DAY));
}

function overlapsAny(spans: readonly Span[], from: number, to: number): boolean {
  for (const span of spans) if (span.from < to && span.to > from) return true;
  return false;
}

function unitedMinutes(spans: Span[]): number {
  if (spans.length > 1) spans.sort((one, other) => one.from - other.from);
  let minutes = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (to <= reached) continue;
    minutes += to - Math.max(from, reached);
    reached = to;
  }
  return minutes;
}
