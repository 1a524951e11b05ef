import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedHelp } from '../../../../../../shared/domain/matching/fast/levers/added-help.ts';
import type { Helper } from '../../../../../../shared/domain/situation/situation.ts';
import { MINUTES_PER_DAY } from '../../../../../../shared/domain/time/clock-time.ts';
import { GRID_MINUTES } from '../../../../../../shared/domain/time/intervals.ts';
import { WEEKDAYS } from '../../../../../../shared/domain/time/weekday.ts';
import { child } from '../../../../../support/family-language.ts';

const CHILDREN = [child('3y', []), child('8y', [])];

const anyHelper: fc.Arbitrary<Helper> = fc
  .record({
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 287 }),
    cells: fc.integer({ min: 1, max: 280 }),
    children: fc.constantFrom(undefined, [0], [1], [0, 1]),
  })
  .map(({ days, from, cells, children }) => ({
    hours: { days, from: from * GRID_MINUTES, to: (from + cells) * GRID_MINUTES },
    every: 'week',
    ...(children !== undefined && { children }),
  }));

/** The cells of a weekday in the second of three weeks that helpers cover for a child, one by one. */
function cellsOn(helpers: readonly Helper[], weekday: number, index: number): readonly number[] {
  const midnight = (7 + weekday) * MINUTES_PER_DAY;
  const cells = Array.from({ length: MINUTES_PER_DAY / GRID_MINUTES }, (_none, cell) => cell);
  return cells.filter((cell) =>
    helpers.some(
      ({ hours, children }) =>
        children?.includes(index) !== false &&
        [0, 7, 14].some((week) =>
          hours.days.some((day) => {
            const minute = midnight + cell * GRID_MINUTES - (week + day) * MINUTES_PER_DAY;
            return hours.from <= minute && minute < hours.to;
          }),
        ),
    ),
  );
}

describe('the help that is added', () => {
  test('begins with the first cell that those who are added cover on a weekday, and ends with the last', () => {
    fc.assert(
      fc.property(
        fc.array(anyHelper, { maxLength: 2 }),
        fc.array(anyHelper, { maxLength: 3 }),
        (before, added) => {
          const help = addedHelp(
            { children: CHILDREN, helpers: before },
            { children: CHILDREN, helpers: [...before, ...added] },
          );
          for (const weekday of WEEKDAYS) {
            for (const index of CHILDREN.keys()) {
              const cells = cellsOn(added, weekday, index);
              const { from, to } = help(weekday, index);
              const found = from < to ? [from, to - 1] : [];
              expect(found).toEqual(cells.length === 0 ? [] : [cells[0], cells.at(-1)]);
            }
          }
        },
      ),
      { numRuns: 60, seed: 411 },
    );
  });
});
