import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import type { Weekday } from '../../time/weekday.ts';
import { dayBits } from './day-bits.ts';
import { addSession, occurrenceGroups, type Occurrence } from './occurrence.ts';
import { AT } from './segment.ts';
import { isEachAtItsOwn, placeOf } from './session-place.ts';
import { dateIn, weekOf } from './week-number.ts';

// What most timetables are, without sorting sessions, merging them or going from day to day.

/** Dated sessions alone, each on a later date than the one before; `undefined` for any other timetable. */
export function simpleDated(offer: CatalogueOffer): readonly Occurrence[] | undefined {
  const { weekly, dated } = offer.timetable;
  if (weekly.length > 0) return undefined;
  const isEach = isEachAtItsOwn(offer.timetable);
  const groups = occurrenceGroups('dated');
  let before = Number.NEGATIVE_INFINITY;
  for (const session of dated) {
    const { date, from, to } = session;
    if (date <= before) return undefined;
    before = date;
    addSession(groups, { date, from, to, where: isEach ? placeOf(offer, session) : AT.variant, core: false });
  }
  return groups.all;
}

/** Weekly slots from a first day on of which no two are on one weekday; `undefined` for any other timetable. */
export function simpleWeekly(
  offer: CatalogueOffer,
  first: LocalDate,
  publicHolidays: ReadonlySet<LocalDate>,
): readonly Occurrence[] | undefined {
  const { weekly, dated, last = localDateFromDays(first + 27), except } = offer.timetable;
  if (dated.length > 0 || !isOneADay(offer)) return undefined;
  const left = new Set(except);
  const isEach = isEachAtItsOwn(offer.timetable);
  const occurrences: Occurrence[] = [];
  for (const slot of weekly) {
    const { days, from, to, core = false } = slot;
    const place = isEach ? placeOf(offer, slot) : AT.variant;
    for (const weekday of days) {
      const weeks = weeksHeld(weekday, first, last, left, publicHolidays);
      occurrences.push({ weekday, from, to, place, core, kind: 'dated', weeks });
    }
  }
  return occurrences;
}

function weeksHeld(
  weekday: Weekday,
  first: LocalDate,
  last: LocalDate,
  left: ReadonlySet<LocalDate>,
  publicHolidays: ReadonlySet<LocalDate>,
): readonly number[] {
  const weeks: number[] = [];
  for (let week = weekOf(first); week <= weekOf(last); week += 1) {
    const date = dateIn(week, weekday);
    if (date >= first && date <= last && !left.has(date) && !publicHolidays.has(date)) weeks.push(week);
  }
  return weeks;
}

function isOneADay({ timetable: { weekly } }: CatalogueOffer): boolean {
  let bits = 0;
  let count = 0;
  for (const { days } of weekly) {
    bits |= dayBits(days);
    count += days.length;
  }
  for (; bits !== 0; bits &= bits - 1) count -= 1;
  return count === 0;
}
