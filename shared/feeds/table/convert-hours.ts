import { endAfterStart } from '../../domain/time/slot.ts';
import type { HoursField } from './field.schema.ts';
import { rememberedCells } from './remembered-cells.ts';
import { firstCell, type ColumnAt, type Reader } from './table-row.ts';

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
export function convertHours(field: HoursField, at: ColumnAt): Reader<ReadHours> {
  switch (field.as) {
    case 'clock-range':
      return ofOneCell(firstCell(field.from, at));
    case 'clock-pair':
      return ofTwoCells(at(field.open), at(field.close), clockOf);
    case 'timestamps':
      return ofTwoCells(at(field.open), at(field.close), (text) => clockOfTimestamp(text, field.unknown));
    case 'milliseconds':
      return ofTwoCells(at(field.open), at(field.close), sinceMidnight);
  }
}

type End = number | 'empty' | 'unreadable';

function ofOneCell(textIn: Reader<string | undefined>): Reader<ReadHours> {
  const hoursOf = rememberedCells((text) => {
    const found = text.length > LONGEST_TEXT ? null : RANGE.exec(text);
    return found === null
      ? 'unreadable'
      : between(minutesOf(found[1], found[2]), minutesOf(found[3], found[4]));
  });
  return (row) => {
    const text = textIn(row);
    return text === undefined ? 'empty' : hoursOf(text);
  };
}

function ofTwoCells(open: number, close: number, read: (text: string) => End): Reader<ReadHours> {
  const endOf = rememberedCells(read);
  return ({ cells }) => {
    const [from, to] = [cells[open], cells[close]];
    return between(from === undefined ? 'empty' : endOf(from), to === undefined ? 'empty' : endOf(to));
  };
}

function between(from: End, to: End): ReadHours {
  if (from === 'empty' || to === 'empty') return 'empty';
  if (from === 'unreadable' || to === 'unreadable') return 'unreadable';
  if (endAfterStart(from, to) !== to) return 'impossible';
  if (from < EARLIEST_MINUTES || to - from > LONGEST_MINUTES) return 'placeholder';
  return { from, to };
}

function clockOf(text: string): End {
  const found = text.length > LONGEST_TEXT ? null : ONE.exec(text);
  return found === null ? 'unreadable' : minutesOf(found[1], found[2]);
}

/** The clock time of `2018-02-06 18:30:00.0` as it is written there; one that stands for "not known" is empty. */
function clockOfTimestamp(text: string, unknown: readonly string[]): End {
  const [, hours = '', minutes = ''] = /^\d{4}-\d{2}-\d{2}[T ](\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === '') return 'unreadable';
  return unknown.includes(`${hours}:${minutes}`) ? 'empty' : minutesOf(hours, minutes);
}

function minutesOf(hours: string | undefined, minutes: string | undefined): End {
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return total <= 1440 && Number(minutes ?? 0) < 60 ? total : 'unreadable';
}

function sinceMidnight(text: string): End {
  const minutes = /^\d{1,8}$/.test(text) ? Number(text) / MILLISECONDS_PER_MINUTE : Number.NaN;
  return Number.isInteger(minutes) && minutes <= 1440 ? minutes : 'unreadable';
}
