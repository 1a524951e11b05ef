import { endAfterStart } from '../../domain/time/slot.ts';
import type { HoursField } from './field.schema.ts';
import { cell, type TableRow } from './table-row.ts';

/** Opening hours of one day in minutes since midnight, or why there are none. */
export type ReadHours =
  { readonly from: number; readonly to: number } | 'empty' | 'unreadable' | 'impossible' | 'placeholder';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Nothing opens or begins before 04:00 or lasts more than 17 hours; such times say "at any time". */
const EARLIEST_MINUTES = 4 * 60;
const LONGEST_MINUTES = 17 * 60;

/** Hours are short; a longer text is looked at by no pattern, as blanks in thousands would cost hours. */
const LONGEST_TEXT = 100;

const CLOCK = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const RANGE = new RegExp(
  String.raw`^(?:von\s+)?${CLOCK}\s*(?:uhr)?\s*(?:-|–|—|bis)\s*${CLOCK}\s*(?:uhr)?$`,
  'iu',
);
const ONE = new RegExp(String.raw`^${CLOCK}(?::00)?\s*(?:uhr)?$`, 'iu');

/**
 * Reads the hours of one day: `07:00-17.00`, `7 - 16 Uhr`, `von 08.00 bis 15.00 Uhr`, or two cells. Milliseconds are counted
 * from local midnight. An end that is not later is impossible for a day of childcare; `01:00-23:00` says no hours at all.
 */
export function convertHours(field: HoursField, row: TableRow): ReadHours {
  const [from, to] = bothEnds(field, row);
  if (from === 'empty' || to === 'empty') return 'empty';
  if (from === 'unreadable' || to === 'unreadable') return 'unreadable';
  if (endAfterStart(from, to) !== to) return 'impossible';
  if (from < EARLIEST_MINUTES || to - from > LONGEST_MINUTES) return 'placeholder';
  return { from, to };
}

type End = number | 'empty' | 'unreadable';

function bothEnds(field: HoursField, row: TableRow): readonly [End, End] {
  switch (field.as) {
    case 'clock-range': {
      const text = field.from.map((column) => cell(row, column)).find((found) => found !== undefined);
      if (text === undefined) return ['empty', 'empty'];
      const found = text.length > LONGEST_TEXT ? null : RANGE.exec(text);
      if (found === null) return ['unreadable', 'unreadable'];
      return [minutesOf(found[1], found[2]), minutesOf(found[3], found[4])];
    }
    case 'clock-pair':
      return [clockOf(cell(row, field.open)), clockOf(cell(row, field.close))];
    case 'timestamps':
      return [
        clockOfTimestamp(cell(row, field.open), field.unknown),
        clockOfTimestamp(cell(row, field.close), field.unknown),
      ];
    case 'milliseconds':
      return [sinceMidnight(cell(row, field.open)), sinceMidnight(cell(row, field.close))];
  }
}

function clockOf(text: string | undefined): End {
  if (text === undefined) return 'empty';
  const found = text.length > LONGEST_TEXT ? null : ONE.exec(text);
  return found === null ? 'unreadable' : minutesOf(found[1], found[2]);
}

/** The clock time of `2018-02-06 18:30:00.0` as it is written there; one that stands for "not known" is empty. */
function clockOfTimestamp(text: string | undefined, unknown: readonly string[]): End {
  if (text === undefined) return 'empty';
  const [, hours = '', minutes = ''] = /^\d{4}-\d{2}-\d{2}[T ](\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === '') return 'unreadable';
  return unknown.includes(`${hours}:${minutes}`) ? 'empty' : minutesOf(hours, minutes);
}

function minutesOf(hours: string | undefined, minutes: string | undefined): End {
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return total <= 1440 && Number(minutes ?? 0) < 60 ? total : 'unreadable';
}

function sinceMidnight(text: string | undefined): End {
  if (text === undefined) return 'empty';
  const minutes = /^\d{1,8}$/.test(text) ? Number(text) / MILLISECONDS_PER_MINUTE : Number.NaN;
  return Number.isInteger(minutes) && minutes <= 1440 ? minutes : 'unreadable';
}
