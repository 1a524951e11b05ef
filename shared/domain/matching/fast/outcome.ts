import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostCells } from './cells.ts';
import type { ChildWeek, Span } from './child-week.ts';
import type { DayClass } from './day-classes.ts';
import type { Spot, Surroundings } from './surroundings.ts';
import type { Attending, HalfPlan, TourPlans } from './tour-plans.ts';
import { isBetter } from './tours.ts';

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
  /** Cells that are lost for at least one child; filled in when asked for. */
  readonly united: { cells: number | undefined };
  /** By class of day; see `onDay`. */
  readonly days: OutcomeOnDay[];
};

/** What was found out about an outcome on the days of one class; filled in when asked for. */
export type OutcomeOnDay = {
  /** By child: where the hours that cover its gap begin among the masks of `BookedMemo`. */
  readonly covers: number[];
  /** By child: why the family itself leaves its gap open; see `openByFamily`. */
  readonly openBy: number[];
  /** Bits of the changes that were tried, and of those that close all gaps. */
  readonly tried: number[];
  readonly closing: number[];
  /** Whether any change may close them at all; `undefined` before it is known. */
  mayClose: boolean | undefined;
};

/** What is known of an outcome on the days of a class. */
export function onDay({ days }: Outcome, day: number): OutcomeOnDay {
  return (days[day] ??= { covers: [], openBy: [], tried: [], closing: [], mayClose: undefined });
}

/** What outcomes hang on beside the session. */
export type OutcomeTerms = {
  readonly nextId: () => number;
  readonly surroundings: Surroundings;
  readonly handoverMinutes: number;
  readonly classOf: (id: number) => DayClass;
};

/** The children that a session concerns, as bits. */
export function concernedBy(terms: Pick<OutcomeTerms, 'classOf'>, { day, isOnline }: SessionKind): number {
  const { online, onSite } = terms.classOf(day);
  return isOnline ? online : onSite;
}

/** What a session means for children with these weeks, by section 3 of the matching page. */
export function outcomeOf(
  terms: OutcomeTerms,
  weeks: readonly ChildWeek[],
  plans: TourPlans,
  kind: SessionKind,
): Outcome {
  const concerned = concernedBy(terms, kind);
  const id = terms.nextId();
  if (concerned === 0)
    return {
      id,
      kind,
      weeks,
      needs: [],
      gaps: 0,
      isOnlyTour: true,
      lost: [],
      united: { cells: undefined },
      days: [],
    };
  const { day, from, to, spot } = kind;
  const attending: Attending[] = [];
  for (let child = 0; child < weeks.length; child += 1) {
    const week = weeks[child];
    if (week === undefined || (concerned & (1 << child)) === 0) continue;
    attending.push({ child, at: week.whereDuring(day, from, to), goesAlone: week.child.goesAlone });
  }
  const plan = plans(attending, spot);
  if (plan === undefined)
    return {
      id,
      kind,
      weeks,
      needs: undefined,
      gaps: 0,
      isOnlyTour: true,
      lost: [],
      united: { cells: undefined },
      days: [],
    };
  const { children, there, back } = plan;
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  const [before, after] = [Math.ceil(from / GRID_MINUTES), Math.floor(to / GRID_MINUTES)];
  const bestThere = bestOf(terms, there, (ahead, at) =>
    lostOf(weeks[children[at]?.child ?? 0], day, Math.floor((from - ahead) / GRID_MINUTES), before),
  );
  const bestBack = bestOf(terms, back, (ahead, at) =>
    lostOf(weeks[children[at]?.child ?? 0], day, after, Math.ceil((to + ahead) / GRID_MINUTES)),
  );
  let gaps = 0;
  const needs: ChildNeed[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const one = children[at];
    if (one === undefined) continue;
    const ahead = bestThere.ahead[at] ?? 0;
    const behind = bestBack.ahead[at] ?? 0;
    const first = ahead === 0 ? begin : Math.floor((from - ahead) / GRID_MINUTES);
    const last = behind === 0 ? end : Math.ceil((to + behind) / GRID_MINUTES);
    if (lostCells(weeks[one.child], day, first, last) > 0) gaps |= 1 << one.child;
    needs.push({
      child: one.child,
      at: one.at,
      handedOver: !one.goesAlone && ahead > 0,
      from: first * GRID_MINUTES,
      to: last * GRID_MINUTES,
    });
  }
  return {
    id,
    kind,
    weeks,
    needs,
    gaps,
    isOnlyTour: there.length === 1 && back.length === 1,
    lost: [],
    united: { cells: undefined },
    days: [],
  };
}

function lostOf(week: ChildWeek | undefined, day: number, begin: number, end: number): number {
  return begin < end ? lostCells(week, day, begin, end) : 0;
}

/** The only half, else the one with the fewest uncovered cells, ties as in `isBetter`. `lost`: of one child by its minutes and position. */
function bestOf(
  { surroundings }: OutcomeTerms,
  halves: readonly HalfPlan[],
  lost: (ahead: number, at: number) => number,
): HalfPlan {
  let [found] = halves;
  if (found === undefined) throw new Error('there is at least one order of stops');
  if (halves.length === 1) return found;
  let least = Number.POSITIVE_INFINITY;
  for (const plan of halves) {
    let cells = 0;
    for (let at = 0; at < plan.ahead.length; at += 1) cells += lost(plan.ahead[at] ?? 0, at);
    if (cells < least || (cells === least && isBetter(surroundings, plan.half, found.half))) {
      found = plan;
      least = cells;
    }
  }
  return found;
}
