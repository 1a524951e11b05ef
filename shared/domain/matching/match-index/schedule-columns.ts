import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { distinctRows } from './distinct-rows.ts';
import { growingTable } from './growing-table.ts';
import { isHeldFromEntry, occurrencesOf } from './held-sessions.ts';
import type { Occurrence } from './occurrence.ts';
import { scheduleNumber } from './schedule-key.ts';
import { occurrenceShape, scheduleShape } from './segment-shapes.ts';
import { NO_DATE, OCCURRENCE_FLAG, SCHEDULE_FLAG, type Segment } from './segment.ts';
import { isEachAtItsOwn } from './session-place.ts';
import { dateIn } from './week-number.ts';

const WEEKS_PER_WORD = 32;

/** Collects the distinct schedules of a segment. */
export function scheduleColumns(publicHolidays: ReadonlySet<LocalDate>) {
  const table = growingTable(scheduleShape);
  const held = growingTable(occurrenceShape);
  const excepts = growingTable((make) => ({ date: make.i32() }));
  const weeks = growingTable((make) => ({ bits: make.u32() }));
  const distinct = distinctRows();
  const isEach: boolean[] = [];

  /** Adds the words of ascending weeks; the week of bit 0 of the first. */
  function addWeeks(numbers: readonly number[]): number {
    const first = Math.floor((numbers[0] ?? 0) / WEEKS_PER_WORD) * WEEKS_PER_WORD;
    const begin = weeks.length();
    for (const week of numbers) {
      const word = begin + ((week - first) >> 5);
      while (weeks.length() <= word) weeks.next();
      const { bits } = weeks.columns();
      bits[word] = (bits[word] ?? 0) | (1 << ((week - first) & 31));
    }
    return first;
  }

  function addOccurrence({ weekday, from, to, place, core, kind, weeks: numbers }: Occurrence): void {
    const row = held.next();
    const columns = held.columns();
    columns.weekday[row] = weekday;
    columns.from[row] = from;
    columns.to[row] = to;
    columns.place[row] = place;
    columns.flags[row] =
      (core ? OCCURRENCE_FLAG.core : 0) |
      (kind === 'plain' ? OCCURRENCE_FLAG.plain : 0) |
      (kind === 'window' ? OCCURRENCE_FLAG.window : 0);
    columns.firstWeek[row] = addWeeks(numbers);
    columns.weeksFrom[row + 1] = weeks.length();
  }

  function add(offer: CatalogueOffer): void {
    const { timetable } = offer;
    const occurrences = occurrencesOf(offer, publicHolidays);
    for (const occurrence of occurrences) addOccurrence(occurrence);
    for (const date of timetable.except) {
      const at = excepts.next();
      excepts.columns().date[at] = date;
    }
    const row = table.next();
    const columns = table.columns();
    columns.occurrencesFrom[row + 1] = held.length();
    columns.exceptsFrom[row + 1] = excepts.length();
    const { oneADay, mixed, core } = SCHEDULE_FLAG;
    columns.flags[row] =
      (isOneADay(occurrences) ? oneADay : 0) |
      (isHeldFromEntry(offer) && timetable.dated.length > 0 ? mixed : 0) |
      (occurrences.some((each) => each.core) ? core : 0);
    columns.first[row] = timetable.first ?? NO_DATE;
    columns.last[row] = timetable.last ?? NO_DATE;
    columns.heldFirst[row] = firstHeld(occurrences) ?? timetable.first ?? NO_DATE;
    isEach.push(isEachAtItsOwn(timetable));
  }

  return {
    /** The row of an offer's schedule. */
    rowOf(offer: CatalogueOffer): number {
      const row = scheduleNumber(distinct, offer);
      if (row === table.length()) add(offer);
      return row;
    },
    /** Whether sessions of a schedule are each at their own place. */
    isEachAtItsOwn: (row: number): boolean => isEach[row] ?? false,
    done(): Pick<Segment, 'schedules' | 'excepts' | 'occurrences' | 'weeks'> {
      return {
        schedules: table.done(),
        excepts: excepts.done().date,
        occurrences: held.done(),
        weeks: weeks.done().bits,
      };
    },
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
