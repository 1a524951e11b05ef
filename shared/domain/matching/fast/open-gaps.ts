import { ASK_OTHER, askField } from './answer.ts';
import type { CareTerms } from './care-terms.ts';
import type { CareCase } from './care-case.ts';
import type { Family } from './family.ts';
import { BY_NO_COURSE, type Gaps } from './gaps.ts';
import { countingCloses, isPlaceable, type NewCareAnswer } from './new-care-answer.ts';
import { areCoveredDuring } from './weigh.ts';

/** What is asked where every gap is open; `undefined` where one is not. */
export function stillOpen(
  terms: CareTerms,
  care: CareCase,
  gaps: Gaps,
  newCare: NewCareAnswer,
): number | undefined {
  let certain = 0;
  let asks = 0;
  for (let row = 0; row < gaps.count; row += 1) {
    const byFamily = openByFamily(terms, care, gaps, row);
    const byCourse = gaps.asks[row] ?? BY_NO_COURSE;
    const child = 1 << (gaps.child[row] ?? 0);
    if (byCourse === BY_NO_COURSE && byFamily === 0 && (certain & child) === 0) {
      certain |= child;
      // One child without a place is enough, but for those that are placed together.
      if (newCare.search.unbooked.length === 0 && !isPlaceable(newCare, certain)) return undefined;
    }
    asks |= byCourse;
    if (byFamily === BY_CARE_NOT_STATED) asks |= askField('children.care');
    else if (byFamily !== 0) asks |= ASK_OTHER;
  }
  if (certain !== 0 && !isPlaceable(newCare, certain)) return undefined;
  return countingCloses(newCare, certain) ? asks : asks | ASK_OTHER;
}

const BY_CARE_NOT_STATED = 1;
const BY_HELPER_OR_SCHOOL = 2;

/** Why the family itself leaves a gap open: 0 when it does not. */
function openByFamily(terms: CareTerms, care: CareCase, gaps: Gaps, row: number): number {
  const { everyHelper, beyondSchoolEntry, everyHelperBeyondSchoolEntry, frame } = terms.families;
  if (frame.situation.children[gaps.child[row] ?? 0]?.care === undefined) return BY_CARE_NOT_STATED;
  return isClosedIn(terms, everyHelper, care, gaps, row) ||
    isClosedIn(terms, beyondSchoolEntry, care, gaps, row) ||
    isClosedIn(terms, everyHelperBeyondSchoolEntry, care, gaps, row)
    ? BY_HELPER_OR_SCHOOL
    : 0;
}

function isClosedIn(
  { request: { scratch } }: CareTerms,
  family: Family | undefined,
  care: CareCase,
  gaps: Gaps,
  row: number,
): boolean {
  const held = care.sessions[gaps.session[row] ?? 0];
  const child = 1 << (gaps.child[row] ?? 0);
  if (family === undefined || held === undefined || !areCoveredDuring(family.weeks, child, held))
    return false;
  family.weigh(held, care.attended(held.place), scratch.needs);
  return scratch.needs.isKnown && (scratch.needs.gaps & child) === 0;
}
