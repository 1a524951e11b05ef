import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { growingTable, nextRow, type GrowingTable } from './growing-table.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrenceShape, type OccurrenceColumns } from './segment-shapes.ts';
import { OCCURRENCE_FLAG } from './segment.ts';

/** The occurrences of a segment while they are collected, and the words of their weeks. */
export type OccurrenceTables = {
  readonly occurrences: GrowingTable<OccurrenceColumns>;
  readonly weeks: GrowingTable<ReturnType<typeof weekShape>>;
};

function weekShape(make: ColumnMakers<ColumnKinds>) {
  return { bits: make.u32() };
}

/** No occurrences yet. */
export function occurrenceTables(): OccurrenceTables {
  return { occurrences: growingTable<OccurrenceColumns>(occurrenceShape), weeks: growingTable(weekShape) };
}

/** Adds an occurrence with its weeks. */
export function addOccurrence({ occurrences, weeks }: OccurrenceTables, added: Occurrence): void {
  const row = nextRow(occurrences);
  const { columns } = occurrences;
  columns.weekday[row] = added.weekday;
  columns.from[row] = added.from;
  columns.to[row] = added.to;
  columns.place[row] = added.place;
  columns.flags[row] =
    (added.core ? OCCURRENCE_FLAG.core : 0) |
    (added.kind === 'plain' ? OCCURRENCE_FLAG.plain : 0) |
    (added.kind === 'window' ? OCCURRENCE_FLAG.window : 0);
  columns.firstWeek[row] = addWeeks(weeks, added.weeks);
  columns.weeksFrom[row + 1] = weeks.length;
}

const WEEKS_PER_WORD = 32;

/** Adds the words of ascending weeks; the week of bit 0 of the first. */
function addWeeks(words: OccurrenceTables['weeks'], weeks: readonly number[]): number {
  const first = Math.floor((weeks[0] ?? 0) / WEEKS_PER_WORD) * WEEKS_PER_WORD;
  const begin = words.length;
  for (const week of weeks) {
    const word = begin + ((week - first) >> 5);
    while (words.length <= word) nextRow(words);
    const { bits } = words.columns;
    bits[word] = (bits[word] ?? 0) | (1 << ((week - first) & 31));
  }
  return first;
}
