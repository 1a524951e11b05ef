/** How often to run: `warmUp` values before the clock counts, `repetitions` of each, and after which time to stop early. */
export type Repeat = {
  readonly warmUp: number;
  readonly repetitions: number;
  readonly budgetMs?: number;
};

/** Values that are measured whatever the budget. */
const AT_LEAST = 3;

/**
 * Milliseconds of each value, the median of its repetitions, in the order of the values; fewer than those when the budget is
 * used up. The runs before, over the first values, are not counted.
 */
export async function timeEach<Value>(
  values: readonly Value[],
  run: (value: Value) => unknown,
  { warmUp, repetitions, budgetMs = Number.POSITIVE_INFINITY }: Repeat,
): Promise<readonly number[]> {
  const begin = performance.now();
  const isOver = (done: number): boolean => done >= AT_LEAST && performance.now() - begin > budgetMs;
  for (const [done, value] of values.slice(0, warmUp).entries()) if (!isOver(done)) await run(value);
  collectGarbage();
  const milliseconds: number[] = [];
  for (const value of values) {
    if (isOver(milliseconds.length)) break;
    const runs: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const start = performance.now();
      const answer = run(value);
      if (answer instanceof Promise) await answer;
      runs.push(performance.now() - start);
    }
    milliseconds.push(medianOf(runs));
  }
  return milliseconds;
}

/** Milliseconds of one call, and what it gave. */
export function timed<Value>(run: () => Value): { readonly ms: number; readonly value: Value } {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
}

/** The lower median; `values` is not empty. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** Empties what is not used any more, where Node was started with `--expose-gc`. */
export function collectGarbage(): void {
  globalThis.gc?.();
}
