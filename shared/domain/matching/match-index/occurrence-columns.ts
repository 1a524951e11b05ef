import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { addNumber, distinctRows, endRow, type DistinctRows } from './distinct-rows.ts';
import { growingTable, nextRow, rowsBegun, type GrowingTable } from './growing-table.ts';
import type { Occurrence } from './occurrence.ts';
import {
  datesShape,
  occurrenceShape,
  stretchShape,
  type DatesColumns,
  type OccurrenceColumns,
  type StretchColumns,
} from './segment-shapes.ts';
import { OCCURRENCE_FLAG, type Segment } from './segment.ts';

/** The occurrences of a segment while they are collected, with their distinct dates and the words of their weeks, and their distinct minutes. */
export type OccurrenceTables = {
  readonly occurrences: GrowingTable<OccurrenceColumns>;
  readonly dates: GrowingTable<DatesColumns>;
  readonly distinctDates: DistinctRows;
  readonly words: GrowingTable<ReturnType<typeof wordShape>>;
  readonly stretches: GrowingTable<StretchColumns>;
  readonly distinctStretches: DistinctRows;
};

function wordShape(make: ColumnMakers<ColumnKinds>) {
  return { bits: make.u32() };
}

/** No occurrences yet. */
export function occurrenceTables(): OccurrenceTables {
  return {
    occurrences: growingTable<OccurrenceColumns>(occurrenceShape),
    dates: growingTable<DatesColumns>(datesShape),
    distinctDates: distinctRows(),
    words: growingTable(wordShape),
    stretches: growingTable<StretchColumns>(stretchShape),
    distinctStretches: distinctRows(),
  };
}

/** Adds an occurrence with its dates. */
export function addOccurrence(tables: OccurrenceTables, added: Occurrence): void {
  const row = nextRow(tables.occurrences);
  const { columns } = tables.occurrences;
  columns.dates[row] = datesRow(tables, added);
  columns.stretch[row] = stretchRow(tables, added);
  columns.place[row] = added.place;
  columns.flags[row] =
    (added.core ? OCCURRENCE_FLAG.core : 0) |
    (added.kind === 'plain' ? OCCURRENCE_FLAG.plain : 0) |
    (added.kind === 'window' ? OCCURRENCE_FLAG.window : 0);
}

/** The occurrences added. */
export function occurrencesAdded(
  tables: OccurrenceTables,
): Pick<Segment, 'occurrences' | 'dates' | 'weeks' | 'stretches'> {
  return {
    occurrences: rowsBegun(tables.occurrences),
    dates: rowsBegun(tables.dates),
    weeks: rowsBegun(tables.words).bits,
    stretches: rowsBegun(tables.stretches),
  };
}

function stretchRow({ stretches, distinctStretches }: OccurrenceTables, { from, to }: Occurrence): number {
  addNumber(distinctStretches, from);
  addNumber(distinctStretches, to);
  const row = endRow(distinctStretches);
  if (row < stretches.length) return row;
  nextRow(stretches);
  stretches.columns.from[row] = from;
  stretches.columns.to[row] = to;
  return row;
}

const WEEKS_PER_WORD = 32;

/** The row of a weekday in some weeks, which is added if it is new. */
function datesRow({ dates, distinctDates, words }: OccurrenceTables, { weekday, weeks }: Occurrence): number {
  const first = Math.floor((weeks[0] ?? 0) / WEEKS_PER_WORD) * WEEKS_PER_WORD;
  addNumber(distinctDates, weekday);
  addNumber(distinctDates, first);
  const ofWeeks = wordsOf(weeks, first);
  for (const word of ofWeeks) addNumber(distinctDates, word);
  const row = endRow(distinctDates);
  if (row < dates.length) return row;
  for (const word of ofWeeks) {
    const at = nextRow(words);
    words.columns.bits[at] = word;
  }
  nextRow(dates);
  dates.columns.weekday[row] = weekday;
  dates.columns.firstWeek[row] = first;
  dates.columns.wordsFrom[row + 1] = words.length;
  return row;
}

/** Ascending weeks as bits of words, bit 0 of the first being a week. */
function wordsOf(weeks: readonly number[], first: number): readonly number[] {
  const words: number[] = [];
  for (const week of weeks) {
    const word = (week - first) >> 5;
    while (words.length <= word) words.push(0);
    words[word] = (words[word] ?? 0) | (1 << ((week - first) & 31));
  }
  return words;
}
