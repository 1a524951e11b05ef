import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const POINTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const GERMAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** `17.1.2027`, `17.01.2027`, `2027-01-17`, or a timestamp that begins like the last; with `written` also `17/1/2027`. */
export function writtenDay(text: string, written: 'd/m/yyyy' | undefined): LocalDate | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return parseLocalDate(iso[1] ?? '');
  const parts = (written === 'd/m/yyyy' ? SLASHED : POINTED).exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Milliseconds since 1970 as text, to the day they fall on in Germany. */
export function dayOfEpoch(text: string): LocalDate | undefined {
  if (!/^-?\d{1,14}$/.test(text)) return undefined;
  return parseLocalDate(GERMAN_DAY.format(Number(text)));
}
