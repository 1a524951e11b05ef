import type { CourseChildcare } from '../../../offer/offer.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { localDateFromDays } from '../../../time/local-date.ts';
import { weekdayOf } from '../../../time/weekday.ts';
import { areMonthsWithin } from '../../care/child-age.ts';
import type { Trilean } from '../../trilean.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import type { CareCase } from '../care/care-case.ts';
import { bitsIn, lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import { BY_NO_COURSE, GAP_FLAG, moveGap, sessionOf, type Gaps } from './gaps.ts';
import { firstDate, type HeldSessions } from '../sessions/held.ts';
import type { SessionTime } from '../sessions/session-needs.ts';
import type { Setting } from '../setting.ts';
import { HOME } from '../ways/surroundings.ts';

/** Stands for a condition that does not hold; else the bits of what is asked, 0 when all conditions hold. */
const CANNOT = -1;
/** The same, whatever of the family's week is changed. */
const NEVER = -2;

/** What childcare of a course serves: sessions, where they are attended, and the weeks of the children on each of them. */
export type ServedSessions = Pick<CareCase, 'sessions' | 'attended'> & {
  readonly weeksOn: (session: number) => readonly ChildWeek[];
};

/** Keeps what is left after childcare of the course; the users of it are counted over all gaps. */
export function serve(
  setting: Setting,
  childcare: CourseChildcare,
  served: ServedSessions,
  gaps: Gaps,
): void {
  const asked: number[] = [];
  let users = 0;
  for (let row = 0; row < gaps.count; row += 1) {
    const bits = conditionsFor(setting, childcare, served, gaps, row);
    asked.push(bits);
    if (bits === NEVER) gaps.flags[row] = (gaps.flags[row] ?? 0) | GAP_FLAG.notByCourse;
    if (bits >= 0) users |= 1 << (gaps.child[row] ?? 0);
  }
  const { free } = childcare;
  gaps.isFull = free !== undefined && free < bitsIn(users);
  if (gaps.isFull) return;
  const asksRoom = free === undefined ? ASK_OTHER : 0;
  let left = 0;
  asked.forEach((bits, row) => {
    const asks = bits < 0 ? BY_NO_COURSE : bits | asksRoom;
    if (bits >= 0 && asks === 0) return;
    moveGap(gaps, row, left);
    gaps.asks[left] = asks;
    left += 1;
  });
  gaps.count = left;
}

/** Whether childcare of a course has a place for each of some children (bits); false where its number of places is not known. */
export function hasRoomFor({ free }: CourseChildcare, children: number): boolean {
  return free !== undefined && free >= bitsIn(children);
}

/** Whether childcare of a course closes a gap, as long as it has room. */
export function mayServe(
  setting: Setting,
  childcare: CourseChildcare,
  served: ServedSessions,
  gaps: Gaps,
  row: number,
): boolean {
  return conditionsFor(setting, childcare, served, gaps, row) === 0;
}

function conditionsFor(
  setting: Setting,
  childcare: CourseChildcare,
  served: ServedSessions,
  gaps: Gaps,
  row: number,
): number {
  const { held, where } = sessionOf(served, gaps, row);
  if (where.isOnline) return NEVER;
  const runs = runsWith(setting, childcare, held);
  if (runs === 'no') return NEVER;
  const ages = agesFit(setting, childcare, held, gaps.child[row] ?? 0);
  if (ages === 'no') return NEVER;
  const isAtHome = setting.surroundings.way(gaps.at[row] ?? HOME, HOME) === 0;
  if (!isAtHome && !isInsideSession(served, held, gaps, row)) return CANNOT;
  const asksAges = childcare.ages === undefined ? ASK_OTHER : askField('children.age');
  return (
    (ages === 'unknown' ? asksAges : 0) |
    (childcare.certainty === 'stated' ? 0 : ASK_OTHER) |
    (runs === 'unknown' ? ASK_OTHER : 0)
  );
}

/** Sessions of one kind are split where ages change, so any of their dates tells. */
function agesFit(
  { months, days }: Setting,
  { ages }: CourseChildcare,
  held: HeldSessions,
  child: number,
): Trilean {
  const date = held.isPlain ? days.classes[held.day]?.date : firstDate(held);
  if (date === undefined) return 'no';
  return areMonthsWithin(months(child, localDateFromDays(date)), ages);
}

/** Whether it runs during the sessions, or its hours cover them to the minute. */
function runsWith(
  { days }: Setting,
  { during, hours }: CourseChildcare,
  { day, from, to }: SessionTime,
): Trilean {
  if (during) return 'yes';
  if (hours.length === 0) return 'unknown';
  const date = days.classes[day]?.date;
  if (date === undefined) return 'no';
  const [weekday, weekdayBefore] = [weekdayOf(date), weekdayOf(localDateFromDays(date - 1))];
  const spans = hours
    .flatMap((slot) => [
      ...(slot.days.includes(weekday) ? [{ from: slot.from, to: slot.to }] : []),
      ...(slot.days.includes(weekdayBefore)
        ? [{ from: slot.from - MINUTES_PER_DAY, to: slot.to - MINUTES_PER_DAY }]
        : []),
    ])
    .sort((one, other) => one.from - other.from);
  let reached = from;
  for (const span of spans) if (span.from <= reached) reached = Math.max(reached, span.to);
  return reached >= to ? 'yes' : 'no';
}

function isInsideSession(
  { weeksOn }: ServedSessions,
  { day, from, to }: SessionTime,
  gaps: Gaps,
  row: number,
): boolean {
  const week = weeksOn(gaps.session[row] ?? 0)[gaps.child[row] ?? 0];
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  const before = lostCells(week, day, gaps.from[row] ?? begin, begin);
  return before + lostCells(week, day, end, gaps.to[row] ?? end) === 0;
}
