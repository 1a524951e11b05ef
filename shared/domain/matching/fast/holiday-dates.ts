import { dateIn } from '../match-index/week-number.ts';
import type { CareCase, SessionsAtOne } from './care-case.ts';
import { lostCells } from './cells.ts';
import { serve } from './course-childcare.ts';
import type { Family } from './family.ts';
import { collectGaps } from './collect-gaps.ts';
import { addGaps, type Gaps } from './gaps.ts';
import { datesIn, forEachWeek, type HeldSessions } from './held.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import type { Families, Request } from './request.ts';

/** On how many dates in school holidays closed schools would add a gap. */
export function countHolidayDates(request: Request, families: Families, care: CareCase): number {
  const { schoolsClosed, ordinary } = families;
  if (schoolsClosed === undefined) return 0;
  if (care.atOne !== undefined && areAlikeAtOne(ordinary, schoolsClosed, care.atOne)) return 0;
  const parts = care.sessions.flatMap((held, whole) => splitByHolidays(request, held, whole));
  if (!parts.some(({ isInHolidays }) => isInHolidays)) return 0;
  const { gaps: before, others: after } = request.scratch;
  if (!collectGaps(request, ordinary, care, before)) return 0;
  after.count = 0;
  for (const [part, { held, isInHolidays }] of parts.entries()) {
    const meaning = (isInHolidays ? schoolsClosed : ordinary).meaningOf(held.time, care.attended(held.place));
    if (!meaning.isKnown) return 0;
    if (meaning.gaps !== 0) addGaps(after, part, held.time, meaning);
  }
  if (after.count > 0 && care.childcare !== undefined) {
    const sessions = parts.map(({ held }) => held);
    const weeksOn = (part: number): Family['weeks'] =>
      (parts[part]?.isInHolidays === true ? schoolsClosed : ordinary).weeks;
    serve(request, care.childcare, { ...care, sessions, weeksOn }, after);
  }
  let count = 0;
  for (const [part, { held, whole, isInHolidays }] of parts.entries()) {
    if (!isInHolidays || !isAnyAdded({ ordinary, schoolsClosed }, held, { before, whole, after, part }))
      continue;
    // Another session's gap on the same date may hold these minutes already.
    if (!care.isOneADay) throw NEEDS_REFERENCE;
    count += datesIn(held);
  }
  return count;
}

/** Whether every session means the same while schools are closed. */
function areAlikeAtOne(one: Family, other: Family, { rows, begin, end, where }: SessionsAtOne): boolean {
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    const { id } = one.meaningOf(time, where);
    if (id !== other.meaningOf(time, where).id) return false;
  }
  return true;
}

/** Some of a case's sessions; `whole`: which of them these are part of. */
type Part = { readonly held: HeldSessions; readonly whole: number; readonly isInHolidays: boolean };

/** The sessions on dates in school holidays, and those on others. */
function splitByHolidays({ isSchoolHoliday }: Request, held: HeldSessions, whole: number): readonly Part[] {
  if (held.isPlain) return [{ held, whole, isInHolidays: false }];
  const inside = new Uint32Array(held.words.length);
  let dates = 0;
  forEachWeek(held, (week) => {
    if (!isSchoolHoliday(dateIn(week, held.weekday))) return;
    const bit = week - held.firstWeek;
    inside[bit >> 5] = (inside[bit >> 5] ?? 0) | (1 << (bit & 31));
    dates += 1;
  });
  if (dates === 0 || dates === datesIn(held)) {
    return [{ held, whole, isInHolidays: dates > 0 }];
  }
  const outside = held.words.map((word, at) => word & ~(inside[at] ?? 0));
  return [
    { held: { ...held, words: inside }, whole, isInHolidays: true },
    { held: { ...held, words: outside }, whole, isInHolidays: false },
  ];
}

/** The gaps before and after schools close, and the numbers of the same sessions in either. */
type BeforeAndAfter = {
  readonly before: Gaps;
  readonly whole: number;
  readonly after: Gaps;
  readonly part: number;
};

type OpenAndClosed = { readonly ordinary: Family; readonly schoolsClosed: Family };

/** Whether closed schools leave something uncovered that was covered, or not needed: what they cover is never more. */
function isAnyAdded(
  families: OpenAndClosed,
  held: HeldSessions,
  { before, whole, after, part }: BeforeAndAfter,
): boolean {
  for (let row = 0; row < after.count; row += 1) {
    if (after.session[row] !== part) continue;
    const had = rowOf(before, whole, after.child[row] ?? 0);
    if (had === undefined || isAdded(families, held.day, before, had, after, row)) return true;
  }
  return false;
}

function rowOf({ count, session, child }: Gaps, ofSession: number, ofChild: number): number | undefined {
  for (let row = 0; row < count; row += 1) {
    if (session[row] === ofSession && child[row] === ofChild) return row;
  }
  return undefined;
}

function isAdded(
  { ordinary, schoolsClosed }: OpenAndClosed,
  day: number,
  before: Gaps,
  had: number,
  after: Gaps,
  row: number,
): boolean {
  const child = after.child[row] ?? 0;
  const lost = ({ weeks }: Family, first: number, last: number): number =>
    first < last ? lostCells(weeks[child], day, first, last) : 0;
  const [begin, end] = [after.from[row] ?? 0, after.to[row] ?? 0];
  const from = Math.max(begin, before.from[had] ?? 0);
  const to = Math.min(end, before.to[had] ?? 0);
  if (from >= to) return lost(schoolsClosed, begin, end) > 0;
  if (lost(schoolsClosed, begin, from) + lost(schoolsClosed, to, end) > 0) return true;
  return lost(schoolsClosed, from, to) > lost(ordinary, from, to);
}
