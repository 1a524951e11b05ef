import type { Minutes } from '../domain/time/clock-time.ts';
import { parseClockTime } from '../domain/time/clock-time.ts';

const TIME = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
/** German local time in winter and summer: said beside a time of the day, they change nothing. */
const GERMAN_OFFSETS = new Set(['+01', '+02', '+0100', '+0200']);

/**
 * A time of the day as `9:00`, `09:00:00` or `09:00+01:00`, in minutes since midnight. `other-zone`: it is given in UTC or in
 * the time of another country, which no slot of the whole year can follow over the changes of the clock.
 */
export function readWallClock(
  text: string | null | undefined,
): Minutes | 'empty' | 'unreadable' | 'other-zone' {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return 'empty';
  const [, hours = '', minutes = '', zone] = TIME.exec(trimmed) ?? [];
  const read = parseClockTime(`${hours.padStart(2, '0')}:${minutes}`);
  if (read === undefined) return 'unreadable';
  return zone === undefined || GERMAN_OFFSETS.has(zone.replace(':', '')) ? read : 'other-zone';
}
