import { expect, it } from 'vitest';
import { medianOf, timeEach } from '../../bench/timing.ts';

it('runs the first values to warm up and then each as often as asked, one after another', async () => {
  const runs: string[] = [];
  const run = async (value: string) => {
    runs.push(`${value} begins`);
    await Promise.resolve();
    runs.push(`${value} ends`);
  };
  const milliseconds = await timeEach(['a', 'b'], run, { warmUp: 1, repetitions: 2 });
  expect(milliseconds.length).toBe(2);
  expect(runs).toEqual(['a', 'a', 'a', 'b', 'b'].flatMap((value) => [`${value} begins`, `${value} ends`]));
});

it('takes the lower of two medians', () => {
  expect(medianOf([9, 1, 5])).toBe(5);
  expect(medianOf([4, 1, 3, 2])).toBe(2);
});

it('stops after its budget, but not before three', async () => {
  const run = () => {
    for (const start = performance.now(); performance.now() - start < 2;);
  };
  const values = Array.from({ length: 500 }, (_, index) => index);
  expect((await timeEach(values, run, { warmUp: 0, repetitions: 1, budgetMs: 1 })).length).toBe(3);
  expect((await timeEach(values.slice(0, 6), run, { warmUp: 0, repetitions: 1 })).length).toBe(6);
});
