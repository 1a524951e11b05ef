import type { LocalDate } from '../../time/local-date.ts';
import { weekdayOf, type Weekday } from '../../time/weekday.ts';
import { weekOf } from './week-number.ts';

/** All sessions of one timetable on one weekday at the same minutes and place. `weeks`: ascending week numbers, none of those that stand for any week. */
export type Occurrence = {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
  /** Index into the offer's places, or one of `AT`. */
  readonly place: number;
  readonly core: boolean;
  readonly kind: 'dated' | 'plain' | 'window';
  readonly weeks: readonly number[];
};

/** One session and where it is held, as `Occurrence.place` has it. */
export type PlacedSession = {
  readonly date: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly where: number;
  readonly core: boolean;
};

/** Collects sessions of one kind, ascending by date, as occurrences; these in the order of their first sessions. */
export function occurrenceGroups(kind: Occurrence['kind']) {
  const all: Occurrence[] = [];
  const byWeekday: (Occurrence & { readonly weeks: number[] })[][] = [[], [], [], [], [], [], []];
  return {
    add({ date, from, to, where, core }: PlacedSession): void {
      const weekday = weekdayOf(date);
      const alike = byWeekday[weekday] ?? [];
      let group = alike.find(
        (each) => each.from === from && each.to === to && each.place === where && each.core === core,
      );
      if (group === undefined) {
        group = { weekday, from, to, place: where, core, kind, weeks: [] };
        alike.push(group);
        all.push(group);
      }
      if (kind === 'dated') group.weeks.push(weekOf(date));
    },
    all: (): readonly Occurrence[] => all,
  };
}
