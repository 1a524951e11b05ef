import { hasEntries } from '../../care/care-wanted.ts';
import type { Interval } from '../../../time/intervals.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { WORKDAYS } from '../../../time/weekday.ts';
import type { CareOfSessions } from '../care/care-answer.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { askedOnWorkdays, workdaySessions, type PartsOfJob } from '../care/parts-of-job.ts';
import { rowNumbers, START } from '../columns/row-numbers.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import { addGaps } from '../gaps/gaps.ts';
import { isTooLateFor, searchOf } from '../new-care/search.ts';
import type { Request } from '../request.ts';
import type { Family } from '../sessions/family.ts';
import { isWholeShut } from './left-gaps.ts';

/** The changes, as bits, after which there are certain not to be so many workdays on which a whole part leaves no gap that no place closes. */
export type WorkdaysShut = (job: PartsOfJob, part: Interval, days: number) => Uint32Array;

/**
 * Workdays after changes on which a part means the same and the same hours of places are open. `family`, `session`, `time`: one of them, its place among the
 * workdays and the part on it. `after`: the changes, as bits, for Monday, then those for Tuesday …
 */
type AlikeDays = {
  readonly family: Family;
  readonly session: number;
  readonly time: number;
  readonly after: Uint32Array;
};

/** Workdays after all changes of a request that are alike are looked at once, as long as it matters how they are. */
export function workdaysShutIn(stated: CareTerms, trials: readonly CareTerms[]): WorkdaysShut {
  const { request } = stated;
  const words = (trials.length + 31) >> 5;
  const alikeDays = new Map<DayGrouping, Map<number, readonly AlikeDays[]>>();

  function alikeDaysFor(job: PartsOfJob, part: Interval): readonly AlikeDays[] {
    const byPart = alikeDays.get(job.days) ?? new Map<number, readonly AlikeDays[]>();
    alikeDays.set(job.days, byPart);
    const known = byPart.get(part.from) ?? alikeAmong(stated, trials, job, part);
    byPart.set(part.from, known);
    return known;
  }

  return (job, part, days) => {
    const { care } = askedOnWorkdays(job, workdaySessions(request, job, part));
    const firstDays = firstDaysOf(request, job);
    const shut = new Uint32Array(words);
    const open = new Uint32Array(words * WORKDAYS.length).fill(-1);
    for (const alike of alikeDaysFor(job, part)) {
      const matters = alike.after.some((bits, at) => (bits & ~(shut[at % words] ?? 0)) !== 0);
      if (!matters || isOpen(stated, alike, care, firstDays)) continue;
      alike.after.forEach((bits, at) => {
        open[at] = (open[at] ?? 0) & ~bits;
      });
      for (let word = 0; word < words; word += 1) shut[word] = ~afterAtLeast(open, word, words, days);
    }
    return shut;
  };
}

/** Those of a word of changes after which so many workdays or more may be open. */
function afterAtLeast(open: Uint32Array, word: number, words: number, days: number): number {
  const atLeast = new Int32Array(days + 1);
  atLeast[0] = -1;
  for (let at = word; at < open.length; at += words) {
    for (let count = days; count > 0; count -= 1) {
      atLeast[count] = (atLeast[count] ?? 0) | ((atLeast[count - 1] ?? 0) & (open[at] ?? 0));
    }
  }
  return atLeast[days] ?? 0;
}

/** The workdays after all changes, alike ones together; those that are most come first. */
function alikeAmong(
  { request, places }: CareTerms,
  trials: readonly CareTerms[],
  job: PartsOfJob,
  part: Interval,
): readonly AlikeDays[] {
  const words = (trials.length + 31) >> 5;
  const rows = rowNumbers();
  const byRow = new Map<number, AlikeDays & { count: number }>();
  const sessions = workdaySessions(request, job, part);
  trials.forEach(({ families: { ordinary: family } }, change) => {
    sessions.forEach(({ day, time }, session) => {
      const openings = rows.after(START, places.openings.patternOf(day));
      const row = rows.after(rows.after(openings, bookedIn(family)), family.shapeOf(time));
      const after = new Uint32Array(words * WORKDAYS.length);
      const found = byRow.get(row) ?? { family, session, time, after, count: 0 };
      const at = session * words + (change >> 5);
      found.after[at] = (found.after[at] ?? 0) | (1 << (change & 31));
      found.count += 1;
      byRow.set(row, found);
    });
  });
  return [...byRow.values()].sort((one, other) => other.count - one.count);
}

/** The children that have care, as bits. */
function bookedIn({ situation }: Family): number {
  return situation.children.reduce((bits, child, at) => bits | (hasEntries(child) ? 1 << at : 0), 0);
}

/** Whether a part leaves no gap on alike days, or only such as some place may close on one of the days on which the job may begin. */
function isOpen(
  { request, places }: CareTerms,
  { family, session, time }: AlikeDays,
  care: CareOfSessions['care'],
  firstDays: readonly LocalDate[],
): boolean {
  const meaning = family.meaningOf(time, care.attended(0));
  if (!meaning.isKnown) return false;
  if (meaning.gaps === 0 || !meaning.isWithinDay) return true;
  const { gaps } = request.scratch;
  gaps.count = 0;
  addGaps(gaps, session, time, meaning);
  return firstDays.some((firstDay) => {
    const search = searchOf(request, places, family, care, gaps, firstDay);
    for (let row = 0; row < gaps.count; row += 1) if (isWholeShut(search, row)) return false;
    return true;
  });
}

/** The first day of a job; where it is not known, those days of the plain week that differ in ages of children or in the time left to settle in. */
function firstDaysOf(request: Request, { first, days }: PartsOfJob): readonly LocalDate[] {
  if (first !== undefined) return [first];
  const dates = WORKDAYS.flatMap((weekday) => request.days.classes[days.ofPlain(weekday)]?.date ?? []);
  return dates.filter((date, at) => {
    const before = dates[at - 1];
    return before === undefined || !isAsOn(request, before, date);
  });
}

function isAsOn(request: Request, one: LocalDate, other: LocalDate): boolean {
  return (
    isTooLateFor(request, one) === isTooLateFor(request, other) &&
    request.frame.situation.children.every((_child, index) => {
      const [before, after] = [request.months(index, one), request.months(index, other)];
      return before?.least === after?.least && before?.most === after?.most;
    })
  );
}
