/** Half-open stretch of minutes, `from` < `to`, on any one axis (a day, a week, or minutes since 1970-01-01 local time). */
export type Interval = { readonly from: number; readonly to: number };

/** The grid of all matching, in minutes. */
export const GRID_MINUTES = 5;

/** The same minutes as disjoint stretches in ascending order; stretches that overlap or touch become one. */
export function unite(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length <= 1) return intervals;
  const ascending = [...intervals].sort((one, other) => one.from - other.from || one.to - other.to);
  const united: Interval[] = [];
  for (const next of ascending) {
    const last = united.at(-1);
    if (last !== undefined && next.from <= last.to) {
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      united.push(next);
    }
  }
  return united;
}

/** What of `intervals` lies in none of `holes`, united. */
export function subtract(intervals: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  const united = unite(holes);
  return unite(intervals).flatMap((whole) => {
    const rest: Interval[] = [];
    let from = whole.from;
    for (const hole of united) {
      if (hole.to <= from || hole.from >= whole.to) continue;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < whole.to) rest.push({ from, to: whole.to });
    return rest;
  });
}

/** What lies in both, united. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  const others = unite(other);
  return unite(one).flatMap((left) =>
    others
      .map((right) => ({ from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }))
      .filter((both) => both.from < both.to),
  );
}

/** Minutes in any of the intervals, each counted once. */
export function minutesIn(intervals: readonly Interval[]): number {
  return unite(intervals).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Whether the two share at least a minute. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Rounded to the grid so that nothing is added; stretches that vanish are left out. */
export function roundInward(intervals: readonly Interval[]): readonly Interval[] {
  return intervals
    .map(({ from, to }) => ({
      from: Math.ceil(from / GRID_MINUTES) * GRID_MINUTES,
      to: Math.floor(to / GRID_MINUTES) * GRID_MINUTES,
    }))
    .filter(({ from, to }) => from < to);
}

/** Rounded to the grid so that nothing is left out. */
export function roundOutward({ from, to }: Interval): Interval {
  return {
    from: Math.floor(from / GRID_MINUTES) * GRID_MINUTES,
    to: Math.ceil(to / GRID_MINUTES) * GRID_MINUTES,
  };
}
