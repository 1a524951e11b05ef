import { GRID_MINUTES } from '../../time/intervals.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { CareCase, CaseSessions, OpenGap } from './care-case.ts';
import { gapsAmong, gapsOf } from './gaps.ts';
import type { Families, Request } from './request.ts';
import { datesIn, forEachWeek } from './held.ts';
import { NeedsReference } from './needs-reference.ts';
import { lostCells } from './cells.ts';

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
function splitByHolidays({ frame }: Request, whole: CaseSessions): readonly Part[] {
  const { held } = whole;
  if (held.isPlain) return [{ sessions: whole, whole, isInHolidays: false }];
  const inside = new Uint32Array(held.words.length);
  let dates = 0;
  forEachWeek(held, (week) => {
    const date = dateIn(week, held.weekday);
    if (!frame.region.schoolHolidays.some(({ first, last }) => first <= date && date <= last)) return;
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

function isAdded({ need, outcome }: OpenGap, before: readonly OpenGap[]): boolean {
  const had = before.find((gap) => gap.need.child === need.child);
  if (had === undefined) return true;
  for (let cell = need.from; cell < need.to; cell += GRID_MINUTES) {
    const at = cell / GRID_MINUTES;
    const isLost = lostCells(outcome.weeks[need.child], outcome.kind.day, at, at + 1) > 0;
    const wasNeeded = had.need.from <= cell && cell < had.need.to;
    const week = had.outcome.weeks[need.child];
    const wasLost = wasNeeded && lostCells(week, had.outcome.kind.day, at, at + 1) > 0;
    if (isLost && !wasLost) return true;
  }
  return false;
}
