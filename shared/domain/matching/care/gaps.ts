import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { intersect, minutesIn, subtract, unite, type Interval } from '../../time/intervals.ts';
import { mondayOf, weekdayOf, type Weekday } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import type { Gap } from '../match-result.ts';
import type { PlacedSession } from '../variants.ts';
import { coverageDuring, datesTouched, wholeDay } from './coverage.ts';
import { needsFor, type Need } from './needs.ts';

/** A need and the part of it in which nobody looks after the child; `uncovered` is empty where all is covered. */
export type MeasuredNeed = Need & { readonly uncovered: readonly Interval[] };

/** A measured need that has a gap. */
export type SessionGap = MeasuredNeed;

/** When nobody looks after a child, on the axis of `absolute`. */
export type UncoveredTime = Pick<SessionGap, 'child' | 'uncovered'>;

/** Every need of the sessions with its gap, before childcare of the course; `undefined` when a place or way is not known. */
export function measureNeeds(
  frame: Frame,
  sessions: readonly PlacedSession[],
): readonly MeasuredNeed[] | undefined {
  const measured: MeasuredNeed[] = [];
  for (const session of sessions) {
    const needs = needsFor(frame, session);
    if (needs === undefined) return undefined;
    for (const need of needs) {
      const covered = coverageDuring(frame, need.child, need.need, session.plain);
      measured.push({ ...need, uncovered: subtract([need.need], covered) });
    }
  }
  return measured;
}

/** The uncovered time of each child, united over sessions. */
export function uncoveredByChild(gaps: readonly UncoveredTime[]): ReadonlyMap<number, readonly Interval[]> {
  const byChild = new Map<number, Interval[]>();
  for (const { child, uncovered } of gaps) {
    const collected = byChild.get(child);
    if (collected === undefined) byChild.set(child, [...uncovered]);
    else collected.push(...uncovered);
  }
  return new Map([...byChild].map(([child, uncovered]) => [child, unite(uncovered)]));
}

/** The largest number of minutes, over calendar weeks, in which at least one child has a gap. */
export function gapMinutesPerWeek(gaps: readonly SessionGap[]): number {
  const anyChild = unite(gaps.flatMap((gap) => gap.uncovered));
  const mondays = new Set(anyChild.flatMap((stretch) => datesTouched(stretch).map(mondayOf)));
  const weeks = [...mondays].map((monday) => ({
    from: monday * MINUTES_PER_DAY,
    to: (monday + 7) * MINUTES_PER_DAY,
  }));
  return Math.max(0, ...weeks.map((week) => minutesIn(intersect(anyChild, [week]))));
}

/** Gaps as reported: split at midnight; by child, weekday, from, to, with the number of dates; in that order. */
export function reportGaps(gaps: readonly UncoveredTime[]): readonly Gap[] {
  const reported = new Map<string, Gap>();
  for (const [child, stretches] of uncoveredByChild(gaps)) {
    for (const piece of stretches.flatMap(splitAtMidnight)) {
      const key = [child, piece.day, piece.from, piece.to].join(' ');
      reported.set(key, { child, ...piece, dates: (reported.get(key)?.dates ?? 0) + 1 });
    }
  }
  return [...reported.values()].sort(
    (one, other) =>
      one.child - other.child || one.day - other.day || one.from - other.from || one.to - other.to,
  );
}

function splitAtMidnight(stretch: Interval): readonly { day: Weekday; from: number; to: number }[] {
  return datesTouched(stretch).map((date) => {
    const day = wholeDay(date);
    return {
      day: weekdayOf(date),
      from: Math.max(stretch.from, day.from) - day.from,
      to: Math.min(stretch.to, day.to) - day.from,
    };
  });
}
