import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostCells } from './cells.ts';
import type { ChildWeek, Span } from './child-week.ts';
import type { DayClass } from './day-classes.ts';
import { NeedsReference } from './needs-reference.ts';
import { HOME, type Spot, type Surroundings } from './surroundings.ts';
import { best, toursBack, toursThere, type HalfTour } from './tours.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** Numbers of classes of days are below this. */
export const MOST_CLASSES = 4096;

/** Some sessions that have the same consequences: on the dates of one class, at the same minutes and spot. */
export type SessionKind = {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  /** The number of `from`, `to` and `isOnline` together; see `SessionTimes`. */
  readonly time: number;
  readonly spot: Spot;
  readonly isOnline: boolean;
};

/** Numbers the distinct times and modes of sessions of one request, from 0. */
export type SessionTimes = (from: number, to: number, isOnline: boolean) => number;

/** No times numbered yet. */
export function sessionTimes(): SessionTimes {
  const numbers = new Map<number, number>();
  return (from, to, isOnline) => {
    const key = (from * 4096 + to) * 2 + Number(isOnline);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** When one child has to be looked after because of a session: minutes on the grid, counted from the midnight of its date. */
export type ChildNeed = {
  readonly child: number;
  readonly at: number;
  readonly handedOver: boolean;
  readonly from: number;
  readonly to: number;
};

/**
 * What a session means for a family. `needs`: `undefined` when a way is not known. `gaps`: bits of the children that are
 * not looked after all the time. `isOnlyTour`: there is one way to go, whatever the care.
 */
export type Outcome = {
  /** A number of its own within a request. */
  readonly id: number;
  readonly kind: SessionKind;
  readonly weeks: readonly ChildWeek[];
  readonly needs: readonly ChildNeed[] | undefined;
  readonly gaps: number;
  readonly isOnlyTour: boolean;
  /** What of each child's need is not covered, in cells; filled in when asked for. */
  readonly lost: (readonly Span[])[];
};

/** What outcomes hang on beside the session. */
export type OutcomeTerms = {
  readonly nextId: () => number;
  readonly surroundings: Surroundings;
  readonly handoverMinutes: number;
  readonly classOf: (id: number) => DayClass;
};

/** The order of children where all else is equal; `undefined` where it is not known. */
export type Ranks = readonly number[] | undefined;

type Attending = { readonly child: number; readonly at: number; readonly goesAlone: boolean };

/** The children that a session concerns, as bits. */
export function concernedBy(terms: Pick<OutcomeTerms, 'classOf'>, { day, isOnline }: SessionKind): number {
  const { online, onSite } = terms.classOf(day);
  return isOnline ? online : onSite;
}

/** What a session means for children with these weeks, by section 3 of the matching page. */
export function outcomeOf(
  terms: OutcomeTerms,
  weeks: readonly ChildWeek[],
  ranks: Ranks,
  kind: SessionKind,
): Outcome {
  const concerned = concernedBy(terms, kind);
  const id = terms.nextId();
  const nothing = { id, kind, weeks, gaps: 0, isOnlyTour: true, lost: [] };
  if (concerned === 0) return { ...nothing, needs: [] };
  const unknown = { ...nothing, needs: undefined };
  const { surroundings } = terms;
  const { day, from, to, spot } = kind;
  const children: Attending[] = [];
  for (const [child, week] of weeks.entries()) {
    if ((concerned & (1 << child)) === 0) continue;
    children.push({ child, at: week.whereDuring(day, from, to), goesAlone: week.child.goesAlone });
  }
  const others: number[] = [];
  let childAtHome = false;
  for (const { at, goesAlone } of inOrderOfRanks(children, ranks)) {
    if (goesAlone) continue;
    if (surroundings.way(at, HOME) === 0) {
      childAtHome = true;
      continue;
    }
    const wayToSession = surroundings.out(at, spot);
    if (wayToSession === UNKNOWN_WAY) return unknown;
    if (ranks === undefined && others.some((other) => at !== other && isUndecided(surroundings, at, other))) {
      throw new NeedsReference();
    }
    if (wayToSession > 0 && others.every((other) => surroundings.way(at, other) !== 0)) others.push(at);
  }
  const stays = others.length === 0 && surroundings.out(HOME, spot) === 0;
  const withHome = childAtHome && !stays;
  const there = toursThere(terms, others, spot, withHome);
  const back = toursBack(terms, others, spot, withHome);
  if (there === undefined || back === undefined) return unknown;
  const bestThere = best(surroundings, there, (half) =>
    sumOf(children, (one) => {
      const begin = onGrid(from - minutesOf(surroundings, half, one), Math.floor);
      const end = onGrid(from, Math.ceil);
      return begin < end ? lostCells(weeks[one.child], day, begin, end) : 0;
    }),
  );
  const bestBack = best(surroundings, back, (half) =>
    sumOf(children, (one) => {
      const begin = onGrid(to, Math.floor);
      const end = onGrid(to + minutesOf(surroundings, half, one), Math.ceil);
      return begin < end ? lostCells(weeks[one.child], day, begin, end) : 0;
    }),
  );
  let gaps = 0;
  const needs = children.map((one): ChildNeed => {
    const ahead = minutesOf(surroundings, bestThere, one);
    const begin = onGrid(from - ahead, Math.floor);
    const end = onGrid(to + minutesOf(surroundings, bestBack, one), Math.ceil);
    if (lostCells(weeks[one.child], day, begin, end) > 0) gaps |= 1 << one.child;
    return {
      child: one.child,
      at: one.at,
      handedOver: !one.goesAlone && ahead > 0,
      from: begin * GRID_MINUTES,
      to: end * GRID_MINUTES,
    };
  });
  return { id, kind, weeks, needs, gaps, isOnlyTour: there.length === 1 && back.length === 1, lost: [] };
}

/** What is left undecided between two children hangs on what was said of them, as in the reference. */
function inOrderOfRanks(children: readonly Attending[], ranks: Ranks): readonly Attending[] {
  if (children.length < 2 || ranks === undefined) return children;
  return children.toSorted((one, other) => (ranks[one.child] ?? 0) - (ranks[other.child] ?? 0));
}

/** Without ranks nothing may be left undecided: of places that are as good as one, or that ties do not tell apart. */
function isUndecided({ order, way }: Surroundings, at: number, other: number): boolean {
  const isTie = order(at, other) === 0;
  return way(at, other) === 0 ? !isTie : isTie;
}

function onGrid(minutes: number, round: (value: number) => number): number {
  return round(minutes / GRID_MINUTES);
}

function sumOf(children: readonly Attending[], of: (one: Attending) => number): number {
  let sum = 0;
  for (const one of children) sum += of(one);
  return sum;
}

function minutesOf({ way }: Surroundings, half: HalfTour, { at, goesAlone }: Attending): number {
  if (goesAlone) return half.homeMinutes;
  for (const { place, minutes } of half.stops) if (way(place, at) === 0) return minutes;
  return 0;
}
