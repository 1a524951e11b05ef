import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { DayPart } from '../../offer/terms.ts';
import { GRID_MINUTES, minutesIn, type Interval } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { mondayOnOrAfter, WORKDAYS } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import { anyChildConcerned, assessCare } from './assess-care.ts';
import { notApplicable, unknownCare, type CareAssessment } from './care-assessment.ts';
import type { CareContext } from './care-context.ts';
import { measureNeeds } from './gaps.ts';
import { weekBudget } from './week-budget.ts';

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

/** The care criterion for a job with day parts only: the best of what it states; no gaps are named. */
export function assessDayParts(context: CareContext, variant: Variant): CareAssessment {
  if (!anyChildConcerned(context.frames.ordinary, variant)) return notApplicable();
  const [best] = (variant.offer.dayParts ?? [])
    .map((part) => assessPart(context, variant, part))
    .sort((one, other) => BEST_FIRST.indexOf(one.result) - BEST_FIRST.indexOf(other.result));
  return best ?? unknownCare('timetable-not-known', { of: 'provider', code: 'timetable' });
}

function assessPart(context: CareContext, variant: Variant, part: DayPart): CareAssessment {
  switch (part) {
    case 'shift':
      return unknownCare('shift', { of: 'provider', code: 'shift-times' });
    case 'flexible':
    case 'full-time':
      return byWeekBudget(context.frames.ordinary, variant, part);
    case 'morning':
    case 'afternoon':
    case 'evening':
      return byPart(context, variant, PARTS[part]);
  }
}

/** Met if the week budget reaches the hours; full time is unmet if it is under half of them. */
function byWeekBudget(frame: Frame, variant: Variant, part: 'flexible' | 'full-time'): CareAssessment {
  const { hours } = variant.offer;
  const way = wayToWork(frame, variant);
  if (way === undefined) return unknownCare('place-not-known', { of: 'provider', code: 'place' });
  const budget = weekBudget(frame, {
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
function byPart(context: CareContext, variant: Variant, part: Interval): CareAssessment {
  const frame = context.frames.ordinary;
  const { hours } = variant.offer;
  const days = daysNeeded(hours?.max, part);
  if (days === undefined) return unknownCare('day-parts', { of: 'provider', code: 'working-times' });
  const easiest = easiestDays(frame, variant, part, days);
  if (easiest === undefined) return unknownCare('place-not-known', { of: 'provider', code: 'place' });
  const whole = { ...assessCare(context, heldOn(variant, easiest)), gaps: [], gapMinutesPerWeek: null };
  if (whole.result !== 'unmet') return whole;
  const shortDays = daysNeeded(hours?.min, part) ?? days;
  const stretch = hours === undefined ? undefined : (hours.min * 60) / shortDays;
  return stretch !== undefined && daysWithStretch(frame, variant, part, stretch) < shortDays
    ? { ...whole, reasons: ['day-parts'] }
    : { ...unknownCare('day-parts', { of: 'provider', code: 'working-times' }), newCare: whole.newCare };
}

/** The job as if its times were these and nothing else were missing. */
function heldOn(variant: Variant, sessions: readonly PlacedSession[]): Variant {
  const { offer } = variant;
  return {
    ...variant,
    sessions,
    offer: { ...offer, timetable: { ...offer.timetable, complete: true, missing: [] } },
  };
}

/** On how many weekdays a part has to be worked for the hours: five if they are not known; `undefined` if five do not hold them. */
export function daysNeeded(hoursPerWeek: number | undefined, part: Interval): number | undefined {
  if (hoursPerWeek === undefined) return 5;
  const partMinutes = part.to - part.from;
  const days = Math.min(5, Math.ceil((hoursPerWeek * 60) / partMinutes));
  return days * partMinutes < hoursPerWeek * 60 ? undefined : Math.max(1, days);
}

/** The part as sessions on those workdays on which it leaves the fewest uncovered minutes; ties: earlier in the week. */
function easiestDays(
  frame: Frame,
  variant: Variant,
  part: Interval,
  days: number,
): readonly PlacedSession[] | undefined {
  const sessions = workdaySessions(frame, variant, part);
  const measured = sessions.map((session) => {
    const needs = measureNeeds(frame, [session]);
    return { session, uncovered: needs?.reduce((sum, need) => sum + minutesIn(need.uncovered), 0) };
  });
  if (measured.some(({ uncovered }) => uncovered === undefined)) return undefined;
  return measured
    .sort(
      (one, other) => (one.uncovered ?? 0) - (other.uncovered ?? 0) || one.session.date - other.session.date,
    )
    .slice(0, days)
    .map(({ session }) => session)
    .sort((one, other) => one.date - other.date);
}

function workdaySessions(frame: Frame, variant: Variant, part: Interval): readonly PlacedSession[] {
  const monday = mondayOnOrAfter(frame.from);
  const isOnline = !variant.modes.includes('on-site');
  const at = isOnline ? frame.home : (variant.places[0] ?? { precision: 'none' as const });
  return WORKDAYS.map((day) => ({
    date: addDays(monday, day),
    from: part.from,
    to: part.to,
    core: false,
    plain: true,
    at,
    isOnline,
  }));
}

/** On how many workdays some covered stretch of work of that length lies in the part. */
function daysWithStretch(frame: Frame, variant: Variant, part: Interval, minutes: number): number {
  return workdaySessions(frame, variant, part).filter((session) => {
    for (let from = part.from; from + minutes <= part.to; from += GRID_MINUTES) {
      const needs = measureNeeds(frame, [{ ...session, from, to: from + minutes }]);
      if (needs?.every((need) => need.uncovered.length === 0) === true) return true;
    }
    return false;
  }).length;
}
