import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable, WeeklySlot } from '../../domain/time/timetable.ts';
import type { Note } from './believed-cells.ts';
import { convertHours } from './convert-hours.ts';
import { convertSet } from './convert-set.ts';
import { convertWeekdays } from './convert-weekdays.ts';
import { convertDay, valueOf } from './convert.ts';
import { allHold, firstCell, type ColumnAt, type TableRow } from './table-row.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import { writtenDay } from './written-day.ts';

type Times = CourseTableMap['times'];

/**
 * Reads when a course takes place. A slot counts where its days and its hours are both read; where one of them is
 * missing or cannot be believed, the timetable is not complete. An end before the start is not known.
 */
export function readTimes(
  map: Times,
  at: ColumnAt,
): (row: TableRow, today: LocalDate, text: string, note: Note) => Timetable {
  const slots = map.weekly.map((slot, index) => readSlot(slot, at, `times.weekly.${String(index)}`));
  const [firstOf, lastOf] = [convertDay(map.first, at), convertDay(map.last, at)];
  const [exceptOf, missingOf] = [readDays(map.except, at), convertSet(map.missing, at)];
  return (row, today, text, note) => {
    const read = slots.map((slotOf) => slotOf(row, note));
    const weekly = read.flatMap((slot) => (typeof slot === 'object' ? [slot] : []));
    const [firstRead, lastRead] = [firstOf(row, today), lastOf(row, today)];
    if (firstRead === 'unreadable') note('date-invalid', 'times.first');
    if (lastRead === 'unreadable') note('date-invalid', 'times.last');
    const [first, stated] = [valueOf(firstRead), valueOf(lastRead)];
    const isReversed = first !== undefined && stated !== undefined && stated < first;
    if (isReversed) note('date-invalid', 'times.last');
    const last = isReversed ? undefined : stated;
    const missing = missingOf(row);
    const isWhole = weekly.length > 0 && !read.includes('not-known');
    return {
      weekly,
      dated: [],
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      except: exceptOf(row, note),
      ...(text !== '' && { text }),
      certainty: 'stated',
      complete: isWhole && missing.length === 0,
      missing: isWhole || missing.length > 0 ? missing : ['session-times'],
    };
  };
}

/** `none`: the row says nothing of this slot, and the map has others. */
function readSlot(
  { when, days, hours }: Times['weekly'][number],
  at: ColumnAt,
  field: string,
): (row: TableRow, note: Note) => WeeklySlot | 'none' | 'not-known' {
  const [isHeld, daysOf, hoursOf] = [allHold(when, at), convertWeekdays(days, at), convertHours(hours, at)];
  return (row, note) => {
    if (!isHeld(row)) return 'not-known';
    const [named, time] = [daysOf(row), hoursOf(row)];
    if (named === 'unreadable') note('word-unknown', `${field}.days`);
    if (time === 'unreadable' || time === 'impossible') note('hours-invalid', `${field}.hours`);
    if (time === 'placeholder') note('hours-placeholder', `${field}.hours`);
    if (typeof named === 'object' && typeof time === 'object') return { days: named.value, ...time };
    const isEmpty = (named === 'empty' || days.as === 'constant') && time === 'empty';
    return isEmpty ? 'none' : 'not-known';
  };
}

function readDays(field: Times['except'], at: ColumnAt): (row: TableRow, note: Note) => readonly LocalDate[] {
  if (field === undefined) return () => [];
  const textIn = firstCell(field.from, at);
  return (row, note) => {
    const text = textIn(row);
    if (text === undefined) return [];
    const days = text
      .split(field.separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => writtenDay(part, field.written));
    if (days.includes(undefined)) note('date-invalid', 'times.except');
    return [...new Set(days.filter((day) => day !== undefined))].toSorted((one, other) => one - other);
  };
}
