import { overlaps } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { CareContext } from '../care/care-context.ts';
import { coverageDuring, datesTouched, wholeDay } from '../care/coverage.ts';
import { closesEverything, type RemainingGap } from '../care/remaining-gaps.ts';
import { stretchOf } from '../care/session-stretch.ts';
import type { Frame } from '../frame.ts';
import type { GrantedChange } from '../match-result.ts';
import type { Variant } from '../variants.ts';
import { granted } from './granted.ts';

const MOST_HELPER_DATES = 3;
const DATES_PER_HELPER_DATE = 10;

/**
 * What makes unmet care a near miss: a helper on few dates, or the first care change that closes all gaps if every
 * session with a gap at least overlaps the child's care that day. `undefined` when it is none.
 */
export function nearestCareChange(
  context: CareContext,
  variant: Variant,
  gaps: readonly RemainingGap[],
): GrantedChange | undefined {
  const frame = context.frames.ordinary;
  const dates = datesOf(gaps);
  if (dates.length <= mostHelperDates(variant)) {
    const children = [...new Set(gaps.map((gap) => gap.child))].sort((one, other) => one - other);
    return granted(frame, { kind: 'helper-on-dates', children, dates });
  }
  if (!gaps.every((gap) => overlapsCare(frame, gap))) return undefined;
  const inQuestion = new Set(gaps.map((gap) => gap.session));
  const others = variant.sessions.filter((session) => !inQuestion.has(session));
  const sessions = [...inQuestion, ...others];
  return context.changes.find(({ frame: changed }) => closesEverything(changed, variant.offer, sessions))
    ?.change;
}

function mostHelperDates({ sessions }: Variant): number {
  const dates = new Set(sessions.map((session) => session.date)).size;
  return Math.min(MOST_HELPER_DATES, Math.floor(dates / DATES_PER_HELPER_DATE));
}

function datesOf(gaps: readonly RemainingGap[]): readonly LocalDate[] {
  return [...new Set(gaps.map((gap) => gap.session.date))].sort((one, other) => one - other);
}

function overlapsCare(frame: Frame, gap: RemainingGap): boolean {
  const session = stretchOf(gap.session);
  return datesTouched(session).some((date) =>
    coverageDuring(frame, gap.child, wholeDay(date), gap.session.plain).some((stretch) =>
      overlaps(stretch, session),
    ),
  );
}
