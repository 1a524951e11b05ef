import type { LocalDate } from '../domain/time/local-date.ts';
import { WEEKDAY_NAMES, WORKDAYS, type Weekday } from '../domain/time/weekday.ts';
import type { Messages } from './messages.ts';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
const CENTS = 100;
const MILLISECONDS_PER_DAY = 86_400_000;

/** `Montag, 7. April 2025`. */
export function dateInWords({ dates }: Messages, date: LocalDate): string {
  return dates.format(date * MILLISECONDS_PER_DAY);
}

/** `2025-04-07` as `Montag, 7. April 2025`. */
export function dateTextInWords({ dates }: Messages, text: string): string {
  return dates.format(Date.parse(`${text}T00:00:00Z`));
}

/** Minutes of a day as `8:30`; the end of the day is 24:00, what is later is a time of the next day. */
function clock(minutes: number): string {
  const within = minutes > MINUTES_PER_DAY ? minutes - MINUTES_PER_DAY : minutes;
  return `${Math.floor(within / MINUTES_PER_HOUR)}:${String(within % MINUTES_PER_HOUR).padStart(2, '0')}`;
}

/** `8:30 Uhr`. */
export function timeInWords({ say }: Messages, minutes: number): string {
  return say('time', { time: clock(minutes) });
}

/** `14:30 bis 15:10 Uhr`, or `von 14:30 bis 15:10 Uhr` inside a sentence. */
export function spanInWords(
  { say }: Messages,
  { from, to }: { readonly from: number; readonly to: number },
  form: 'span' | 'from-to',
): string {
  return say(form, { from: clock(from), to: clock(to) });
}

/** `40 Minuten`, `2 Stunden`, `1 Stunde 20 Minuten`. */
export function durationInWords({ say }: Messages, minutes: number): string {
  const rest = minutes % MINUTES_PER_HOUR;
  const hours = say('duration.hours', { hours: Math.floor(minutes / MINUTES_PER_HOUR) });
  if (minutes >= MINUTES_PER_HOUR && rest === 0) return hours;
  const left = say('duration.minutes', { minutes: rest });
  return minutes < MINUTES_PER_HOUR ? left : say('duration.both', { hours, minutes: left });
}

/** `150 Euro`, `149,50 Euro`. */
export function moneyInWords({ say, amounts }: Messages, cents: number): string {
  const format = cents % CENTS === 0 ? amounts.whole : amounts.cents;
  return say('money', { amount: format.format(cents / CENTS) });
}

/** `Kind 1 und Kind 2`, from indexes of children. */
export function childrenInWords({ say, lists }: Messages, children: readonly number[]): string {
  return lists.and.format(children.map((index) => say('child', { number: String(index + 1) })));
}

/** `Montag und Mittwoch`, `Montag bis Freitag`. */
export function daysInWords(messages: Messages, days: readonly Weekday[]): string {
  const { say, lists } = messages;
  if (areWorkdays(days)) return say('days.workdays');
  return lists.and.format(days.map((day) => say(`weekday.${WEEKDAY_NAMES[day]}`)));
}

/** `am Montag und Mittwoch`, `von Montag bis Freitag`. */
export function onDaysInWords(messages: Messages, days: readonly Weekday[]): string {
  const { say } = messages;
  return areWorkdays(days) ? say('on-days.workdays') : say('on-days', { days: daysInWords(messages, days) });
}

function areWorkdays(days: readonly Weekday[]): boolean {
  return days.length === WORKDAYS.length && WORKDAYS.every((day) => days.includes(day));
}
