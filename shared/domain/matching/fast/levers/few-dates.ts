import type { LocalDate } from '../../../time/local-date.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { forEachWeek, type HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';
import { forEachDateIn } from '../sessions/class-dates.ts';
import { countDates } from '../sessions/session-rows.ts';

const MOST_HELPER_DATES = 3;
const DATES_PER_HELPER_DATE = 10;

/** The dates with a gap if they are few among all, ascending; see `helper-on-dates` of section 6. */
export function fewDates(
  request: Request,
  family: Family,
  care: CareCase,
  gaps: Gaps,
): readonly LocalDate[] | undefined {
  const { atOne } = care;
  if (atOne !== undefined) {
    if (!mayBeFew(family, atOne)) return undefined;
    const { rows, where } = atOne;
    const hasGap = (row: number): boolean => family.meaningOf(rows.time[row] ?? 0, where).gaps !== 0;
    const dates = firstDatesAtOne(request, atOne, hasGap, MOST_HELPER_DATES + 1);
    return ifFew(dates, (enough) => firstDatesAtOne(request, atOne, () => true, enough));
  }
  const { sessions } = care;
  const withGap = new Set(gaps.session.slice(0, gaps.count));
  const dates = firstDatesOf(
    request,
    sessions.filter((_held, at) => withGap.has(at)),
    MOST_HELPER_DATES + 1,
  );
  return ifFew(dates, (enough) => firstDatesOf(request, sessions, enough));
}

/** `allDates`: those of all sessions, no more than tells whether there are enough. */
function ifFew(
  dates: ReadonlySet<LocalDate>,
  allDates: (enough: number) => ReadonlySet<LocalDate>,
): readonly LocalDate[] | undefined {
  if (dates.size > MOST_HELPER_DATES) return undefined;
  const isFew =
    dates.size * DATES_PER_HELPER_DATE <= allDates(MOST_HELPER_DATES * DATES_PER_HELPER_DATE).size;
  return isFew ? [...dates].sort((one, other) => one - other) : undefined;
}

/** Whether the dates with a gap can be few enough at all: no more of them than there are in the sessions with most. */
function mayBeFew(family: Family, { rows, begin, end, where }: SessionsAtOne): boolean {
  let all = 0;
  for (let row = begin; row < end; row += 1) {
    const dates = countDates(rows, row);
    if (dates > MOST_HELPER_DATES && family.meaningOf(rows.time[row] ?? 0, where).gaps !== 0) return false;
    all += dates;
  }
  return all >= DATES_PER_HELPER_DATE;
}

/** The dates of sessions, in any order; of the later sessions none once there are so many. */
function firstDatesOf(
  { days }: Request,
  all: readonly HeldSessions[],
  enough: number,
): ReadonlySet<LocalDate> {
  const dates = new Set<LocalDate>();
  for (const held of all) {
    if (dates.size >= enough) break;
    const plain = days.classes[held.day]?.date;
    if (held.isPlain && plain !== undefined) dates.add(plain);
    else forEachWeek(held, (week) => dates.add(dateIn(week, held.weekday)));
  }
  return dates;
}

/** The same of the rows of sessions at one place that are meant. */
function firstDatesAtOne(
  { days }: Request,
  { rows, begin, end }: SessionsAtOne,
  isMeant: (row: number) => boolean,
  enough: number,
): ReadonlySet<LocalDate> {
  const dates = new Set<LocalDate>();
  for (let row = begin; row < end && dates.size < enough; row += 1) {
    if (!isMeant(row)) continue;
    const day = days.classes[rows.day[row] ?? 0];
    if (day?.plain === true) dates.add(day.date);
    else forEachDateIn(rows.onDates, rows.dates[row] ?? 0, (date) => dates.add(date));
  }
  return dates;
}
