import type { AgeRangeMonths } from '../../offer/offer.ts';
import type { Region } from '../../place/region.ts';
import type { Child } from '../../situation/situation.ts';
import { fullMonthsBetween, localDateOf, calendarParts, type LocalDate } from '../../time/local-date.ts';
import type { Trilean } from '../trilean.ts';

const MONTHS_PER_YEAR = 12;
const MONTHS_AT_SCHOOL_ENTRY = 6 * MONTHS_PER_YEAR;

/** Every age in whole months that a child may have on a date, both included; below zero = not born yet. */
export type PossibleMonths = { readonly least: number; readonly most: number };

/** The possible ages of a child on `date`; `undefined` when its age was not stated. */
export function possibleMonthsOn(
  child: Child,
  date: LocalDate,
  today: LocalDate,
): PossibleMonths | undefined {
  if (child.age === undefined) return undefined;
  const grown = fullMonthsBetween(today, date);
  if ('months' in child.age) {
    return { least: child.age.months + grown, most: child.age.months + grown };
  }
  const youngest = child.age.years * MONTHS_PER_YEAR + grown;
  return { least: youngest, most: youngest + MONTHS_PER_YEAR - 1 };
}

/** Whether the child is within an age range on `date`, both bounds included: yes only if for every possible month. */
export function isWithinAges(
  child: Child,
  ages: AgeRangeMonths | undefined,
  date: LocalDate,
  today: LocalDate,
): Trilean {
  return areMonthsWithin(possibleMonthsOn(child, date, today), ages);
}

/** Whether every month that is possible lies in an age range, both bounds included; `unknown` where either is not stated. */
export function areMonthsWithin(
  possible: PossibleMonths | undefined,
  ages: AgeRangeMonths | undefined,
): Trilean {
  if (ages === undefined || possible === undefined) return 'unknown';
  if (possible.least >= ages.fromMonths && possible.most <= ages.toMonths) return 'yes';
  return possible.most >= ages.fromMonths && possible.least <= ages.toMonths ? 'unknown' : 'no';
}

/** Whether the child is not born on `date` by any reading of its age. */
export function isUnborn(child: Child, date: LocalDate, today: LocalDate): boolean {
  const possible = possibleMonthsOn(child, date, today);
  return possible !== undefined && possible.most < 0;
}

/**
 * The 31 July on which Kita and childminder end because school begins: of the year of `schoolFrom`, else of the first
 * year in which the child is 6 by the region's cut-off for the oldest possible month. `undefined` without an age.
 */
export function careEndsForSchool(child: Child, region: Region, today: LocalDate): LocalDate | undefined {
  if (child.schoolFrom !== undefined) return lastOfJuly(calendarParts(child.schoolFrom).year);
  const possible = possibleMonthsOn(child, today, today);
  if (possible === undefined) return undefined;
  const { month, day } = region.schoolEntryCutOff;
  const thisYear = calendarParts(today).year;
  const monthsAtCutOff = possible.most + fullMonthsBetween(today, localDateOf(thisYear, month, day));
  const yearsUntil = Math.ceil((MONTHS_AT_SCHOOL_ENTRY - monthsAtCutOff) / MONTHS_PER_YEAR);
  return lastOfJuly(thisYear + yearsUntil);
}

function lastOfJuly(year: number): LocalDate {
  return localDateOf(year, 7, 31);
}
