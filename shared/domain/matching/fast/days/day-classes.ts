import type { Child, Situation } from '../../../situation/situation.ts';
import { addDays, localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { careEndsForSchool, possibleMonthsOn } from '../../care/child-age.ts';
import { needsCareOn } from '../../care/needs-care.ts';
import type { Frame } from '../../frame.ts';
import { groupingOf, type DayGrouping } from './day-grouping.ts';
import { sessionTimes, type SessionTimes } from '../sessions/session-times.ts';

/**
 * Dates on which the same session has the same consequences for a family: the same weekday, public holidays, entries in
 * force and ages. `date` stands for all of them. `isFine`: the days around it are alike too; otherwise only the date itself
 * may be looked at. `onSite` and `online`: bits of the children that need care during such a session.
 */
export type DayClass = {
  readonly date: LocalDate;
  readonly plain: boolean;
  readonly isFine: boolean;
  readonly onSite: number;
  readonly online: number;
};

/** Numbers of classes are below this. */
export const MOST_CLASSES = 4096;

/** Every date of a request by its class: coarse, by the date alone, which most sessions hang on; fine, with the days around it. */
export type DayClasses = {
  readonly classes: readonly DayClass[];
  /** When sessions are held on the days of classes. */
  readonly times: SessionTimes;
  readonly coarse: DayGrouping;
  readonly fine: () => DayGrouping;
};

/** A session's consequences reach so many days to either side: the night before it and the one after. */
const REACH_DAYS = 2;
const OLDEST_MONTHS = 18 * 12;

/** The classes of one request. */
export function dayClassesOf(frame: Frame): DayClasses {
  const turns = turnsOf(frame);
  const classes: DayClass[] = [];

  const concerned: Concerned[] = [];

  /** Ages pass no bound between two turns. */
  function concernedOn(date: LocalDate): Concerned {
    let era = 0;
    for (const turn of turns) if (turn <= date) era += 1;
    return (concerned[era] ??= concernedBySessions(frame, date));
  }

  function add(date: LocalDate, plain: boolean, isFine: boolean): number {
    classes.push({ date, plain, isFine, ...concernedOn(date) });
    return classes.length - 1;
  }

  let fine: DayGrouping | undefined;
  return {
    classes,
    times: sessionTimes(),
    coarse: groupingOf(frame, turns, 0, (date, plain) => add(date, plain, false)),
    fine: () => (fine ??= groupingOf(frame, turns, REACH_DAYS, (date, plain) => add(date, plain, true))),
  };
}

type Concerned = Pick<DayClass, 'onSite' | 'online'>;

function concernedBySessions({ situation, today }: Frame, date: LocalDate): Concerned {
  const concerned = (online: boolean): number =>
    situation.children.reduce(
      (mask, child, index) => mask | (needsCareOn(child, date, { online }, today) ? 1 << index : 0),
      0,
    );
  return { onSite: concerned(false), online: concerned(true) };
}

/** The first dates on which something about a child's care or age is otherwise than the day before, ascending. */
function turnsOf({ situation, region, today }: Frame): readonly LocalDate[] {
  const turns = situation.children.flatMap((child) => [
    ...entryTurns(child),
    ...ageTurns(child, today),
    ...dayAfter(careEndsForSchool(child, region, today)),
  ]);
  return [...new Set(turns)].sort((one, other) => one - other);
}

function entryTurns({ care = [] }: Situation['children'][number]): readonly LocalDate[] {
  return care.flatMap(({ from, until }) => [...(from === undefined ? [] : [from]), ...dayAfter(until)]);
}

function dayAfter(date: LocalDate | undefined): readonly LocalDate[] {
  return date === undefined ? [] : [addDays(date, 1)];
}

/** The days on which a child is born, turns 10 or 12, by the least and by the most months it may have. */
function ageTurns(child: Child, today: LocalDate): readonly LocalDate[] {
  if (possibleMonthsOn(child, today, today) === undefined) return [];
  const borders = [0, 10 * 12, 12 * 12];
  return borders.flatMap((months) => [
    firstDate(today, (date) => (possibleMonthsOn(child, date, today)?.least ?? 0) >= months),
    firstDate(today, (date) => (possibleMonthsOn(child, date, today)?.most ?? 0) >= months),
  ]);
}

/** The first date within a lifetime on which something that then stays so is true. */
function firstDate(today: LocalDate, isTrue: (date: LocalDate) => boolean): LocalDate {
  let [before, at] = [today - OLDEST_MONTHS * 31, today + OLDEST_MONTHS * 31];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (isTrue(localDateFromDays(middle))) at = middle;
    else before = middle;
  }
  return localDateFromDays(at);
}
