import type { Frame } from '../frame.ts';
import { coverageDuring } from './coverage.ts';
import type { MeasuredNeed } from './gaps.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';

/** The least minutes to spare at a drop-off or pick-up among needs that are covered; `undefined` when there is none. */
export function leastSlack(frame: Frame, needs: readonly MeasuredNeed[]): number | undefined {
  const slacks = needs
    .filter((need) => need.handedOver && need.uncovered.length === 0)
    .map((need) => slackOf(frame, need));
  return slacks.length === 0 ? undefined : Math.min(...slacks);
}

/** Between the begin of the child's care and its need, or the end of its need and of its care: the smaller. */
function slackOf(frame: Frame, { child, need, session }: MeasuredNeed): number {
  const around = { from: need.from - MINUTES_PER_DAY, to: need.to + MINUTES_PER_DAY };
  const holding = coverageDuring(frame, child, around, session.plain).find(
    (stretch) => stretch.from <= need.from && need.to <= stretch.to,
  );
  return holding === undefined ? 0 : Math.min(need.from - holding.from, holding.to - need.to);
}
