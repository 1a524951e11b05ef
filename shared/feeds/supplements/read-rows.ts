import type { SupplementFacts } from '../../domain/offer/supplement.ts';
import type { Slot } from '../../domain/time/slot.ts';
import { plainText } from '../plain-text.ts';
import { COLUMN_NAMES, COLUMNS, type Column } from './columns.ts';
import type { Fault } from './faults.ts';
import { readChildcareCells, type CareCells } from './read-childcare-cells.ts';
import { readGerman, readMissing, readSlot } from './read-cells.ts';
import type { Rows } from './to-rows.ts';

/** What the rows of one offer state. `row` is the first of them, `textState` the state of the text they were written for. */
export type StatedFacts = {
  readonly id: string;
  readonly textState: string;
  readonly row: number;
  readonly facts: SupplementFacts;
};

/** What an uploaded table states, and all that is wrong with it; of an offer with a fault nothing is stated. */
export type ReadRows = { readonly stated: readonly StatedFacts[]; readonly faults: readonly Fault[] };

type Line = { readonly row: number; readonly cells: ReadonlyMap<Column, string> };

/** Reads a filled-in table. Columns are found by their headings in any order; others are left alone, and so are empty rows. */
export function readRows(rows: Rows): ReadRows {
  const [heading = [], ...lines] = rows;
  const places = COLUMN_NAMES.map(
    (column) => [column, heading.findIndex((cell) => cell.trim() === COLUMNS[column])] as const,
  );
  const absent = places.filter(([column, place]) => place === -1 && column !== 'title');
  if (absent.length > 0) {
    return { stated: [], faults: absent.map(([column]) => ({ code: 'column-missing', row: 1, column })) };
  }
  const byOffer = Map.groupBy(
    lines.flatMap((line, index): readonly Line[] => {
      const filled = places.flatMap(([column, place]) => {
        const cell = line[place]?.trim() ?? '';
        return cell === '' ? [] : [[column, cell] as const];
      });
      return filled.length === 0 ? [] : [{ row: index + 2, cells: new Map(filled) }];
    }),
    ({ cells }) => cells.get('id') ?? '',
  );
  const read = [...byOffer].map(([id, ofOffer]) => readOffer(id, ofOffer));
  return {
    stated: read.flatMap(({ stated, faults }) => (faults.length === 0 ? stated : [])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

/** Columns that a further row of an offer leaves empty or says again. */
const ONCE = [
  'textState',
  'missing',
  'childcare',
  'ageFrom',
  'ageTo',
  'carePlaces',
  'careCost',
  'german',
  'absence',
] as const;

function readOffer(
  id: string,
  lines: readonly Line[],
): { readonly stated: readonly StatedFacts[]; readonly faults: readonly Fault[] } {
  const [first] = lines;
  if (first === undefined) return { stated: [], faults: [] };
  if (id === '')
    return { stated: [], faults: lines.map(({ row }) => ({ code: 'id-unknown', row, column: 'id' })) };
  const faults: Fault[] = [];
  const fault = (found: Fault) => faults.push(found);
  for (const { row, cells } of lines.slice(1)) {
    for (const column of ONCE) {
      const cell = cells.get(column);
      if (cell !== undefined && cell !== first.cells.get(column)) fault({ code: 'rows-differ', row, column });
    }
  }
  const weekly = slotsOf(lines, ['days', 'from', 'to'], fault);
  const missing = readMissing(first.cells.get('missing'), first.row, fault);
  if (weekly.length > 0 && missing === undefined)
    fault({ code: 'missing-not-stated', row: first.row, column: 'missing' });
  const care: CareCells = { row: first.row, cell: (column) => first.cells.get(column) };
  const childcare = readChildcareCells(
    care,
    slotsOf(lines, ['careDays', 'careFrom', 'careTo'], fault),
    fault,
  );
  const german = readGerman(first.cells.get('german'), first.row, fault);
  const absence = plainText(first.cells.get('absence') ?? '');
  if (absence.length > 1000) fault({ code: 'text-too-long', row: first.row, column: 'absence' });
  const facts: SupplementFacts = {
    ...(weekly.length > 0 && missing && { times: { weekly, missing } }),
    ...(childcare && { childcare }),
    ...(german && { german }),
    ...(absence !== '' && { absence }),
  };
  return { stated: [{ id, textState: first.cells.get('textState') ?? '', row: first.row, facts }], faults };
}

function slotsOf(
  lines: readonly Line[],
  columns: readonly [days: Column, from: Column, to: Column],
  fault: (found: Fault) => void,
): readonly Slot[] {
  return lines.flatMap(
    ({ row, cells }) => readSlot(columns, (column) => cells.get(column), row, fault) ?? [],
  );
}
