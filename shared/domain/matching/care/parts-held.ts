import { GRID_MINUTES, minutesIn, type Interval } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { mondayOnOrAfter, WORKDAYS } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import { assessCare } from './assess-care.ts';
import type { PartsHeld } from './assess-day-parts.ts';
import type { CareContext } from './care-context.ts';
import { measureNeeds } from './gaps.ts';
import { weekBudget } from './week-budget.ts';

/** Holds parts of the day against a family's week, workday by workday. */
export function partsHeld(context: CareContext, variant: Variant): PartsHeld {
  const frame = context.frames.ordinary;
  return {
    budget: (terms) => weekBudget(frame, terms),
    onEasiestDays(part, days) {
      const easiest = easiestDays(frame, variant, part, days);
      return easiest === undefined ? undefined : assessCare(context, heldOn(variant, easiest));
    },
    daysWithStretch: (part, minutes) => daysWithStretch(frame, variant, part, minutes),
  };
}

/** A job as if its times were these and nothing else were missing. */
export function heldOn(variant: Variant, sessions: readonly PlacedSession[]): Variant {
  const { offer } = variant;
  return {
    ...variant,
    sessions,
    offer: { ...offer, timetable: { ...offer.timetable, complete: true, missing: [] } },
  };
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
