import { GRID_MINUTES } from '../../time/intervals.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { CareCase, CaseSessions, OpenGap } from './care-case.ts';
import { gapsAmong, gapsOf } from './gaps.ts';
import type { Families, Request } from './request.ts';
import { datesIn, forEachWeek } from './held.ts';
import { NeedsReference } from './needs-reference.ts';
import { lostCells } from './cells.ts';
import type { Outcome } from './outcome.ts';

/** On how many dates in school holidays closed schools would add a gap. */
export function countHolidayDates(request: Request, families: Families, care: CareCase): number {
  const { schoolsClosed, ordinary } = families;
  if (schoolsClosed === undefined) return 0;
  const parts = care.sessions.flatMap((sessions) => splitByHolidays(request, sessions));
  const inHolidays = parts.filter((part) => part.isInHolidays);
  if (inHolidays.length === 0) return 0;
  const before = gapsOf(request, ordinary, care);
  const after = parts.map((part) => ({
    sessions: part.sessions,
    outcome: (part.isInHolidays ? schoolsClosed : ordinary).outcome(part.sessions.kind),
  }));
  if (before === undefined || after.some(({ outcome }) => outcome.needs === undefined)) return 0;
  const left = gapsAmong(request, care.childcare, after);
  let count = 0;
  for (const { sessions, whole } of inHolidays) {
    const ofWhole = before.filter((gap) => gap.sessions === whole);
    const added = left.some((gap) => gap.sessions === sessions && isAdded(gap, ofWhole));
    if (!added) continue;
    // Another session's gap on the same date may hold these minutes already.
    if (!care.isOneADay) throw new NeedsReference();
    count += datesIn(sessions.held);
  }
  return count;
}

type Part = {
  readonly sessions: CaseSessions;
  readonly whole: CaseSessions;
  readonly isInHolidays: boolean;
};

/** The sessions on dates in school holidays, and those on others. */
function splitByHolidays({ isSchoolHoliday }: Request, whole: CaseSessions): readonly Part[] {
  const { held } = whole;
  if (held.isPlain) return [{ sessions: whole, whole, isInHolidays: false }];
  const inside = new Uint32Array(held.words.length);
  let dates = 0;
  forEachWeek(held, (week) => {
    if (!isSchoolHoliday(dateIn(week, held.weekday))) return;
    const bit = week - held.firstWeek;
    inside[bit >> 5] = (inside[bit >> 5] ?? 0) | (1 << (bit & 31));
    dates += 1;
  });
  if (dates === 0 || dates === datesIn(held)) {
    return [{ sessions: whole, whole, isInHolidays: dates > 0 }];
  }
  const outside = held.words.map((word, at) => word & ~(inside[at] ?? 0));
  return [
    { sessions: { ...whole, held: { ...held, words: inside } }, whole, isInHolidays: true },
    { sessions: { ...whole, held: { ...held, words: outside } }, whole, isInHolidays: false },
  ];
}

/** Whether closed schools leave something uncovered that was covered, or not needed: what they cover is never more. */
function isAdded({ need, outcome }: OpenGap, before: readonly OpenGap[]): boolean {
  const had = before.find((gap) => gap.need.child === need.child);
  if (had === undefined) return true;
  const lost = (of: Outcome, from: number, to: number): number =>
    from < to ? lostCells(of.weeks[need.child], of.kind.day, from / GRID_MINUTES, to / GRID_MINUTES) : 0;
  const from = Math.max(need.from, had.need.from);
  const to = Math.min(need.to, had.need.to);
  if (from >= to) return lost(outcome, need.from, need.to) > 0;
  if (lost(outcome, need.from, from) + lost(outcome, to, need.to) > 0) return true;
  return lost(outcome, from, to) > lost(had.outcome, from, to);
}
