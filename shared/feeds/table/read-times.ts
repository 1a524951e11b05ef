import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable, WeeklySlot } from '../../domain/time/timetable.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { convertHours } from './convert-hours.ts';
import { convertSet } from './convert-set.ts';
import { convertWeekdays } from './convert-weekdays.ts';
import { convertDay, valueOf } from './convert.ts';
import { cell, holds, type TableRow } from './table-row.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import { writtenDay } from './written-day.ts';

type Times = CourseTableMap['times'];
type Note = (code: NoticeCode, field: string) => void;

/**
 * When the course of a row takes place. A slot counts where its days and its hours are both read; where one of them is
 * missing or cannot be believed, the timetable is not complete. An end before the start is not known.
 */
export function readTimes(map: Times, row: TableRow, today: LocalDate, text: string, note: Note): Timetable {
  const read = map.weekly.map((slot, index) => readSlot(slot, row, note, `times.weekly.${String(index)}`));
  const weekly = read.flatMap((slot) => (typeof slot === 'object' ? [slot] : []));
  const dateOf = (field: Times['first'], name: string) => {
    const date = convertDay(field, row, today);
    if (date === 'unreadable') note('date-invalid', name);
    return valueOf(date);
  };
  const [first, stated] = [dateOf(map.first, 'times.first'), dateOf(map.last, 'times.last')];
  const isReversed = first !== undefined && stated !== undefined && stated < first;
  if (isReversed) note('date-invalid', 'times.last');
  const last = isReversed ? undefined : stated;
  const missing = convertSet(map.missing, row);
  const isWhole = weekly.length > 0 && !read.includes('not-known');
  return {
    weekly,
    dated: [],
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    except: readDays(map.except, row, note),
    ...(text !== '' && { text }),
    certainty: 'stated',
    complete: isWhole && missing.length === 0,
    missing: isWhole || missing.length > 0 ? missing : ['session-times'],
  };
}

/** `none`: the row says nothing of this slot, and the map has others. */
function readSlot(
  { when, days, hours }: Times['weekly'][number],
  row: TableRow,
  note: Note,
  field: string,
): WeeklySlot | 'none' | 'not-known' {
  if (!when.every((condition) => holds(condition, row))) return 'not-known';
  const [named, time] = [convertWeekdays(days, row), convertHours(hours, row)];
  if (named === 'unreadable') note('word-unknown', `${field}.days`);
  if (time === 'unreadable' || time === 'impossible') note('hours-invalid', `${field}.hours`);
  if (time === 'placeholder') note('hours-placeholder', `${field}.hours`);
  if (typeof named === 'object' && typeof time === 'object') return { days: named.value, ...time };
  const isEmpty = (named === 'empty' || days.as === 'constant') && time === 'empty';
  return isEmpty ? 'none' : 'not-known';
}

function readDays(field: Times['except'], row: TableRow, note: Note): readonly LocalDate[] {
  const text = field?.from.map((column) => cell(row, column)).find((found) => found !== undefined);
  if (field === undefined || text === undefined) return [];
  const days = text
    .split(field.separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => writtenDay(part, field.written));
  if (days.includes(undefined)) note('date-invalid', 'times.except');
  return [...new Set(days.filter((day) => day !== undefined))].toSorted((one, other) => one - other);
}
