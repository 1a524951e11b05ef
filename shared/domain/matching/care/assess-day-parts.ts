import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { DayPart } from '../../offer/terms.ts';
import type { Interval } from '../../time/intervals.ts';
import type { Frame } from '../frame.ts';
import type { Variant } from '../variants.ts';
import { notApplicable, unknownCare, type CareAssessment } from './care-assessment.ts';
import type { BudgetTerms, WeekBudget } from './week-budget.ts';
import { anyChildConcerned } from './without-sessions.ts';

type PartWithHours = Exclude<DayPart, 'shift' | 'flexible' | 'full-time'>;

/** When the parts of the day lie, minutes of a day. */
export const PARTS: Readonly<Record<PartWithHours, Interval>> = {
  morning: { from: 7 * 60, to: 13 * 60 },
  afternoon: { from: 12 * 60, to: 18 * 60 },
  evening: { from: 17 * 60, to: 22 * 60 },
};

/** Results of care, best first. */
export const BEST_FIRST = ['not-applicable', 'met', 'met-with-place', 'unknown', 'unmet'] as const;

/** Whether an offer is a job that says only in which parts of the day it lies. */
export function hasDayPartsOnly(offer: CatalogueOffer): boolean {
  const { weekly, dated, selfPaced } = offer.timetable;
  const hasTimes = weekly.length > 0 || dated.length > 0 || selfPaced !== undefined;
  return offer.kind === 'job' && !hasTimes && (offer.dayParts ?? []).length > 0;
}

/** How a family's week holds up against a job of which only parts of the day are known. */
export type PartsHeld = {
  readonly budget: (terms: BudgetTerms) => WeekBudget | undefined;
  /** The care criterion for a part on those workdays on which it leaves the least uncovered; `undefined` when a way is not known. */
  readonly onEasiestDays: (part: Interval, days: number) => CareAssessment | undefined;
  /** On how many workdays some covered stretch of work of so many minutes lies in the part. */
  readonly daysWithStretch: (part: Interval, minutes: number) => number;
};

/** The care criterion for a job with day parts only: the best of what it states; no gaps are named. */
export function assessDayParts(frame: Frame, variant: Variant, held: PartsHeld): CareAssessment {
  if (!anyChildConcerned(frame, variant)) return notApplicable();
  const [best] = (variant.offer.dayParts ?? [])
    .map((part) => assessPart(frame, variant, held, part))
    .sort((one, other) => BEST_FIRST.indexOf(one.result) - BEST_FIRST.indexOf(other.result));
  return best ?? unknownCare('timetable-not-known', { of: 'provider', code: 'timetable' });
}

function assessPart(frame: Frame, variant: Variant, held: PartsHeld, part: DayPart): CareAssessment {
  switch (part) {
    case 'shift':
      return unknownCare('shift', { of: 'provider', code: 'shift-times' });
    case 'flexible':
    case 'full-time':
      return byWeekBudget(frame, variant, held, part);
    case 'morning':
    case 'afternoon':
    case 'evening':
      return byPart(variant, held, PARTS[part]);
  }
}

/** Met if the week budget reaches the hours; full time is unmet if it is under half of them. */
function byWeekBudget(
  frame: Frame,
  variant: Variant,
  held: PartsHeld,
  part: 'flexible' | 'full-time',
): CareAssessment {
  const { hours } = variant.offer;
  const way = wayToWork(frame, variant);
  if (way === undefined) return unknownCare('place-not-known', { of: 'provider', code: 'place' });
  const budget = held.budget({
    wayMinutes: way,
    handoverMinutes: frame.region.figures.handoverMinutes,
    online: !variant.modes.includes('on-site'),
  });
  if (budget === undefined) {
    return unknownCare('care-not-stated', { of: 'person', field: 'children.care' });
  }
  if (hours === undefined) return unknownCare('week-budget', { of: 'provider', code: 'hours' });
  if (budget.paidMinutes >= hours.max * 60) return partOutcome('met');
  const underHalf = budget.paidMinutes < (hours.min * 60) / 2;
  return part === 'full-time' && underHalf
    ? partOutcome('unmet')
    : unknownCare('week-budget', { of: 'provider', code: 'working-times' });
}

function wayToWork(frame: Frame, { modes, places }: Variant): number | undefined {
  if (!modes.includes('on-site')) return 0;
  const place = places[0];
  return place === undefined ? undefined : frame.way(frame.home, place);
}

function partOutcome(result: 'met' | 'unmet'): CareAssessment {
  return {
    result,
    reasons: [result === 'met' ? 'week-budget' : 'day-parts'],
    questions: [],
    gaps: [],
    gapMinutesPerWeek: null,
    newCare: [],
    openHolidayDates: [],
    slackMinutes: undefined,
  };
}

/** A part of the day on as many weekdays as the hours take: held against care as sessions of a plain week. */
function byPart({ offer: { hours } }: Variant, held: PartsHeld, part: Interval): CareAssessment {
  const days = daysNeeded(hours?.max, part);
  if (days === undefined) return unknownCare('day-parts', { of: 'provider', code: 'working-times' });
  const easiest = held.onEasiestDays(part, days);
  if (easiest === undefined) return unknownCare('place-not-known', { of: 'provider', code: 'place' });
  const whole = { ...easiest, gaps: [], gapMinutesPerWeek: null };
  if (whole.result !== 'unmet') return whole;
  const shortDays = daysNeeded(hours?.min, part) ?? days;
  const stretch = hours === undefined ? undefined : (hours.min * 60) / shortDays;
  return stretch !== undefined && held.daysWithStretch(part, stretch) < shortDays
    ? { ...whole, reasons: ['day-parts'] }
    : { ...unknownCare('day-parts', { of: 'provider', code: 'working-times' }), newCare: whole.newCare };
}

/** On how many weekdays a part has to be worked for the hours: five if they are not known; `undefined` if five do not hold them. */
export function daysNeeded(hoursPerWeek: number | undefined, part: Interval): number | undefined {
  if (hoursPerWeek === undefined) return 5;
  const partMinutes = part.to - part.from;
  const days = Math.min(5, Math.ceil((hoursPerWeek * 60) / partMinutes));
  return days * partMinutes < hoursPerWeek * 60 ? undefined : Math.max(1, days);
}
