import type { AgeRangeMonths } from '../../domain/offer/offer.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { convertAge, valueOf, wholeNumber } from './convert.ts';
import type { AgesField } from './field.schema.ts';
import { cell, type TableRow } from './table-row.ts';

type Note = (code: NoticeCode, field: string) => void;

/**
 * The ages of a row in months, both included. An impossible range is not known (36 to 0); so are groups that leave a hole
 * between them and groups that do not add up to the stated sum, as one of the figures is wrong then.
 */
export function readAges(
  field: AgesField | undefined,
  row: TableRow,
  note: Note,
): AgeRangeMonths | undefined {
  if (field === undefined) return undefined;
  return field.as === 'range' ? fromRange(field, row, note) : fromGroups(field, row, note);
}

function fromRange(
  field: Extract<AgesField, { as: 'range' }>,
  row: TableRow,
  note: Note,
): AgeRangeMonths | undefined {
  const [low, high] = [convertAge(field.from, row), convertAge(field.to, row)];
  const [fromMonths, toMonths] = [valueOf(low), valueOf(high)];
  const isWrong = low === 'unreadable' || high === 'unreadable';
  if (fromMonths === undefined || toMonths === undefined) {
    if (isWrong) note('ages-invalid', 'care.ages');
    return undefined;
  }
  if (fromMonths <= toMonths) return { fromMonths, toMonths };
  note('ages-invalid', 'care.ages');
  return undefined;
}

function fromGroups(
  field: Extract<AgesField, { as: 'groups' }>,
  row: TableRow,
  note: Note,
): AgeRangeMonths | undefined {
  const { groups, others, total } = field;
  const counts = groups.map((group) => ({ group, count: wholeNumber(cell(row, group.column)) }));
  const rest = others.map((column) => wholeNumber(cell(row, column)));
  if ([...counts.map(({ count }) => count), ...rest].includes('unreadable')) {
    note('ages-invalid', 'care.ages');
    return undefined;
  }
  const sum = [...counts.map(({ count }) => count), ...rest].reduce(
    (all, count) => all + (valueOf(count) ?? 0),
    0,
  );
  const stated = total === undefined ? undefined : valueOf(wholeNumber(cell(row, total)));
  if (stated !== undefined && stated !== sum) {
    note('groups-differ', 'care.ages');
    return undefined;
  }
  const held = counts.filter(({ count }) => (valueOf(count) ?? 0) > 0).map(({ group }) => group);
  const [first, ...later] = held.toSorted((one, other) => one.fromMonths - other.fromMonths);
  if (first === undefined) return undefined;
  let toMonths = first.toMonths;
  for (const group of later) {
    if (group.fromMonths > toMonths + 1) {
      note('ages-invalid', 'care.ages');
      return undefined;
    }
    toMonths = Math.max(toMonths, group.toMonths);
  }
  return { fromMonths: first.fromMonths, toMonths };
}
