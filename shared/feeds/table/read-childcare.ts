import type { CourseChildcare } from '../../domain/offer/offer.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { convertAmount } from './convert-amount.ts';
import { convertHours } from './convert-hours.ts';
import { convertWeekdays } from './convert-weekdays.ts';
import { convertInteger, convertYesNo, valueOf } from './convert.ts';
import type { AmountField } from './course-field.schema.ts';
import { readAges } from './read-ages.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import type { TableRow } from './table-row.ts';

/** Childcare of a course; one that is offered at hours nobody names is there and not known, never "during the course". */
export function readChildcare(
  map: CourseTableMap['childcare'],
  row: TableRow,
  note: (code: NoticeCode, field: string) => void,
): CourseChildcare | undefined {
  const offered = convertYesNo(map?.offered, row);
  if (offered === 'unreadable') note('word-unknown', 'childcare.offered');
  if (map === undefined || valueOf(offered) !== true) return undefined;
  const ages = readAges(map.ages, row, note);
  const free = valueOf(convertInteger(map.free, row));
  const costCents = centsOf(map.cost, row);
  return {
    ...(ages && { ages }),
    hours: map.hours.flatMap(({ days, hours }) => {
      const [named, time] = [convertWeekdays(days, row), convertHours(hours, row)];
      if (typeof named === 'object' && typeof time === 'object') return [{ days: named.value, ...time }];
      if (named === 'unreadable' || (typeof time === 'string' && time !== 'empty'))
        note('hours-invalid', 'childcare.hours');
      return [];
    }),
    during: valueOf(convertYesNo(map.during, row)) ?? false,
    ...(free !== undefined && { free }),
    ...(costCents !== undefined && { costCents }),
    certainty: 'stated',
  };
}

function centsOf(field: AmountField | undefined, row: TableRow): number | undefined {
  const amount = valueOf(convertAmount(field, row));
  return field?.currency === 'EUR' ? amount?.hundredths : undefined;
}
