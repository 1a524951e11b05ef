import type { Helper, Situation } from '../../situation/situation.ts';
import { MINUTES_PER_DAY, type Minutes } from '../../time/clock-time.ts';
import { addDays } from '../../time/local-date.ts';
import { mondayOf, WORKDAYS } from '../../time/weekday.ts';
import { absolute, coverageOn } from '../care/coverage.ts';
import { usualWeek } from '../care/week-budget.ts';
import type { Frame } from '../frame.ts';
import type { Change } from '../match-result.ts';
import type { AppliedChange } from './applied-change.ts';

const EDGE_WINDOWS = [
  { from: 14 * 60, to: 18 * 60 },
  { from: 17 * 60, to: 22 * 60 },
] as const;
/** Care after a late shift may run past midnight. */
const END_OF_NEXT_DAY = 2 * MINUTES_PER_DAY;
const EDGE_MINUTES = [30, 60, 90, 120] as const;

/** Edge hours or a helper, for each child and for all: on one workday in two windows, on all five after the day's care. */
export function edgeHours(frame: Frame): readonly AppliedChange[] {
  const all = frame.situation.children.map((_child, index) => index);
  const groups = all.length > 1 ? [...all.map((index) => [index]), all] : all.map((index) => [index]);
  return groups.flatMap((children) => [
    ...EDGE_WINDOWS.flatMap(({ from, to }) =>
      WORKDAYS.map((day): AppliedChange => {
        const helper: Helper = { hours: { days: [day], from, to }, children, every: 'week' };
        const change: Change = { kind: 'edge-hours', children, days: [day], from, until: to };
        return { change, situation: withHelpers(frame.situation, [helper]) };
      }),
    ),
    ...EDGE_MINUTES.map((minutes): AppliedChange => {
      const helpers = children.flatMap((child) => afterLastCoverage(frame, child, minutes, END_OF_NEXT_DAY));
      const change: Change = { kind: 'edge-hours', children, days: WORKDAYS, minutes };
      return { change, situation: withHelpers(frame.situation, helpers) };
    }),
  ]);
}

/**
 * A helper on each workday from the end of that day's last care in the usual week, for `minutes` but not beyond `latest`, counted from its midnight; none on days without care or with care until then.
 */
export function afterLastCoverage(
  frame: Frame,
  child: number,
  minutes: Minutes,
  latest: Minutes,
): readonly Helper[] {
  const usual = usualWeek(frame);
  return WORKDAYS.flatMap((day): readonly Helper[] => {
    const date = addDays(mondayOf(frame.from), day);
    const last = coverageOn(usual, child, date, true).at(-1);
    if (last === undefined) return [];
    const from = last.to - absolute(date, 0);
    const to = Math.min(from + minutes, latest);
    return from < to ? [{ hours: { days: [day], from, to }, children: [child], every: 'week' }] : [];
  });
}

/** The situation with more helpers. */
export function withHelpers(situation: Situation, helpers: readonly Helper[]): Situation {
  return { ...situation, helpers: [...situation.helpers, ...helpers] };
}
