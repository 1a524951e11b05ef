import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import { serve } from './course-childcare.ts';
import type { Family } from '../sessions/family.ts';
import { addGaps, clearGaps, type Gaps } from './gaps.ts';
import type { Setting } from '../setting.ts';

/** Writes the gaps that the sessions of a case leave in a family's week; false when a way is not known. */
export function collectGaps(setting: Setting, family: Family, care: CareCase, gaps: Gaps): boolean {
  clearGaps(gaps);
  const { sessions } = care;
  for (let session = 0; session < sessions.length; session += 1) {
    const held = sessions[session];
    if (held === undefined) continue;
    const meaning = family.meaningOf(held.time, care.attended(held.place));
    if (!meaning.isKnown) return false;
    if (meaning.gaps !== 0) addGaps(gaps, session, held.time, meaning);
  }
  if (gaps.count > 0 && care.childcare !== undefined) {
    serve(setting, care.childcare, { ...care, weeksOn: () => family.weeks }, gaps);
  }
  return true;
}

/**
 * The same of sessions that each answer for themselves, but those that mean the same on days with the same openings of places only once;
 * `patternOf` numbers these, see `Openings`.
 */
export function collectGapsOnce(
  family: Family,
  { rows, begin, end, where }: SessionsAtOne,
  patternOf: (day: number) => number,
  gaps: Gaps,
): boolean {
  clearGaps(gaps);
  let shapeBefore = 0;
  let patternBefore = 0;
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    const shape = family.shapeOf(time);
    const pattern = patternOf(rows.day[row] ?? 0);
    if (shape === shapeBefore && pattern === patternBefore) continue;
    shapeBefore = shape;
    patternBefore = pattern;
    const meaning = family.meaningOf(time, where);
    if (!meaning.isKnown) return false;
    if (meaning.gaps === 0) continue;
    addGaps(gaps, row - begin, time, meaning);
  }
  return true;
}
