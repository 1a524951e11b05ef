import { MINUTES_PER_DAY, parseClockTime } from '../../domain/time/clock-time.ts';
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import { endAfterStart } from '../../domain/time/slot.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import type { VhsAddress, VhsSession } from './record.schema.ts';

/** One date and time of a course with every address listed for it; minutes since midnight, `to` may run past it. */
export type ListedSession = {
  readonly date: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly addresses: readonly VhsAddress[];
};

/** What the parallel lists of a record say. `untimed`: dates that are known without a time that can be believed. */
export type SessionList = {
  readonly sessions: readonly ListedSession[];
  readonly untimed: readonly LocalDate[];
  /** A session was left out or has no time. */
  readonly isComplete: boolean;
  /** Every address of the record, also of sessions that were left out; empty when the lists do not fit each other. */
  readonly addresses: readonly VhsAddress[];
  readonly notices: readonly Notice[];
};

/** Longer than any course day: an "any time" entry such as 01:00-23:00, never a session. */
const LONGEST_SESSION_MINUTES = 14 * 60;

/**
 * Sessions of a course by date and time, each once: the same time listed for two rooms is one session with two addresses.
 * Placeholder times (00:00-01:00, or more than 14 hours) and broken ones are no times. `anzahl_termine` counts teaching
 * units and is not looked at.
 */
export function readSessions(
  lists: { readonly adresse: readonly VhsAddress[]; readonly termin: readonly VhsSession[] },
  record: RecordPlace,
): SessionList {
  const { adresse, termin } = lists;
  const isParallel = adresse.length === termin.length;
  const byTime = new Map<string, { date: LocalDate; from: number; to: number; addresses: VhsAddress[] }>();
  const untimed: LocalDate[] = [];
  let [repeated, placeholders, invalid] = [0, 0, 0];
  termin.forEach((entry, index) => {
    const time = readTime(entry);
    if (time.from === undefined) {
      if (time.isPlaceholder) placeholders += 1;
      else invalid += 1;
      if (time.date !== undefined) untimed.push(time.date);
    } else {
      const key = `${time.date} ${time.from} ${time.to}`;
      const seen = byTime.get(key);
      const address = isParallel ? adresse[index] : undefined;
      if (seen) repeated += 1;
      if (seen && address) seen.addresses.push(address);
      if (!seen) byTime.set(key, { ...time, addresses: address ? [address] : [] });
    }
  });
  const times = (count: number) => `${String(count)} of ${String(termin.length)}`;
  return {
    sessions: [...byTime.values()].toSorted((one, other) => one.date - other.date || one.from - other.from),
    untimed,
    isComplete: placeholders + invalid === 0 && termin.length > 0,
    addresses: isParallel || isOneAddress(adresse) ? adresse : [],
    notices: [
      ...(termin.length === 0 ? [noticeOf('sessions-not-stated', { record, field: 'ortetermine' })] : []),
      ...(isParallel || termin.length === 0
        ? []
        : [noticeOf('session-lists-differ', { record, field: 'ortetermine' })]),
      ...(repeated > 0
        ? [noticeOf('session-repeated', { record, field: 'termin', value: times(repeated) })]
        : []),
      ...(placeholders > 0
        ? [noticeOf('session-placeholder', { record, field: 'termin', value: times(placeholders) })]
        : []),
      ...(invalid > 0
        ? [noticeOf('session-invalid', { record, field: 'termin', value: times(invalid) })]
        : []),
    ],
  };
}

function isOneAddress(addresses: readonly VhsAddress[]): boolean {
  return new Set(addresses.map((address) => JSON.stringify(address))).size === 1;
}

type Time =
  | { readonly date: LocalDate; readonly from: number; readonly to: number }
  | { readonly date: LocalDate | undefined; readonly from: undefined; readonly isPlaceholder: boolean };

function readTime(entry: VhsSession): Time {
  const date = parseLocalDate(entry.beginn_datum?.trim() ?? '');
  const from = wallClock(entry.beginn_uhrzeit);
  const to = wallClock(entry.ende_uhrzeit);
  const end = from === undefined || to === undefined ? undefined : endAfterStart(from, to);
  if (date === undefined || from === undefined || end === undefined || from >= MINUTES_PER_DAY)
    return { date, from: undefined, isPlaceholder: false };
  const isPlaceholder = (from === 0 && end <= 60) || end - from > LONGEST_SESSION_MINUTES;
  return isPlaceholder ? { date, from: undefined, isPlaceholder } : { date, from, to: end };
}

/** `18:15`, `18:15:00` and `18:15:00+02:00` are the same wall-clock time; the offset of a local time says nothing new. */
function wallClock(text: string | null | undefined): number | undefined {
  return parseClockTime(/^\s*(\d{2}:\d{2})(?::\d{2})?(?:[+-]\d{2}:\d{2}|Z)?\s*$/.exec(text ?? '')?.[1] ?? '');
}
