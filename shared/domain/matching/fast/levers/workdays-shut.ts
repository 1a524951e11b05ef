import type { Interval } from '../../../time/intervals.ts';
import { WORKDAYS } from '../../../time/weekday.ts';
import type { CareCase } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { askedOnWorkdays, partRow, workdaySessions, type PartsOfJob } from '../care/parts-of-job.ts';
import { rowNumbers, START } from '../columns/row-numbers.ts';
import { addGaps, clearGaps } from '../gaps/gaps.ts';
import { searchOf, type Search } from '../new-care/search.ts';
import type { HeldSessions } from '../sessions/held.ts';
import { concernedBy } from '../sessions/session-needs.ts';
import { alikeWorkdaysIn, type AlikeDays } from './alike-workdays.ts';
import { beginningsIn, type Beginning } from './beginnings.ts';
import { isCoreShut, isWholeShut } from './left-gaps.ts';
import { addMask, takeOutMask } from '../columns/bit-masks.ts';

/**
 * The changes, as bits, after which there are certain not to be so many workdays on which a whole part leaves no gap that no place closes. Only for jobs
 * without childcare, which might close it.
 */
export type WorkdaysShut = (job: PartsOfJob, part: Interval, days: number) => Uint32Array;

/** The changes, as bits, after which a part may fit on Monday, then those for Tuesday …; `untold`: the days that remain to be looked at where a job is. */
type Anywhere = { readonly open: Uint32Array; readonly untold: readonly AlikeDays[] };

/**
 * First it is told wherever the job may be: by what of the part itself is uncovered. Only what that leaves is looked at with the ways to its place, as long
 * as it matters. `trials`: the terms after each of the changes of a request.
 */
export function workdaysShutIn(stated: CareTerms, trials: readonly CareTerms[]): WorkdaysShut {
  const { request } = stated;
  const words = (trials.length + 31) >> 5;
  const beginningOf = beginningsIn(request);
  const alikeWorkdays = alikeWorkdaysIn(stated, trials);
  const rows = rowNumbers();
  const anywhere: (Anywhere | undefined)[] = [];
  const known: (Uint32Array | undefined)[] = [];

  function workOutAnywhere(job: PartsOfJob, part: Interval, beginning: Beginning): Anywhere {
    const { care } = askedOnWorkdays(request, job, workdaySessions(request, job, part));
    const untold = alikeWorkdays(job, part).filter((alike) => mayFitAnywhere(stated, alike, care, beginning));
    const open = new Uint32Array(words * WORKDAYS.length);
    for (const { after } of untold) addMask(open, after);
    return { open, untold };
  }

  function workOut(job: PartsOfJob, part: Interval, days: number, beginning: Beginning): Uint32Array {
    const isCoarse = Number(job.days === request.days.coarse);
    const row = rows.after(rows.after(START, -1 - part.from), Number(job.times.isOnlineOnly) * 2 + isCoarse);
    const at = rows.after(row, beginning.number);
    const { open: mayBeOpen, untold } = (anywhere[at] ??= workOutAnywhere(job, part, beginning));
    const shut = new Uint32Array(words);
    writeFewerThan(days, mayBeOpen, shut);
    if (shut.every((word) => ~word === 0)) return shut;
    const { care } = askedOnWorkdays(request, job, workdaySessions(request, job, part));
    const open = mayBeOpen.slice();
    for (const alike of untold) {
      const matters = alike.after.some((bits, word) => (bits & ~(shut[word % words] ?? 0)) !== 0);
      if (!matters || mayFitHere(stated, alike, care, beginning)) continue;
      takeOutMask(open, alike.after);
      writeFewerThan(days, open, shut);
    }
    return shut;
  }

  return (job, part, days) => {
    const beginning = beginningOf(job.first);
    const ofPart = rows.after(START, partRow(request, job, part));
    const row = rows.after(rows.after(ofPart, days), beginning.number);
    return (known[row] ??= workOut(job, part, days, beginning));
  };
}

/** Writes the changes after which fewer workdays than so many are open. */
function writeFewerThan(days: number, open: Uint32Array, shut: Uint32Array): void {
  const words = shut.length;
  const atLeast = new Int32Array(days + 1);
  for (let word = 0; word < words; word += 1) {
    atLeast.fill(0);
    atLeast[0] = -1;
    for (let at = word; at < open.length; at += words) {
      for (let count = days; count > 0; count -= 1) {
        atLeast[count] = (atLeast[count] ?? 0) | ((atLeast[count - 1] ?? 0) & (open[at] ?? 0));
      }
    }
    shut[word] = ~(atLeast[days] ?? 0);
  }
}

/** The session on a workday by its place among them. */
function sessionOn({ sessions }: CareCase, session: number): HeldSessions {
  const held = sessions[session];
  if (held === undefined) throw new RangeError('no such workday');
  return held;
}

/** Whether what of a part itself is uncovered on alike days may be closed for every child. */
function mayFitAnywhere(
  terms: CareTerms,
  { family, session }: AlikeDays,
  care: CareCase,
  beginning: Beginning,
): boolean {
  const held = sessionOn(care, session);
  const { isOnline } = care.attended(held.place);
  const concerned = concernedBy(terms.request.days.classes, held.day, isOnline);
  clearGaps(terms.request.scratch.gaps);
  return isAnySearch(terms, { family, care, beginning }, (search) => {
    for (let rest = concerned; rest !== 0; rest &= rest - 1) {
      if (isCoreShut(search, 31 - Math.clz32(rest & -rest), held)) return false;
    }
    return true;
  });
}

/** Whether a part with its ways leaves no gap on alike days, or only such as some place may close. */
function mayFitHere(
  terms: CareTerms,
  { family, session }: AlikeDays,
  care: CareCase,
  beginning: Beginning,
): boolean {
  const held = sessionOn(care, session);
  const meaning = family.meaningOf(held.time, care.attended(held.place));
  if (!meaning.isKnown) return false;
  if (meaning.gaps === 0 || !meaning.isWithinDay) return true;
  const { gaps } = terms.request.scratch;
  clearGaps(gaps);
  addGaps(gaps, session, held.time, meaning);
  return isAnySearch(terms, { family, care, beginning }, (search) => {
    for (let row = 0; row < gaps.count; row += 1) if (isWholeShut(search, row)) return false;
    return true;
  });
}

/** Whether something is true of new care from some day on on which a job may begin; the gaps are those in the scratch of the request. */
function isAnySearch(
  { request, places }: CareTerms,
  {
    family,
    care,
    beginning,
  }: Pick<AlikeDays, 'family'> & { readonly care: CareCase; readonly beginning: Beginning },
  isTrueOf: (search: Search) => boolean,
): boolean {
  const { gaps } = request.scratch;
  return beginning.firstDays.some((firstDay) =>
    isTrueOf(searchOf(request, places, family, care, gaps, firstDay)),
  );
}
