import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { addDays } from '../../../time/local-date.ts';
import { weekdayOf } from '../../../time/weekday.ts';
import { runsOn, type Entry } from './care-entries.ts';
import { NEEDS_FINE_DAYS } from '../needs-reference.ts';
import { overlapsAny, unitedLength, type Span } from './spans.ts';
import { HOME } from '../ways/surroundings.ts';
import type { ChildWeekTerms } from './child-week-terms.ts';

/** The number of the place where a child is during a session of a class of days, minutes from its midnight. */
export type WhereDuring = (id: number, from: number, to: number) => number;

/** All care of a day as far as it is at one place. */
type OnlyPlace = { readonly isCertain: boolean; readonly place: number; readonly spans: readonly Span[] };

/** Where the entries take a child: the longest overlap, by section 3 of the matching page. */
export function whereDuringOf(terms: ChildWeekTerms, entries: readonly Entry[]): WhereDuring {
  if (entries.every(({ place }) => place === HOME)) return () => HOME;
  const { publicHolidays } = terms.frame.region;
  const wheres = new Map<number, number>();
  const onlyPlaces: (OnlyPlace | undefined)[] = [];

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
        if (!runsOn(entry, on, plain, publicHolidays)) continue;
        for (const span of entry.byWeekday[weekdayOf(on)] ?? []) {
          const begin = Math.max(from, span.from + offset * MINUTES_PER_DAY);
          const end = Math.min(to, span.to + offset * MINUTES_PER_DAY);
          if (begin < end) overlapping.push({ from: begin, to: end });
        }
      }
      const minutes = unitedLength(overlapping);
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
      (entry) => (entry.byWeekday[weekday] ?? []).length > 0 && runsOn(entry, date, plain, publicHolidays),
    );
    const place = onDay[0]?.place ?? HOME;
    return {
      isCertain: !isNight && onDay.every((entry) => entry.place === place),
      place,
      spans: onDay.flatMap((entry) => entry.byWeekday[weekday] ?? []),
    };
  }

  return (id, from, to) => {
    const only = (onlyPlaces[id] ??= onlyPlaceOn(id));
    if (only.isCertain && to <= MINUTES_PER_DAY) return overlapsAny(only.spans, from, to) ? only.place : HOME;
    const key = (id * MINUTES_PER_DAY + from) * 2 * MINUTES_PER_DAY + to;
    let where = wheres.get(key);
    if (where === undefined) {
      where = workOutWhere(id, from, to);
      wheres.set(key, where);
    }
    return where;
  };
}
