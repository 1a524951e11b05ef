import { NO_DATE } from '../../match-index/segment.ts';
import { dateIn } from '../../match-index/week-number.ts';
import { bitsIn } from '../days/cells.ts';
import type { DayClasses } from '../days/day-classes.ts';
import { firstDateIn } from './held-weeks.ts';
import { SESSION_FLAG, sessionsAt, type HeldSessions, type SessionRows } from './session-rows.ts';

export type { HeldSessions } from './session-rows.ts';

/** What is held of one schedule in one request: rows from `begin` to before `end`. */
export class Held {
  /** NO_DATE when no date is known. */
  readonly first: number;
  /** The first date that stands for sessions of any week; NO_DATE when there are none. */
  readonly firstPlain: number;
  readonly isOneADay: boolean;
  readonly hasCore: boolean;
  /** Bits of the children that need care during at least one session, on site and online. */
  readonly onSite: number;
  readonly online: number;
  readonly rows: SessionRows;
  readonly begin: number;
  readonly end: number;
  private objects: readonly HeldSessions[] | undefined;

  constructor(
    { classes }: Pick<DayClasses, 'classes'>,
    rows: SessionRows,
    begin: number,
    end: number,
    first: number,
    isOneADay: boolean,
  ) {
    let [flags, onSite, online, firstPlain] = [0, 0, 0, NO_DATE];
    for (let row = begin; row < end; row += 1) {
      const day = classes[rows.day[row] ?? 0];
      if (day === undefined) throw new RangeError('no such class of days');
      flags |= rows.flags[row] ?? 0;
      onSite |= day.onSite;
      online |= day.online;
      if (day.plain && day.date < firstPlain) firstPlain = day.date;
    }
    this.first = first;
    this.firstPlain = firstPlain;
    this.isOneADay = isOneADay;
    this.hasCore = (flags & SESSION_FLAG.core) !== 0;
    this.onSite = onSite;
    this.online = online;
    this.rows = rows;
    this.begin = begin;
    this.end = end;
    this.objects = undefined;
  }

  /** The same as objects, made when they are first asked for: most are not. */
  get sessions(): readonly HeldSessions[] {
    const { rows, begin, end } = this;
    return (this.objects ??= Array.from({ length: end - begin }, (_none, at) =>
      sessionsAt(rows, begin + at),
    ));
  }
}

/** The first date that stands for some sessions of any week; NO_DATE when there are none. */
export function firstOfPlain(
  { classes }: Pick<DayClasses, 'classes'>,
  sessions: readonly HeldSessions[],
): number {
  let first = NO_DATE;
  for (const { day, isPlain } of sessions) {
    if (isPlain) first = Math.min(first, classes[day]?.date ?? NO_DATE);
  }
  return first;
}

/** The first date on which they are held. */
export function firstDate({ firstWeek, words, weekday }: HeldSessions): number {
  return firstDateIn({ firstWeek, words, begin: 0, end: words.length }, weekday);
}

/** The last date on which they are held. */
export function lastDate({ firstWeek, words, weekday }: HeldSessions): number {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? 0;
    if (word !== 0) return dateIn(firstWeek + at * 32 + 31 - Math.clz32(word), weekday);
  }
  return NO_DATE;
}

function lowestBit(word: number): number {
  return word & -word;
}

/** On how many dates they are held; those of any week count as one. */
export function datesIn({ isPlain, words }: HeldSessions): number {
  if (isPlain) return 1;
  let dates = 0;
  for (const word of words) dates += bitsIn(word);
  return dates;
}

/** Calls with the number of each week in which they are held. */
export function forEachWeek({ firstWeek, words }: HeldSessions, visit: (week: number) => void): void {
  for (let at = 0; at < words.length; at += 1) {
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      visit(firstWeek + at * 32 + 31 - Math.clz32(lowestBit(rest)));
    }
  }
}
