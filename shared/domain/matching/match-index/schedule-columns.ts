import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { distinctRows, type DistinctRows } from './distinct-rows.ts';
import { growingTable, nextRow, rowsBegun, type GrowingTable } from './growing-table.ts';
import { isHeldFromEntry, occurrencesOf } from './held-sessions.ts';
import {
  addOccurrence,
  occurrencesAdded,
  occurrenceTables,
  type OccurrenceTables,
} from './occurrence-columns.ts';
import type { Occurrence } from './occurrence.ts';
import { scheduleNumber } from './schedule-key.ts';
import { scheduleShape, type ScheduleColumns } from './segment-shapes.ts';
import { NO_DATE, SCHEDULE_FLAG, type Segment } from './segment.ts';
import { isEachAtItsOwn } from './session-place.ts';
import { dateIn } from './week-number.ts';

/** The distinct schedules of a segment while they are collected. `isEach`: whether sessions are each at their own place. */
export type ScheduleTables = OccurrenceTables & {
  readonly schedules: GrowingTable<ScheduleColumns>;
  readonly excepts: GrowingTable<ReturnType<typeof exceptShape>>;
  readonly distinct: DistinctRows;
  readonly isEach: boolean[];
  readonly publicHolidays: ReadonlySet<LocalDate>;
};

function exceptShape(make: ColumnMakers<ColumnKinds>) {
  return { date: make.i32() };
}

/** No schedules yet. */
export function scheduleTables(publicHolidays: ReadonlySet<LocalDate>): ScheduleTables {
  return {
    ...occurrenceTables(),
    schedules: growingTable<ScheduleColumns>(scheduleShape),
    excepts: growingTable(exceptShape),
    distinct: distinctRows(),
    isEach: [],
    publicHolidays,
  };
}

/** The row of an offer's schedule, which is added if it is new. */
export function scheduleRowOf(tables: ScheduleTables, offer: CatalogueOffer): number {
  const row = scheduleNumber(tables.distinct, offer);
  if (row === tables.schedules.length) addSchedule(tables, offer);
  return row;
}

function addSchedule(tables: ScheduleTables, offer: CatalogueOffer): void {
  const { schedules, excepts, occurrences, isEach, publicHolidays } = tables;
  const { timetable } = offer;
  const held = occurrencesOf(offer, publicHolidays);
  for (const occurrence of held) addOccurrence(tables, occurrence);
  for (const date of timetable.except) {
    const at = nextRow(excepts);
    excepts.columns.date[at] = date;
  }
  const row = nextRow(schedules);
  const { columns } = schedules;
  columns.occurrencesFrom[row + 1] = occurrences.length;
  columns.exceptsFrom[row + 1] = excepts.length;
  const { oneADay, mixed, core } = SCHEDULE_FLAG;
  columns.flags[row] =
    (isOneADay(held) ? oneADay : 0) |
    (isHeldFromEntry(offer) && timetable.dated.length > 0 ? mixed : 0) |
    (held.some((each) => each.core) ? core : 0);
  columns.first[row] = timetable.first ?? NO_DATE;
  columns.last[row] = timetable.last ?? NO_DATE;
  columns.heldFirst[row] = firstHeld(held) ?? timetable.first ?? NO_DATE;
  isEach.push(isEachAtItsOwn(timetable));
}

/** The schedules added. */
export function schedulesAdded(
  tables: ScheduleTables,
): Pick<Segment, 'schedules' | 'excepts' | 'occurrences' | 'dates' | 'weeks' | 'stretches'> {
  return {
    schedules: rowsBegun(tables.schedules),
    excepts: rowsBegun(tables.excepts).date,
    ...occurrencesAdded(tables),
  };
}

function firstHeld(occurrences: readonly Occurrence[]): LocalDate | undefined {
  let first: LocalDate | undefined;
  for (const { weekday, weeks } of occurrences) {
    if (weeks[0] === undefined) continue;
    const date = dateIn(weeks[0], weekday);
    if (first === undefined || date < first) first = date;
  }
  return first;
}

/** Whether no two occurrences are held on one date; what stands for any week may be on any. */
function isOneADay(occurrences: readonly Occurrence[]): boolean {
  return occurrences.every((one, index) => {
    for (let at = index + 1; at < occurrences.length; at += 1) {
      const other = occurrences[at];
      if (other?.weekday === one.weekday && mayMeet(one, other)) return false;
    }
    return true;
  });
}

/** Whether two occurrences on one weekday may be held on one date. */
function mayMeet(one: Occurrence, other: Occurrence): boolean {
  return (
    one.kind !== 'dated' || other.kind !== 'dated' || one.weeks.some((week) => other.weeks.includes(week))
  );
}
