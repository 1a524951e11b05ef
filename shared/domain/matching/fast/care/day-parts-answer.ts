import { GRID_MINUTES, type Interval } from '../../../time/intervals.ts';
import type { DayPart } from '../../../offer/terms.ts';
import { BEST_FIRST, daysNeeded, PARTS } from '../../care/assess-day-parts.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import { careOfSessions, type CareOfSessions } from './care-answer.ts';
import { careSettled, careUnknown, type CareAnswer } from './care-result.ts';
import type { CareTerms } from './care-terms.ts';
import type { HeldSessions } from '../sessions/held.ts';
import { NO_MINUTES } from '../judged.ts';
import {
  askedOnWorkdays,
  attendedIn,
  daysOfPart,
  partRow,
  wholeRow,
  workdaySessions,
  type PartsOfJob,
} from './parts-of-job.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import { lostCells } from '../days/cells.ts';
import { concernedBy } from '../sessions/session-needs.ts';
import { areCoveredDuring } from '../sessions/weigh.ts';
import { HOME, type Spot } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

/** The best of what the parts give; the first stated of equals. Jobs that differ in nothing that counts are answered once. */
export function careOfDayParts(terms: CareTerms, job: PartsOfJob): CareAnswer {
  if (job.childcare !== undefined) return workOutParts(terms, job);
  return (terms.knownParts[job.row] ??= workOutParts(terms, job));
}

function workOutParts(terms: CareTerms, job: PartsOfJob): CareAnswer {
  let best: CareAnswer | undefined;
  for (const part of job.times.parts) {
    const answer = careOfPart(terms, job, part);
    if (best === undefined || BEST_FIRST.indexOf(answer.result) < BEST_FIRST.indexOf(best.result))
      best = answer;
  }
  return best ?? careUnknown(ASK_OTHER);
}

function careOfPart(terms: CareTerms, job: PartsOfJob, part: DayPart): CareAnswer {
  switch (part) {
    case 'shift':
      return careUnknown(ASK_OTHER);
    case 'flexible':
    case 'full-time':
      return byWeekBudget(terms, job, part);
    case 'morning':
    case 'afternoon':
    case 'evening':
      return byPart(terms, job, PARTS[part]);
  }
}

function byWeekBudget(
  { request, paidMinutes }: CareTerms,
  { times, spot }: PartsOfJob,
  part: 'flexible' | 'full-time',
): CareAnswer {
  const way = times.isOnlineOnly ? 0 : request.surroundings.out(HOME, spot);
  if (way === UNKNOWN_WAY) return careUnknown(ASK_OTHER);
  const paid = paidMinutes(way, times.isOnlineOnly);
  if (paid === undefined) return careUnknown(askField('children.care'));
  if (Number.isNaN(times.hoursMax)) return careUnknown(ASK_OTHER);
  if (paid >= times.hoursMax * 60) return careSettled('met', NO_MINUTES);
  const underHalf = paid < (times.hoursMin * 60) / 2;
  return part === 'full-time' && underHalf ? careSettled('unmet', NO_MINUTES) : careUnknown(ASK_OTHER);
}

function byPart(terms: CareTerms, job: PartsOfJob, part: Interval): CareAnswer {
  const { hoursMin } = job.times;
  const days = daysOfPart(job, part);
  if (days === undefined) return careUnknown(ASK_OTHER);
  const whole = wholePart(terms, job, part, days);
  if (whole.result !== 'unmet' || terms.onlyFits) return whole;
  const shortDays = daysNeeded(Number.isNaN(hoursMin) ? undefined : hoursMin, part) ?? days;
  const stretch = Number.isNaN(hoursMin) ? undefined : (hoursMin * 60) / shortDays;
  return stretch !== undefined && daysWithStretch(terms, job, part, stretch) < shortDays
    ? whole
    : careUnknown(ASK_OTHER);
}

/** Care for the whole part on so many workdays; jobs at one place from one day on are answered once. */
function wholePart(terms: CareTerms, job: PartsOfJob, part: Interval, days: number): CareAnswer {
  if (job.childcare !== undefined) return workOutWhole(terms, job, part, days);
  return (terms.knownParts[wholeRow(terms.request, job, part, days)] ??= workOutWhole(
    terms,
    job,
    part,
    days,
  ));
}

function workOutWhole(terms: CareTerms, job: PartsOfJob, part: Interval, days: number): CareAnswer {
  const easiest = easiestDays(terms, job, part, days);
  if (easiest === undefined) return careUnknown(ASK_OTHER);
  const asked = askedOnWorkdays(terms.request, job, easiest);
  // Sessions of any week are on no date in school holidays.
  return { ...careOfConcerned(terms, asked, job.spot), gapMinutes: NO_MINUTES, holidayDates: 0 };
}

function careOfConcerned(terms: CareTerms, asked: CareOfSessions, spot: Spot): CareAnswer {
  const { care, times } = asked;
  const { classes } = terms.request.days;
  const isConcerned = care.sessions.some(({ day }) => concernedBy(classes, day, times.isOnlineOnly) !== 0);
  if (!isConcerned) return { ...careSettled('met', 0), result: 'not-applicable' };
  if (spot.isFar) throw NEEDS_REFERENCE;
  return careOfSessions(terms, asked);
}

/** The part as sessions on those workdays on which it leaves the fewest uncovered minutes; ties: earlier in the week. */
export function easiestDays(
  terms: CareTerms,
  job: PartsOfJob,
  part: Interval,
  days: number,
): readonly HeldSessions[] | undefined {
  const row = partRow(terms.request, job, part);
  const ordered = (terms.easiest[row] ??= easiestFirst(terms, job, part));
  return ordered === NOT_TOLD ? undefined : ordered.slice(0, days);
}

/** The way to the place is not known. */
const NOT_TOLD: readonly HeldSessions[] = [];

function easiestFirst(
  { request, families: { ordinary } }: CareTerms,
  job: PartsOfJob,
  part: Interval,
): readonly HeldSessions[] {
  const where = attendedIn(job)(0);
  const measured: { readonly held: HeldSessions; readonly lost: number }[] = [];
  for (const held of workdaySessions(request, job, part)) {
    const needs = ordinary.meaningOf(held.time, where);
    if (!needs.isKnown) return NOT_TOLD;
    const { rows, begin, count } = needs;
    let lost = 0;
    for (let row = begin; row < begin + count; row += 1) {
      const week = ordinary.weeks[rows.child[row] ?? 0];
      lost += lostCells(week, held.day, rows.from[row] ?? 0, rows.to[row] ?? 0);
    }
    measured.push({ held, lost });
  }
  return measured
    .sort((one, other) => one.lost - other.lost || one.held.weekday - other.held.weekday)
    .map(({ held }) => held);
}

/** On how many workdays some covered stretch of work of that length lies in the part; worked out once for each place. */
export function daysWithStretch(terms: CareTerms, job: PartsOfJob, part: Interval, minutes: number): number {
  const { partRows } = terms.request;
  const row = partRows.after(partRow(terms.request, job, part), -minutes);
  return (terms.stretchDays[row] ??= workOutStretch(terms, job, part, minutes));
}

function workOutStretch(
  { request, families: { ordinary } }: CareTerms,
  job: PartsOfJob,
  part: Interval,
  minutes: number,
): number {
  const where = attendedIn(job)(0);
  return workdaySessions(request, job, part).filter(({ day }) => {
    for (let from = part.from; from + minutes <= part.to; from += GRID_MINUTES) {
      const to = from + minutes;
      const concerned = concernedBy(request.days.classes, day, where.isOnline);
      if (!areCoveredDuring(ordinary.weeks, concerned, { day, from, to })) continue;
      const { isKnown, gaps } = ordinary.meaningOf(request.days.times.numberOf(day, from, to), where);
      if (isKnown && gaps === 0) return true;
    }
    return false;
  }).length;
}
