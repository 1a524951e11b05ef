import { weekBudget, type WeekBudget } from './care/week-budget.ts';
import { needsCareOn } from './care/needs-care.ts';
import { withSituation, type Frame } from './frame.ts';
import { careChanges } from './levers/care-changes.ts';
import { afterLastCoverage, withHelpers } from './levers/edge-hours.ts';
import { granted } from './levers/granted.ts';
import type { GrantedChange } from './match-result.ts';

/** How far today's care reaches towards the hours wished for, and what is missing. */
export type MoreHoursPlan = {
  /** Absent when the care of a child that needs it was not stated. */
  readonly budget?: WeekBudget;
  /** The first care change, or pair of them, with which the budget reaches the wish; empty when it does already or none does. */
  readonly missingCare: readonly GrantedChange[];
  /** The smallest equal later end of care, Monday to Friday, in minutes, multiple of 15, with which it does. */
  readonly laterEndMinutes?: number;
};

const LATER_END_STEP_MINUTES = 15;
const LATEST_END = 22 * 60;

/** From part time to full time, by section 8; without a wish only the budget. */
export function planMoreHours(frame: Frame): MoreHoursPlan {
  const budget = budgetOf(frame);
  if (budget === undefined) return { missingCare: [] };
  const wish = frame.situation.work?.wantedHoursPerWeek;
  if (wish === undefined || reaches(frame, wish)) return { budget, missingCare: [] };
  const laterEndMinutes = smallestLaterEnd(frame, wish);
  return {
    budget,
    missingCare: missingCare(frame, wish),
    ...(laterEndMinutes === undefined ? {} : { laterEndMinutes }),
  };
}

/** With the stated way to the present work, else the region's usual one. */
function budgetOf(frame: Frame): WeekBudget | undefined {
  const { workTravelMinutes, handoverMinutes } = frame.region.figures;
  const wayMinutes = frame.situation.work?.travelMinutes ?? workTravelMinutes;
  return weekBudget(frame, { wayMinutes, handoverMinutes, online: false });
}

function reaches(frame: Frame, wishHours: number): boolean {
  const budget = budgetOf(frame);
  return budget !== undefined && budget.paidMinutes >= wishHours * 60;
}

function missingCare(frame: Frame, wish: number): readonly GrantedChange[] {
  const singles = careChanges(frame).map(({ change, situation }) => ({
    change,
    after: withSituation(frame, situation),
  }));
  const one = singles.find(({ after }) => reaches(after, wish));
  if (one !== undefined) return [granted(frame, one.change)];
  for (const { change, after } of singles) {
    const second = careChanges(after).find(({ situation }) => reaches(withSituation(after, situation), wish));
    if (second !== undefined) return [granted(frame, change), granted(frame, second.change)];
  }
  return [];
}

function smallestLaterEnd(frame: Frame, wish: number): number | undefined {
  const concerned = frame.situation.children.flatMap((child, index) =>
    needsCareOn(child, frame.from, { online: false }, frame.today) ? [index] : [],
  );
  for (let minutes = LATER_END_STEP_MINUTES; minutes <= LATEST_END; minutes += LATER_END_STEP_MINUTES) {
    const helpers = concerned.flatMap((child) => afterLastCoverage(frame, child, minutes, LATEST_END));
    const longer = withSituation(frame, withHelpers(frame.situation, helpers));
    if (reaches(longer, wish)) return minutes;
  }
  return undefined;
}
