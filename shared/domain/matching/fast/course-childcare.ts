import type { CourseChildcare } from '../../offer/offer.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { localDateFromDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { areMonthsWithin } from '../care/child-age.ts';
import type { Trilean } from '../trilean.ts';
import { ASK_OTHER, askField } from './answer.ts';
import type { OpenGap } from './care-case.ts';
import { bitsIn, lostCells } from './cells.ts';
import { firstDate } from './held.ts';
import type { SessionKind } from './outcome.ts';
import type { Setting } from './setting.ts';
import { HOME } from './surroundings.ts';

/** Stands for a condition that does not hold; else the bits of what is asked, 0 when all conditions hold. */
const CANNOT = -1;

/** What is left after childcare of the course; the users of it are counted over all gaps. */
export function serve(
  setting: Setting,
  childcare: CourseChildcare,
  gaps: readonly OpenGap[],
): readonly OpenGap[] {
  const asked = gaps.map((gap) => conditionsFor(setting, childcare, gap));
  let users = 0;
  gaps.forEach(({ need }, at) => {
    if (asked[at] !== CANNOT) users |= 1 << need.child;
  });
  const { free } = childcare;
  if (free !== undefined && free < bitsIn(users)) return gaps;
  const asksRoom = free === undefined ? ASK_OTHER : 0;
  const left: OpenGap[] = [];
  gaps.forEach((gap, at) => {
    const bits = asked[at] ?? CANNOT;
    if (bits === CANNOT) left.push(gap);
    else if ((bits | asksRoom) !== 0) left.push({ ...gap, isOpenByCourse: true, asks: bits | asksRoom });
  });
  return left;
}

function conditionsFor(setting: Setting, childcare: CourseChildcare, gap: OpenGap): number {
  const { kind } = gap.sessions;
  if (kind.isOnline) return CANNOT;
  if (setting.surroundings.way(gap.need.at, HOME) !== 0 && !isInsideSession(gap)) return CANNOT;
  const runs = runsWith(setting, childcare, kind);
  if (runs === 'no') return CANNOT;
  const ages = agesFit(setting, childcare, gap);
  if (ages === 'no') return CANNOT;
  const asksAges = childcare.ages === undefined ? ASK_OTHER : askField('children.age');
  return (
    (ages === 'unknown' ? asksAges : 0) |
    (childcare.certainty === 'stated' ? 0 : ASK_OTHER) |
    (runs === 'unknown' ? ASK_OTHER : 0)
  );
}

/** Sessions of one kind are split where ages change, so any of their dates tells. */
function agesFit({ months, days }: Setting, { ages }: CourseChildcare, { sessions, need }: OpenGap): Trilean {
  const date = sessions.held.isPlain ? days.classes[sessions.kind.day]?.date : firstDate(sessions.held);
  if (date === undefined) return 'no';
  return areMonthsWithin(months(need.child, localDateFromDays(date)), ages);
}

/** Whether it runs during the sessions, or its hours cover them to the minute. */
function runsWith(
  { days }: Setting,
  { during, hours }: CourseChildcare,
  { day, from, to }: SessionKind,
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

function isInsideSession({ outcome, need, sessions }: OpenGap): boolean {
  const { from, to } = sessions.kind;
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  const week = outcome.weeks[need.child];
  return (
    lostCells(week, outcome.kind.day, need.from / GRID_MINUTES, begin) +
      lostCells(week, outcome.kind.day, end, need.to / GRID_MINUTES) ===
    0
  );
}
