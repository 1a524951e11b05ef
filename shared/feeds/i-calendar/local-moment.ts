import type { Minutes } from '../../domain/time/clock-time.ts';
import { localDateFromDays, localDateOf, type LocalDate } from '../../domain/time/local-date.ts';

/** A moment on German clocks. */
export type LocalMoment = { readonly date: LocalDate; readonly minutes: Minutes };

const GERMANY = 'Europe/Berlin';
const MINUTES_PER_DAY = 1440;
const MILLISECONDS_PER_MINUTE = 60_000;
/** Names of zones whose clocks always show German time: those of Windows, and neighbours since 1996. */
const GERMAN_ZONES =
  /^(?:.*\/)?(?:Europe\/(?:Berlin|Busingen|Vienna|Zurich|Paris|Amsterdam|Brussels|Luxembourg|Copenhagen|Rome|Madrid|Prague|Warsaw)|CET|MEZ)$|^(?:W\. Europe|Central Europe|Romance|Central European) Standard Time$/i;

/** How a zone's wall-clock time becomes German: not at all, from UTC, from another zone, or nobody knows. */
export type ZoneKind = 'german' | 'other' | 'unknown';

/** Tells a zone by its name; empty is floating time, which is read as local. */
export function zoneKind(zone: string): ZoneKind {
  if (zone === '' || GERMAN_ZONES.test(zone)) return 'german';
  try {
    formatOf(zone);
    return 'other';
  } catch {
    return 'unknown';
  }
}

/** The moment on German clocks at which clocks of another zone show the given time. A time that the zone skips is the one after. */
export function inGermany(moment: LocalMoment, zone: string): LocalMoment {
  const shown = moment.date * MINUTES_PER_DAY + moment.minutes;
  // The offset at the moment itself, found from the one at about that time.
  const guess = shown - offsetAt(zone, shown);
  const instant = shown - offsetAt(zone, guess);
  const local = instant + offsetAt(GERMANY, instant);
  const days = Math.floor(local / MINUTES_PER_DAY);
  return { date: localDateFromDays(days), minutes: local - days * MINUTES_PER_DAY };
}

/** Minutes by which a zone is ahead of UTC at a moment, given in minutes since 1970. */
function offsetAt(zone: string, instantMinutes: number): number {
  const parts = formatOf(zone).formatToParts(instantMinutes * MILLISECONDS_PER_MINUTE);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value ?? 0);
  const date = localDateOf(part('year'), part('month'), part('day'));
  return date * MINUTES_PER_DAY + part('hour') * 60 + part('minute') - instantMinutes;
}

/** One for each zone, as making one takes long; there are some 600 zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  FORMATS.set(timeZone, format);
  return format;
}
