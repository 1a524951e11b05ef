import { addDays, type LocalDate } from './local-date.ts';
import type { Minutes } from './clock-time.ts';
import type { Timetable, WeeklySlot } from './timetable.ts';
import { mondayOnOrAfter, weekdayOf } from './weekday.ts';

/**
 * One session as held; it belongs to `date`, the day it starts on, and ends after midnight when `to` is above 1,440.
 * `plain`: it stands for any week, so holidays do not apply to it.
 */
export type Session = {
  readonly date: LocalDate;
  readonly from: Minutes;
  readonly to: Minutes;
  readonly place?: number;
  readonly online?: boolean;
  readonly core: boolean;
  readonly plain: boolean;
};

/** The sessions of an offer for one entry date, ascending by date and start. `first` is `null` when no date is known. */
export type Schedule = {
  readonly sessions: readonly Session[];
  readonly first: LocalDate | null;
  readonly endNotKnown: boolean;
};

/** What the sessions depend on beside the timetable. `from`: where the person's window begins. */
export type ScheduleFrame = {
  readonly rolling: boolean;
  readonly today: LocalDate;
  readonly from: LocalDate;
  readonly publicHolidays: ReadonlySet<LocalDate>;
};

const DAYS_WHEN_END_NOT_KNOWN = 28;

/** The sessions of a timetable by section 1 of the matching page; an unknown timetable has none. */
export function scheduleOf(timetable: Timetable, frame: ScheduleFrame): Schedule {
  const entry = frame.rolling ? latest(frame.today, frame.from, timetable.first) : undefined;
  const dated = timetable.dated
    .filter((session) => entry === undefined || session.date >= entry)
    .map((session) => ({ ...session, core: false, plain: false }));
  const sessions = mergeTouching([...weeklySessions(timetable, frame, entry), ...dated], namesTheSame);
  const held = sessions.find((session) => !session.plain);
  return {
    sessions,
    first: held?.date ?? (timetable.first === undefined ? null : (entry ?? timetable.first)),
    endNotKnown: isEndNotKnown(timetable),
  };
}

/** Whether weekly slots begin on a known day and go on nobody knows how long. */
export function isEndNotKnown({ weekly, first, last }: Timetable): boolean {
  return weekly.length > 0 && first !== undefined && last === undefined;
}

function latest(today: LocalDate, from: LocalDate, first: LocalDate | undefined): LocalDate {
  const later = from > today ? from : today;
  return first !== undefined && first > later ? first : later;
}

function weeklySessions(
  timetable: Timetable,
  frame: ScheduleFrame,
  entry: LocalDate | undefined,
): readonly Session[] {
  if (timetable.first === undefined) {
    const monday = mondayOnOrAfter(frame.from);
    return datesFrom(monday, addDays(monday, 6)).flatMap((date) => slotsOn(timetable.weekly, date, true));
  }
  const first = entry ?? timetable.first;
  const last = timetable.last ?? addDays(first, DAYS_WHEN_END_NOT_KNOWN - 1);
  const except = new Set(timetable.except);
  return datesFrom(first, last)
    .filter((date) => !except.has(date) && !frame.publicHolidays.has(date))
    .flatMap((date) => slotsOn(timetable.weekly, date, false));
}

function datesFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function slotsOn(weekly: readonly WeeklySlot[], date: LocalDate, plain: boolean): readonly Session[] {
  const day = weekdayOf(date);
  return weekly
    .filter((slot) => slot.days.includes(day))
    .map((slot) => ({
      date,
      from: slot.from,
      to: slot.to,
      ...(slot.place === undefined ? {} : { place: slot.place }),
      ...(slot.online === undefined ? {} : { online: slot.online }),
      core: slot.core ?? false,
      plain,
    }));
}

/**
 * Sessions of one day that overlap or touch and are of one kind, by what the caller knows of places, become one; equal ones
 * vanish with that. Ascending by date and start.
 */
export function mergeTouching<Held extends Session>(
  sessions: readonly Held[],
  isSameKind: (one: Held, other: Held) => boolean,
): readonly Held[] {
  const merged: Held[] = [];
  for (const next of [...sessions].sort((one, other) => one.date - other.date || one.from - other.from)) {
    let at = merged.length - 1;
    let last = merged[at];
    while (last?.date === next.date && !(joins(last, next) && isSameKind(last, next)))
      last = merged[(at -= 1)];
    if (last?.date !== next.date) merged.push(next);
    else merged[at] = { ...last, to: Math.max(last.to, next.to), core: last.core || next.core };
  }
  return merged;
}

/** Whether a session that begins no earlier overlaps or touches one of the same day. */
function joins(one: Session, later: Session): boolean {
  return one.plain === later.plain && later.from <= one.to;
}

function namesTheSame(one: Session, other: Session): boolean {
  return one.place === other.place && one.online === other.online;
}
