import type { Weekday } from '../../domain/time/weekday.ts';
import { readWeekdays } from '../read-weekdays.ts';
import type { Converted } from './convert.ts';
import type { WeekdaysField } from './course-field.schema.ts';
import { cell, type TableRow } from './table-row.ts';

/** Days of the week of a row: those of the map, or those a cell names. */
export function convertWeekdays(field: WeekdaysField, row: TableRow): Converted<readonly Weekday[]> {
  if (field.as === 'constant') return { value: field.value };
  const text = field.from.map((column) => cell(row, column)).find((found) => found !== undefined);
  if (text === undefined) return 'empty';
  const days = readWeekdays(text);
  return days === undefined ? 'unreadable' : { value: days };
}
