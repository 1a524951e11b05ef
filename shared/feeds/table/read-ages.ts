import type { AgeRangeMonths } from '../../domain/offer/offer.ts';
import type { Note } from './believed-cells.ts';
import { convertAge, valueOf, wholeNumber } from './convert.ts';
import type { AgesField } from './field.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

type ReadAges = (row: TableRow, note: Note) => AgeRangeMonths | undefined;

/**
 * Reads ages in months, both included. An impossible range is not known (36 to 0); so are groups that leave a hole
 * between them and groups that do not add up to the stated sum, as one of the figures is wrong then.
 */
export function readAges(field: AgesField | undefined, at: ColumnAt): ReadAges {
  if (field === undefined) return () => undefined;
  return field.as === 'range' ? fromRange(field, at) : fromGroups(field, at);
}

function fromRange(field: Extract<AgesField, { as: 'range' }>, at: ColumnAt): ReadAges {
  const [readLow, readHigh] = [convertAge(field.from, at), convertAge(field.to, at)];
  return (row, note) => {
    const [low, high] = [readLow(row), readHigh(row)];
    const [fromMonths, toMonths] = [valueOf(low), valueOf(high)];
    const isWrong = low === 'unreadable' || high === 'unreadable';
    if (fromMonths === undefined || toMonths === undefined) {
      if (isWrong) note('ages-invalid', 'care.ages');
      return undefined;
    }
    if (fromMonths <= toMonths) return { fromMonths, toMonths };
    note('ages-invalid', 'care.ages');
    return undefined;
  };
}

function fromGroups({ groups, others, total }: Extract<AgesField, { as: 'groups' }>, at: ColumnAt): ReadAges {
  const columns = groups.map((group) => ({ group, index: at(group.column) }));
  const [otherColumns, totalColumn] = [others.map(at), total === undefined ? -1 : at(total)];
  const countIn = ({ cells }: TableRow, index: number) => {
    const text = cells[index];
    return text === undefined ? 'empty' : wholeNumber(text);
  };
  return (row, note) => {
    const counts = columns.map(({ group, index }) => ({ group, count: countIn(row, index) }));
    const rest = otherColumns.map((index) => countIn(row, index));
    if ([...counts.map(({ count }) => count), ...rest].includes('unreadable')) {
      note('ages-invalid', 'care.ages');
      return undefined;
    }
    const sum = [...counts.map(({ count }) => count), ...rest].reduce(
      (all, count) => all + (valueOf(count) ?? 0),
      0,
    );
    const stated = valueOf(countIn(row, totalColumn));
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
  };
}
