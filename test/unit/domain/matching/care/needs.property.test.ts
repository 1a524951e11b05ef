import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Child, Helper } from '../../../../../shared/domain/situation/situation.ts';
import {
  care,
  child,
  course,
  region,
  situation,
  town,
  type Town,
} from '../../../../support/family-language.ts';
import { needLines } from '../../../../support/need-lines.ts';
import { formatClockTime } from '../../../../../shared/domain/time/clock-time.ts';

/** The session of every run, minutes of Monday. */
const [BEGIN, END] = [12 * 60, 14 * 60];
/** Places by latitude. */
const NAMES = ['home', 'a', 'b', 'c', 'course'] as const;
type Name = (typeof NAMES)[number];

type Who = { readonly at: Name; readonly goesAlone: boolean; readonly care: readonly [number, number] };
type Family = {
  readonly children: readonly Who[];
  readonly ways: readonly number[];
  readonly helper?: { readonly from: number; readonly to: number; readonly children: readonly number[] };
};

const minute = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from / 5, max: to / 5 }).map((n) => n * 5);

/** Everybody's care overlaps the session, so that each is where its entry says. */
const who: fc.Arbitrary<Who> = fc.record({
  at: fc.constantFrom(...NAMES),
  goesAlone: fc.boolean(),
  care: fc.tuple(minute(BEGIN - 120, BEGIN + 30), minute(END - 30, END + 120)),
});
const someFamily: fc.Arbitrary<Family> = fc.record(
  {
    children: fc.array(who, { minLength: 1, maxLength: 5 }),
    ways: fc.array(minute(5, 30), { minLength: 25, maxLength: 25 }),
    helper: fc.record({
      from: minute(BEGIN - 120, BEGIN),
      to: minute(END + 5, END + 120),
      children: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 }),
    }),
  },
  { requiredKeys: ['children', 'ways'] },
);

function wayIn({ ways }: Family, from: Name, to: Name): number {
  return from === to ? 0 : (ways[NAMES.indexOf(from) * NAMES.length + NAMES.indexOf(to)] ?? 0);
}

function isCovered(of: Family, index: number, at: number): boolean {
  const [from, to] = of.children[index]?.care ?? [0, 0];
  const { helper } = of;
  const isHelped = helper?.children.includes(index) === true && helper.from <= at && at < helper.to;
  return isHelped || (from <= at && at < to);
}

function ordersOf(names: readonly Name[]): readonly (readonly Name[])[] {
  if (names.length === 0) return [[]];
  return names.flatMap((first) =>
    ordersOf(names.filter((name) => name !== first)).map((rest) => [first, ...rest]),
  );
}

/** One half of a tour walked forward by the clock: when each stop is reached, when it is left, and how long all takes. */
function walk(
  of: Family,
  stops: readonly Name[],
  start: Name,
  goal: Name,
): { reached: Map<Name, number>; left: Map<Name, number>; total: number } {
  const [reached, left] = [new Map<Name, number>(), new Map<Name, number>()];
  let [clock, here] = [0, start];
  for (const stop of stops) {
    clock += wayIn(of, here, stop);
    reached.set(stop, clock);
    clock += 5;
    left.set(stop, clock);
    here = stop;
  }
  return { reached, left, total: clock + wayIn(of, here, goal) };
}

/** The oracle: every order walked, minutes without care counted one by one. */
function expectedNeeds(of: Family): readonly string[] {
  const brought = of.children.filter(({ goesAlone, at }) => !goesAlone && at !== 'home' && at !== 'course');
  const stops = NAMES.filter((name) => brought.some(({ at }) => at === name));
  const begins = (order: readonly Name[]): readonly number[] => {
    const { reached, total } = walk(of, order, 'home', 'course');
    return of.children.map(({ at, goesAlone }) => {
      if (goesAlone) return BEGIN - total;
      if (at === 'home') return BEGIN - total - 5;
      return at === 'course' ? BEGIN : BEGIN - total + (reached.get(at) ?? 0);
    });
  };
  const ends = (order: readonly Name[]): readonly number[] => {
    const { left, total } = walk(of, order, 'course', 'home');
    return of.children.map(({ at, goesAlone }) => {
      if (goesAlone) return END + total;
      if (at === 'home') return END + total + 5;
      return at === 'course' ? END : END + (left.get(at) ?? 0);
    });
  };
  const uncovered = (from: (index: number) => number, to: (index: number) => number): number =>
    of.children.reduce((sum, _who, index) => {
      let count = 0;
      for (let at = from(index); at < to(index); at += 1) if (!isCovered(of, index, at)) count += 1;
      return sum + count;
    }, 0);
  const rank = (order: readonly Name[]): number =>
    order.reduce((sum, name) => sum * 10 + NAMES.indexOf(name), 0);
  const pick = (
    cost: (order: readonly Name[]) => number,
    total: (order: readonly Name[]) => number,
  ): readonly Name[] =>
    [...ordersOf(stops)].sort(
      (one, other) => cost(one) - cost(other) || total(one) - total(other) || rank(one) - rank(other),
    )[0] ?? [];
  const there = pick(
    (order) =>
      uncovered(
        (index) => begins(order)[index] ?? 0,
        () => BEGIN,
      ),
    (order) => walk(of, order, 'home', 'course').total,
  );
  const back = pick(
    (order) =>
      uncovered(
        () => END,
        (index) => ends(order)[index] ?? 0,
      ),
    (order) => walk(of, order, 'course', 'home').total,
  );
  const [from, to] = [begins(there), ends(back)];
  return of.children.map(
    (_who, index) =>
      `${String(index)} ${formatClockTime(from[index] ?? 0)}-${formatClockTime(to[index] ?? 0)}`,
  );
}

function townOf(of: Family): Town {
  const pairs = NAMES.flatMap((from) =>
    NAMES.filter((to) => to !== from).map((to) => `${from}>${to} ${String(wayIn(of, from, to))}`),
  );
  return town(pairs.join(', '));
}

function childrenOf(of: Family, where: Town): readonly Child[] {
  return of.children.map(({ at, goesAlone, care: [from, to] }) =>
    child(
      '4y',
      [care('other', `mo ${formatClockTime(from)}-${formatClockTime(to)}`, { place: where.place(at) })],
      { goesAlone },
    ),
  );
}

test('what each child needs agrees with walking every tour by the clock', () => {
  fc.assert(
    fc.property(someFamily, (some) => {
      const where = townOf(some);
      const helpers: readonly Helper[] =
        some.helper === undefined
          ? []
          : [
              {
                hours: { days: [0], from: some.helper.from, to: some.helper.to },
                children: some.helper.children,
                every: 'week',
              },
            ];
      const parent = situation(childrenOf(some, where), { home: where.place('home'), helpers });
      const offer = course('mo 12:00-14:00', { places: [where.place('course')] });
      expect(needLines(parent, offer, region({}, where))).toEqual(expectedNeeds(some));
    }),
    { numRuns: 300 },
  );
});
