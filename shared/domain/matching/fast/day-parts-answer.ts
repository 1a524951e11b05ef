import { GRID_MINUTES, type Interval } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { WORKDAYS } from '../../time/weekday.ts';
import { DAY_PARTS, type DayPart } from '../../offer/terms.ts';
import { BEST_FIRST, daysNeeded, PARTS } from '../care/assess-day-parts.ts';
import { ASK_OTHER, askField } from './answer.ts';
import { careOfSessions, careSettled, careUnknown, type CareAnswer, type CareTerms } from './care-answer.ts';
import type { CareCase, CaseSessions } from './care-case.ts';
import type { DayGrouping } from './day-classes.ts';
import type { OfferTimes } from './doubts-answer.ts';
import { NO_MINUTES } from './judged.ts';
import { NeedsReference } from './needs-reference.ts';
import { lostCells } from './cells.ts';
import { HOME, type Spot } from './surroundings.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** A job that says only in which parts of the day it lies; `hoursMin` NaN where not stated. */
export type PartsOfJob = {
  readonly packedParts: number;
  readonly hoursMin: number;
  readonly times: OfferTimes;
  readonly spot: Spot;
  readonly childcare: CareCase['childcare'];
  /** The first day of the offer; `undefined` when it is not known. */
  readonly first: LocalDate | undefined;
  readonly days: DayGrouping;
};

/** Parts of the day from their packed form, in the order stated. */
function unpackParts(packed: number): readonly DayPart[] {
  const parts: DayPart[] = [];
  for (let rest = packed; rest !== 0; rest >>>= 3) {
    const part = DAY_PARTS[(rest & 7) - 1];
    if (part !== undefined) parts.push(part);
  }
  return parts;
}

/** The best of what the parts give; the first stated of equals. Jobs that differ in nothing that counts are answered once. */
export function careOfDayParts(terms: CareTerms, job: PartsOfJob): CareAnswer {
  if (job.childcare !== undefined) return workOutParts(terms, job);
  const { times, spot, packedParts, hoursMin, first } = job;
  const where = terms.request.isAnySpot ? spot.vec : spot.number;
  const numbers = [packedParts, hoursMin, times.hoursMax, where, first ?? '', Number(times.isOnlineOnly)];
  const key = `${numbers.join()} ${String(job.days === terms.request.days.coarse)}`;
  const known = terms.knownParts.get(key) ?? workOutParts(terms, job);
  terms.knownParts.set(key, known);
  return known;
}

function workOutParts(terms: CareTerms, job: PartsOfJob): CareAnswer {
  let best: CareAnswer | undefined;
  for (const part of unpackParts(job.packedParts)) {
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
  { request, budgets }: CareTerms,
  { times, hoursMin, spot }: PartsOfJob,
  part: 'flexible' | 'full-time',
): CareAnswer {
  const way = times.isOnlineOnly ? 0 : request.surroundings.out(HOME, spot);
  if (way === UNKNOWN_WAY) return careUnknown(ASK_OTHER);
  const budget = budgets(way, times.isOnlineOnly);
  if (budget === undefined) return careUnknown(askField('children.care'));
  if (Number.isNaN(times.hoursMax)) return careUnknown(ASK_OTHER);
  if (budget.paidMinutes >= times.hoursMax * 60) return careSettled('met', NO_MINUTES);
  const underHalf = budget.paidMinutes < (hoursMin * 60) / 2;
  return part === 'full-time' && underHalf ? careSettled('unmet', NO_MINUTES) : careUnknown(ASK_OTHER);
}

function byPart(terms: CareTerms, job: PartsOfJob, part: Interval): CareAnswer {
  const { times, hoursMin } = job;
  const days = daysNeeded(Number.isNaN(times.hoursMax) ? undefined : times.hoursMax, part);
  if (days === undefined) return careUnknown(ASK_OTHER);
  const easiest = easiestDays(terms, job, part, days);
  if (easiest === undefined) return careUnknown(ASK_OTHER);
  const care: CareCase = {
    id: 0,
    sessions: easiest,
    childcare: job.childcare,
    isOneADay: true,
    hasCore: false,
  };
  const asIf = { ...times, isComplete: true };
  const whole = careOfConcerned(terms, care, asIf, job);
  if (whole.result !== 'unmet' || terms.onlyFits) return { ...whole, gapMinutes: NO_MINUTES };
  const shortDays = daysNeeded(Number.isNaN(hoursMin) ? undefined : hoursMin, part) ?? days;
  const stretch = Number.isNaN(hoursMin) ? undefined : (hoursMin * 60) / shortDays;
  return stretch !== undefined && daysWithStretch(terms, job, part, stretch) < shortDays
    ? { ...whole, gapMinutes: NO_MINUTES }
    : careUnknown(ASK_OTHER);
}

function careOfConcerned(
  terms: CareTerms,
  care: CareCase,
  times: OfferTimes,
  { first, spot }: PartsOfJob,
): CareAnswer {
  const { classes } = terms.request.days;
  const isConcerned = care.sessions.some(({ kind }) => {
    const day = classes[kind.day];
    return day !== undefined && (kind.isOnline ? day.online : day.onSite) !== 0;
  });
  if (!isConcerned) return { ...careSettled('met', 0), result: 'not-applicable' };
  if (spot.isFar) throw new NeedsReference();
  const dates = care.sessions.map(({ kind }) => classes[kind.day]?.date ?? terms.request.frame.from);
  const firstDay = first ?? dates.sort((one, other) => one - other)[0] ?? terms.request.frame.from;
  return careOfSessions(terms, care, times, { firstDay, isApprenticeship: false, askPlace: () => ASK_OTHER });
}

function workdaySessions(
  { request }: CareTerms,
  { times, spot, days }: PartsOfJob,
  part: Interval,
): readonly CaseSessions[] {
  return WORKDAYS.map((weekday) => {
    const day = days.ofPlain(weekday);
    const { from, to } = part;
    const held = {
      weekday,
      from,
      to,
      place: 0,
      isCore: false,
      isPlain: true,
      day,
      firstWeek: 0,
      words: NO_WORDS,
    };
    const time = request.times(from, to, times.isOnlineOnly);
    return { held, kind: { day, from, to, time, spot, isOnline: times.isOnlineOnly } };
  });
}

const NO_WORDS = new Uint32Array(0);

/** The part as sessions on those workdays on which it leaves the fewest uncovered minutes; ties: earlier in the week. */
function easiestDays(
  terms: CareTerms,
  job: PartsOfJob,
  part: Interval,
  days: number,
): readonly CaseSessions[] | undefined {
  const measured: { readonly session: CaseSessions; readonly lost: number }[] = [];
  for (const session of workdaySessions(terms, job, part)) {
    const outcome = terms.families.ordinary.outcome(session.kind);
    if (outcome.needs === undefined) return undefined;
    const lost = outcome.needs.reduce(
      (sum, { child, from, to }) =>
        sum + lostCells(outcome.weeks[child], session.kind.day, from / GRID_MINUTES, to / GRID_MINUTES),
      0,
    );
    measured.push({ session, lost });
  }
  return measured
    .sort((one, other) => one.lost - other.lost || one.session.held.weekday - other.session.held.weekday)
    .slice(0, days)
    .map(({ session }) => session);
}

/** On how many workdays some covered stretch of work of that length lies in the part. */
function daysWithStretch(terms: CareTerms, job: PartsOfJob, part: Interval, minutes: number): number {
  return workdaySessions(terms, job, part).filter(({ kind }) => {
    for (let from = part.from; from + minutes <= part.to; from += GRID_MINUTES) {
      // Off the grid only where hours are: those are few and not worth remembering.
      const to = from + minutes;
      const { ordinary } = terms.families;
      const { needs, gaps } = Number.isInteger(to)
        ? ordinary.outcome({ ...kind, from, to, time: terms.request.times(from, to, kind.isOnline) })
        : ordinary.outcomeWith(ordinary.weeks, { ...kind, from, to });
      if (needs !== undefined && gaps === 0) return true;
    }
    return false;
  }).length;
}
