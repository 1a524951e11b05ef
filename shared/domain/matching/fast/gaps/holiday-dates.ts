import type { CareCase } from '../care/care-case.ts';
import { countAtOne } from './holiday-dates-at-one.ts';
import { isAdded, type OpenAndClosed } from './added-gap.ts';
import { serve } from './course-childcare.ts';
import type { Family } from '../sessions/family.ts';
import { collectGaps } from './collect-gaps.ts';
import { addGaps, type Gaps } from './gaps.ts';
import { areWithinDay } from './gap-minutes.ts';
import { datesIn, type HeldSessions } from '../sessions/held.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { Families, Request } from '../request.ts';

/** On how many dates in school holidays closed schools would add a gap, as far as it has to be known whether they are too many. */
export function countHolidayDates(request: Request, families: Families, care: CareCase): number {
  const { schoolsClosed, ordinary } = families;
  if (schoolsClosed === undefined) return 0;
  const { atOne } = care;
  if (atOne !== undefined) return countAtOne(request, ordinary, schoolsClosed, atOne, care.isOneADay);
  return sessionsInHolidays(request, families, care).reduce((dates, held) => dates + datesIn(held), 0);
}

/** The sessions in school holidays in which closed schools would add a gap; no two on one date. */
export function sessionsInHolidays(
  request: Request,
  families: Families,
  care: CareCase,
): readonly HeldSessions[] {
  const { schoolsClosed, ordinary } = families;
  if (schoolsClosed === undefined) return [];
  const parts = request.holidayParts(care);
  if (!parts.some(({ isInHolidays }) => isInHolidays)) return [];
  const { gaps: before, others: after } = request.scratch;
  if (!collectGaps(request, ordinary, care, before)) return [];
  after.count = 0;
  for (const [part, { held, isInHolidays }] of parts.entries()) {
    const meaning = (isInHolidays ? schoolsClosed : ordinary).meaningOf(held.time, care.attended(held.place));
    if (!meaning.isKnown) return [];
    if (meaning.gaps !== 0) addGaps(after, part, held.time, meaning);
  }
  if (after.count > 0 && care.childcare !== undefined) {
    const sessions = parts.map(({ held }) => held);
    const weeksOn = (part: number): Family['weeks'] =>
      (parts[part]?.isInHolidays === true ? schoolsClosed : ordinary).weeks;
    serve(request, care.childcare, { ...care, sessions, weeksOn }, after);
  }
  const inHolidays: HeldSessions[] = [];
  for (const [part, { held, whole, isInHolidays }] of parts.entries()) {
    if (!isInHolidays || !isAnyAdded({ ordinary, schoolsClosed }, held, { before, whole, after, part }))
      continue;
    // Another session's gap on the same date, or one that passes midnight, may hold these minutes already.
    if (!care.isOneADay || !areWithinDay(before) || !areWithinDay(after)) throw NEEDS_REFERENCE;
    inHolidays.push(held);
  }
  return inHolidays;
}

/** The gaps before and after schools close, and the numbers of the same sessions in either. */
type BeforeAndAfter = {
  readonly before: Gaps;
  readonly whole: number;
  readonly after: Gaps;
  readonly part: number;
};

/** Whether closed schools leave something uncovered that was covered, or not needed: what they cover is never more. */
function isAnyAdded(
  families: OpenAndClosed,
  held: HeldSessions,
  { before, whole: session, after, part }: BeforeAndAfter,
): boolean {
  for (let row = 0; row < after.count; row += 1) {
    if (after.session[row] !== part) continue;
    const child = after.child[row] ?? 0;
    const had = rowOf(before, session, child);
    const hadFrom = had === undefined ? 0 : (before.from[had] ?? 0);
    const hadTo = had === undefined ? 0 : (before.to[had] ?? 0);
    if (isAdded(families, child, held.day, hadFrom, hadTo, after.from[row] ?? 0, after.to[row] ?? 0))
      return true;
  }
  return false;
}

function rowOf({ count, session, child }: Gaps, ofSession: number, ofChild: number): number | undefined {
  for (let row = 0; row < count; row += 1) {
    if (session[row] === ofSession && child[row] === ofChild) return row;
  }
  return undefined;
}
