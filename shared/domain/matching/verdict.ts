import type { CriterionResult, NearMiss, Verdict } from './match-result.ts';

/** The verdict of section 6 from all results and the number of open holiday dates. */
export function verdictOf(
  criteria: readonly CriterionResult[],
  openHolidayDates: number,
  maxOpenHolidayDates: number,
): Verdict {
  const unmet = criteria.filter(({ result }) => result === 'unmet');
  const isAnyUnknown = criteria.some(({ result }) => result === 'unknown');
  if (unmet.length > 0) return nearMissOf(criteria) === undefined ? 'no' : 'nearly';
  if (isAnyUnknown) return 'ask';
  if (openHolidayDates > maxOpenHolidayDates) return 'nearly';
  return criteria.some(({ result }) => result === 'met-with-place') ? 'fits-with-care' : 'fits';
}

/** The one unmet criterion's near miss; `undefined` when more are unmet or it is none. */
export function nearMissOf(criteria: readonly CriterionResult[]): NearMiss | undefined {
  const unmet = criteria.filter(({ result }) => result === 'unmet');
  return unmet.length === 1 ? unmet[0]?.nearMiss : undefined;
}
