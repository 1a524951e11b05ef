import type { LocalDate } from '../../../time/local-date.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { datesIn, forEachWeek, type HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';
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
  const mayBe = care.atOne === undefined ? mayBeFewAmong(care, gaps) : mayBeFew(family, care.atOne);
  if (!mayBe) return undefined;
  return datesWithGap(request, family, care, gaps);
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

/** The same of sessions that do not answer for themselves. */
function mayBeFewAmong({ sessions }: CareCase, gaps: Gaps): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    const held = sessions[gaps.session[row] ?? 0];
    if (held !== undefined && datesIn(held) > MOST_HELPER_DATES) return false;
  }
  return sessions.reduce((dates, held) => dates + datesIn(held), 0) >= DATES_PER_HELPER_DATE;
}

function datesWithGap(
  request: Request,
  family: Family,
  { sessions, atOne }: CareCase,
  gaps: Gaps,
): readonly LocalDate[] | undefined {
  const all = datesOf(request, sessions).length;
  const most = Math.min(MOST_HELPER_DATES, Math.floor(all / DATES_PER_HELPER_DATE));
  const withGap = new Set(gaps.session.slice(0, gaps.count));
  const hasGap = ({ time }: HeldSessions, at: number): boolean =>
    atOne === undefined ? withGap.has(at) : family.meaningOf(time, atOne.where).gaps !== 0;
  const dates = datesOf(request, sessions.filter(hasGap));
  return dates.length <= most ? dates : undefined;
}

function datesOf({ days }: Request, all: readonly HeldSessions[]): readonly LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const held of all) {
    const plain = days.classes[held.day]?.date;
    if (held.isPlain && plain !== undefined) dates.add(plain);
    else forEachWeek(held, (week) => dates.add(dateIn(week, held.weekday)));
  }
  return [...dates].sort((one, other) => one - other);
}
