import { GERMAN_LEVELS, type GermanLevel } from '../../domain/offer/german-level.ts';
import { parseClockTime } from '../../domain/time/clock-time.ts';
import { endAfterStart, type Slot } from '../../domain/time/slot.ts';
import type { MissingPart } from '../../domain/time/timetable.ts';
import { readWeekdays } from '../read-weekdays.ts';
import { GERMAN_WORDS, MISSING_WORDS, NO_MISSING, type Column } from './columns.ts';
import type { Fault } from './faults.ts';

type Report = (fault: Fault) => void;

/** Days, from and to of a row; nothing where all three are empty. An end after midnight is a fault: nobody means it here. */
export function readSlot(
  [days, from, to]: readonly [Column, Column, Column],
  cell: (column: Column) => string | undefined,
  row: number,
  fault: Report,
): Slot | undefined {
  const texts = [cell(days), cell(from), cell(to)] as const;
  if (texts.every((text) => text === undefined)) return undefined;
  const absent = ([days, from, to] as const).find((_, index) => texts[index] === undefined);
  if (absent !== undefined) {
    fault({ code: 'slot-incomplete', row, column: absent });
    return undefined;
  }
  const named = readWeekdays(texts[0] ?? '');
  if (named === undefined) fault({ code: 'days-unreadable', row, column: days });
  const [opens, closes] = [clockOf(texts[1]), clockOf(texts[2])];
  if (opens === undefined) fault({ code: 'time-unreadable', row, column: from });
  if (closes === undefined) fault({ code: 'time-unreadable', row, column: to });
  if (named === undefined || opens === undefined || closes === undefined) return undefined;
  if (endAfterStart(opens, closes) !== closes) {
    fault({ code: 'end-before-start', row, column: to });
    return undefined;
  }
  return { days: named, from: opens, to: closes };
}

/** `8:30`, `08.30`, `8`, `08:30 Uhr`, `08:30:00`. */
function clockOf(text: string | undefined): number | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2})(?::00)?)?(?:\s*Uhr)?$/iu.exec(text ?? '');
  const [, hours = '', minutes = '00'] = parts ?? [];
  return hours === '' ? undefined : parseClockTime(`${hours.padStart(2, '0')}:${minutes}`);
}

/** Parts without times; `undefined` where nothing is said of them. */
export function readMissing(
  text: string | undefined,
  row: number,
  fault: Report,
): readonly MissingPart[] | undefined {
  if (text === undefined) return undefined;
  if (text.toLowerCase() === NO_MISSING) return [];
  const words = new Map<string, MissingPart>(
    Object.entries(MISSING_WORDS).map(([word, part]) => [word.toLowerCase(), part]),
  );
  const parts = text.split(/[,;]/u).map((part) => words.get(part.trim().toLowerCase()));
  if (parts.includes(undefined)) fault({ code: 'missing-unknown', row, column: 'missing' });
  return [...new Set(parts.filter((part) => part !== undefined))];
}

/** The German needed at the start. */
export function readGerman(text: string | undefined, row: number, fault: Report): GermanLevel | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  if (word === GERMAN_WORDS.none) return 'none';
  if (word === GERMAN_WORDS.native.toLowerCase()) return 'native';
  const level = GERMAN_LEVELS.find((known) => /^[ABC]/u.test(known) && known === text.toUpperCase());
  if (level === undefined) fault({ code: 'german-unknown', row, column: 'german' });
  return level;
}
