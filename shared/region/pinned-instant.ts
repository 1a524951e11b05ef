import type { PinnedInstant } from '../domain/place/region-profile.ts';
import { parseLocalDate } from '../domain/time/local-date.ts';

const TEXT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})[+-]\d{2}:\d{2}$/;

const germanWallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * Reads `2025-03-24T06:00:00+01:00`; `undefined` for another form, for a time that is none, and for an offset that is not
 * in force in Germany then (so that the written day is the day there).
 */
export function parsePinnedInstant(text: string): PinnedInstant | undefined {
  const parts = TEXT.exec(text);
  const [, day = '', time = ''] = parts ?? [];
  const date = parseLocalDate(day);
  const instant = Date.parse(text);
  if (date === undefined || Number.isNaN(instant)) return undefined;
  return germanWallClock.format(instant) === `${day} ${time}` ? { text, instant, date } : undefined;
}
