import { addDays, type LocalDate } from '../../../time/local-date.ts';
import { weekdayOf, type Weekday } from '../../../time/weekday.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import { dateIn, weekOf } from '../../match-index/week-number.ts';
import type { DayGrouping } from '../days/day-grouping.ts';

/** Weeks as bits in the words from `begin` to before `end`: bit 0 of the first is `firstWeek`, a multiple of 32. */
export type Weeks = {
  readonly firstWeek: number;
  readonly words: Uint32Array;
  readonly begin: number;
  readonly end: number;
};

/** The first date of a weekday in some weeks; NO_DATE when there is none. */
export function firstDateIn({ firstWeek, words, begin, end }: Weeks, weekday: Weekday): number {
  for (let at = begin; at < end; at += 1) {
    const word = words[at] ?? 0;
    if (word !== 0) return dateIn(firstWeek + (at - begin) * 32 + 31 - Math.clz32(word & -word), weekday);
  }
  return NO_DATE;
}

/** Sessions without an end are looked at for so many days from the day of entry. */
export const WINDOW_DAYS = 28;

/** The weeks of the four weeks from an entry in which a weekday is held. */
export function windowWeeks(
  weekday: Weekday,
  entry: LocalDate,
  isHeldOn: (date: LocalDate) => boolean,
): Weeks {
  const firstWeek = Math.floor(weekOf(entry) / 32) * 32;
  const lastWeek = weekOf(addDays(entry, WINDOW_DAYS - 1));
  const words = new Uint32Array(((lastWeek - firstWeek) >> 5) + 1);
  for (let week = weekOf(entry); week <= lastWeek; week += 1) {
    const date = dateIn(week, weekday);
    if (date >= entry && date < entry + WINDOW_DAYS && isHeldOn(date)) {
      const word = (week - firstWeek) >> 5;
      words[word] = (words[word] ?? 0) | (1 << ((week - firstWeek) & 31));
    }
  }
  return { firstWeek, words, begin: 0, end: words.length };
}

/** Only the weeks in which the weekday is not before a date. */
export function fromEntry(all: Weeks, weekday: Weekday, entry: LocalDate): Weeks {
  const least = weekOf(entry) + (weekday < weekdayOf(entry) ? 1 : 0);
  const words = all.words.slice(all.begin, all.end).map((word, at) => {
    const before = least - (all.firstWeek + at * 32);
    if (before <= 0) return word;
    return before >= 32 ? 0 : word & (-1 << before);
  });
  return { firstWeek: all.firstWeek, words, begin: 0, end: words.length };
}

/** The weeks of a weekday by the class of the date, whatever weeks are put into classes beforehand. */
export function splitDateByDate(
  days: DayGrouping,
  { firstWeek, words: all, begin, end }: Weeks,
  weekday: Weekday,
): ReadonlyMap<number, Uint32Array> {
  const found = new Map<number, Uint32Array>();
  const words = all.slice(begin, end);
  words.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit += 1) {
      if ((word & (1 << bit)) === 0) continue;
      const day = days.ofDate(dateIn(firstWeek + at * 32 + bit, weekday));
      const ofClass = found.get(day) ?? new Uint32Array(words.length);
      found.set(day, ofClass);
      ofClass[at] = (ofClass[at] ?? 0) | (1 << bit);
    }
  });
  return found;
}
