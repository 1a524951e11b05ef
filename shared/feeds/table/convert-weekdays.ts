import type { Weekday } from '../../domain/time/weekday.ts';
import { readWeekdays } from '../read-weekdays.ts';
import { convertCell, type Converted } from './convert.ts';
import type { WeekdaysField } from './course-field.schema.ts';
import type { ColumnAt, Reader } from './table-row.ts';

/** Reads days of the week: those of the map, or those a cell names. */
export function convertWeekdays(field: WeekdaysField, at: ColumnAt): Reader<Converted<readonly Weekday[]>> {
  if (field.as === 'constant') {
    const constant = { value: field.value };
    return () => constant;
  }
  return convertCell(field.from, at, (text) => {
    const days = readWeekdays(text);
    return days === undefined ? 'unreadable' : { value: days };
  });
}
