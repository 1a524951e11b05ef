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

type Group = Occurrence & { readonly weeks: number[] };

/** Occurrences of one kind in the order of their first sessions, and by their weekdays. */
export type OccurrenceGroups = {
  readonly kind: Occurrence['kind'];
  readonly all: Occurrence[];
  readonly byWeekday: readonly Group[][];
};

/** No sessions yet. */
export function occurrenceGroups(kind: Occurrence['kind']): OccurrenceGroups {
  return { kind, all: [], byWeekday: [[], [], [], [], [], [], []] };
}

/** Adds the next session; sessions ascend by date. */
export function addSession({ kind, all, byWeekday }: OccurrenceGroups, session: PlacedSession): void {
  const { date, from, to, where, core } = session;
  const weekday = weekdayOf(date);
  const alike = byWeekday[weekday] ?? [];
  let group = groupIn(alike, session);
  if (group === undefined) {
    group = { weekday, from, to, place: where, core, kind, weeks: [] };
    alike.push(group);
    all.push(group);
  }
  if (kind === 'dated') group.weeks.push(weekOf(date));
}

function groupIn(groups: readonly Group[], { from, to, where, core }: PlacedSession): Group | undefined {
  for (const group of groups) {
    if (group.from === from && group.to === to && group.place === where && group.core === core) return group;
  }
  return undefined;
}
