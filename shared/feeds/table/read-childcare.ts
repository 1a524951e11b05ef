import type { CourseChildcare } from '../../domain/offer/offer.ts';
import type { Slot } from '../../domain/time/slot.ts';
import type { Note } from './believed-cells.ts';
import { convertAmount } from './convert-amount.ts';
import { convertHours } from './convert-hours.ts';
import { convertWeekdays } from './convert-weekdays.ts';
import { convertInteger, convertYesNo, valueOf } from './convert.ts';
import { readAges } from './read-ages.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

/** Reads childcare of a course; one that is offered at hours nobody names is there and not known, never "during the course". */
export function readChildcare(
  map: CourseTableMap['childcare'],
  at: ColumnAt,
): (row: TableRow, note: Note) => CourseChildcare | undefined {
  if (map === undefined) return () => undefined;
  const [offeredIn, duringIn] = [convertYesNo(map.offered, at), convertYesNo(map.during, at)];
  const [agesOf, freeOf, costOf] = [
    readAges(map.ages, at),
    convertInteger(map.free, at),
    convertAmount(map.cost, at),
  ];
  const slots = map.hours.map(({ days, hours }) => ({
    daysOf: convertWeekdays(days, at),
    hoursOf: convertHours(hours, at),
  }));
  return (row, note) => {
    const offered = offeredIn(row);
    if (offered === 'unreadable') note('word-unknown', 'childcare.offered');
    if (valueOf(offered) !== true) return undefined;
    const ages = agesOf(row, note);
    const free = valueOf(freeOf(row));
    const costCents = map.cost?.currency === 'EUR' ? valueOf(costOf(row))?.hundredths : undefined;
    return {
      ...(ages && { ages }),
      hours: slots.flatMap(({ daysOf, hoursOf }): readonly Slot[] => {
        const [named, time] = [daysOf(row), hoursOf(row)];
        if (typeof named === 'object' && typeof time === 'object') return [{ days: named.value, ...time }];
        if (named === 'unreadable' || (typeof time === 'string' && time !== 'empty'))
          note('hours-invalid', 'childcare.hours');
        return [];
      }),
      during: valueOf(duringIn(row)) ?? false,
      ...(free !== undefined && { free }),
      ...(costCents !== undefined && { costCents }),
      certainty: 'stated',
    };
  };
}
