import { ASK_OTHER, askField } from '../answer.ts';
import type { CareTerms } from './care-terms.ts';
import type { CareCase, SessionsAtOne } from './care-case.ts';
import type { Family } from '../sessions/family.ts';
import { BY_NO_COURSE, sessionOf, type Gaps } from '../gaps/gaps.ts';
import { countingCloses, isPlaceable, type NewCareAnswer } from '../new-care/new-care-answer.ts';
import type { Attended } from '../sessions/session-needs.ts';
import type { SessionTimes } from '../sessions/session-times.ts';
import { areCoveredAt } from '../sessions/weigh.ts';

/** What is asked where every gap is open; `undefined` where one is not. `gaps`: those that new care was looked for. */
export function stillOpen(
  terms: CareTerms,
  care: CareCase,
  gaps: Gaps,
  newCare: NewCareAnswer,
): number | undefined {
  const noted: Noted = { certain: 0, asks: 0 };
  const areNoted =
    care.atOne === undefined
      ? noteRows(terms, care, gaps, newCare, noted)
      : noteSessions(terms, care.atOne, newCare, noted);
  const { certain, asks } = noted;
  if (!areNoted || (certain !== 0 && !isPlaceable(newCare, certain))) return undefined;
  return countingCloses(newCare, certain) ? asks : asks | ASK_OTHER;
}

/** `certain`: the children with a gap that is not open, as bits. */
type Noted = { certain: number; asks: number };

function noteRows(
  terms: CareTerms,
  care: CareCase,
  gaps: Gaps,
  newCare: NewCareAnswer,
  noted: Noted,
): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    const { where } = sessionOf(care, gaps, row);
    const byCourse = gaps.asks[row] ?? BY_NO_COURSE;
    if (!noteGap(terms, newCare, noted, gaps.child[row] ?? 0, gaps.time[row] ?? 0, where, byCourse))
      return false;
  }
  return true;
}

function noteSessions(
  terms: CareTerms,
  { rows, begin, end, where }: SessionsAtOne,
  newCare: NewCareAnswer,
  noted: Noted,
): boolean {
  const { ordinary } = terms.families;
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    for (let rest = ordinary.meaningOf(time, where).gaps; rest !== 0; rest &= rest - 1) {
      const child = 31 - Math.clz32(rest & -rest);
      if (!noteGap(terms, newCare, noted, child, time, where, BY_NO_COURSE)) return false;
    }
  }
  return true;
}

/** False when it is certain that not every gap is open. */
function noteGap(
  terms: CareTerms,
  newCare: NewCareAnswer,
  noted: Noted,
  child: number,
  time: number,
  where: Attended,
  byCourse: number,
): boolean {
  const byFamily = openByFamily(terms, child, time, where);
  if (byCourse === BY_NO_COURSE && byFamily === 0 && (noted.certain & (1 << child)) === 0) {
    noted.certain |= 1 << child;
    // One child without a place is enough, but for those that are placed together.
    if (newCare.search.unbooked.length === 0 && !isPlaceable(newCare, noted.certain)) return false;
  }
  noted.asks |= byCourse;
  if (byFamily === OPEN_BY.careNotStated) noted.asks |= askField('children.care');
  else if (byFamily !== 0) noted.asks |= ASK_OTHER;
  return true;
}

/** Why the family itself leaves a gap open, as bits. */
export const OPEN_BY = { careNotStated: 1, helper: 2, school: 4 } as const;

/** Bits of OPEN_BY for a child's gap because of a session; 0 when the family itself does not leave it open. */
export function openByFamily(
  { families, request }: CareTerms,
  child: number,
  time: number,
  where: Attended,
): number {
  const { everyHelper, beyondSchoolEntry, everyHelperBeyondSchoolEntry, frame } = families;
  if (frame.situation.children[child]?.care === undefined) return OPEN_BY.careNotStated;
  const { times } = request.days;
  if (isClosedIn(everyHelper, times, child, time, where)) return OPEN_BY.helper;
  if (isClosedIn(beyondSchoolEntry, times, child, time, where)) return OPEN_BY.school;
  return isClosedIn(everyHelperBeyondSchoolEntry, times, child, time, where)
    ? OPEN_BY.helper | OPEN_BY.school
    : 0;
}

function isClosedIn(
  family: Family | undefined,
  times: SessionTimes,
  child: number,
  time: number,
  where: Attended,
): boolean {
  if (family === undefined || !areCoveredAt(family.weeks, 1 << child, times, time)) return false;
  const { isKnown, gaps } = family.meaningOf(time, where);
  return isKnown && (gaps & (1 << child)) === 0;
}
