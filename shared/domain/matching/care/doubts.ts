import type { Frame } from '../frame.ts';
import type { OpenQuestion } from '../match-result.ts';
import type { Variant } from '../variants.ts';
import type { CareReason } from './care-assessment.ts';
import { needsCareOn } from './needs-care.ts';
import { weekBudget } from './week-budget.ts';

/** A reason why an answer without gaps is no yes, with the question that settles it. */
export type Doubt = { readonly reason: CareReason; readonly question: OpenQuestion };

const CARE_NOT_STATED: OpenQuestion = { of: 'person', field: 'children.care' };

/** Whether the week budget cannot be told because the care of a child that needs it was not stated. */
export function budgetHangsOnCare(frame: Frame, online: boolean): boolean {
  return weekBudget(frame, { wayMinutes: 0, handoverMinutes: 0, online }) === undefined;
}

/** What keeps an answer without gaps from being a yes. */
export function doubtsAbout(frame: Frame, variant: Variant): readonly Doubt[] {
  const { timetable } = variant.offer;
  const doubts: Doubt[] = [];
  if (!timetable.complete) {
    doubts.push({ reason: 'incomplete', question: { of: 'provider', code: 'missing-times' } });
  }
  if (variant.sessions.some((session) => session.core) && !coreHoursFit(frame, variant)) {
    const asks =
      variant.offer.hours !== undefined && budgetHangsOnCare(frame, !variant.modes.includes('on-site'));
    doubts.push({
      reason: 'core-hours',
      question: asks ? CARE_NOT_STATED : { of: 'provider', code: 'core-hours' },
    });
  }
  if (timetable.selfPaced !== undefined && !selfPacedFits(frame, timetable.selfPaced.hoursPerWeek)) {
    doubts.push({
      reason: 'self-paced-hours',
      question: budgetHangsOnCare(frame, true)
        ? CARE_NOT_STATED
        : { of: 'provider', code: 'self-paced-hours' },
    });
  }
  if (
    frame.situation.children.some(
      (child, index) => child.care === undefined && needsCareAtAll(frame, variant, index),
    )
  ) {
    doubts.push({ reason: 'care-not-stated', question: { of: 'person', field: 'children.care' } });
  }
  return doubts;
}

/** Whether a child needs care at any session. */
function needsCareAtAll(frame: Frame, variant: Variant, index: number): boolean {
  const child = frame.situation.children[index];
  return (
    child !== undefined &&
    variant.sessions.some((session) =>
      needsCareOn(child, session.date, { online: session.isOnline }, frame.today),
    )
  );
}

function coreHoursFit(frame: Frame, variant: Variant): boolean {
  const { hours } = variant.offer;
  const ways = variant.sessions.map((session) => frame.way(frame.home, session.at));
  if (hours === undefined || ways.includes(undefined)) return false;
  const way = Math.max(0, ...ways.flatMap((minutes) => (minutes === undefined ? [] : [minutes])));
  const budget = weekBudget(frame, {
    wayMinutes: way,
    handoverMinutes: frame.region.figures.handoverMinutes,
    online: !variant.modes.includes('on-site'),
  });
  return budget !== undefined && budget.paidMinutes >= hours.max * 60;
}

/** Whether the week budget, without any way, reaches the hours of self-paced learning. */
export function selfPacedFits(frame: Frame, hoursPerWeek: number): boolean {
  const budget = weekBudget(frame, { wayMinutes: 0, handoverMinutes: 0, online: true });
  return budget !== undefined && budget.paidMinutes >= hoursPerWeek * 60;
}
