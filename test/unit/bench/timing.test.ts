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
