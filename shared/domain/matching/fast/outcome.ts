import { GRID_MINUTES } from '../../time/intervals.ts';
import { CELLS_PER_DAY, type ChildWeek, type Span } from './child-week.ts';
import type { DayClass } from './day-classes.ts';
import { NeedsReference } from './needs-reference.ts';
import { HOME, type Spot, type Surroundings } from './surroundings.ts';
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

type Stop = { readonly place: number; readonly minutes: number };
type HalfTour = { readonly stops: readonly Stop[]; readonly homeMinutes: number };
type Attending = { readonly child: number; readonly at: number; readonly goesAlone: boolean };

const MOST_PLACES_TO_PERMUTE = 4;

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

/** How many cells between two, counted from the midnight of a class's date, are not covered. */
export function lostCells(week: ChildWeek | undefined, day: number, begin: number, end: number): number {
  if (week === undefined) return end - begin;
  let lost = 0;
  for (let at = begin; at < end;) {
    const offset = Math.floor(at / CELLS_PER_DAY);
    const midnight = offset * CELLS_PER_DAY;
    const until = Math.min(end, midnight + CELLS_PER_DAY);
    lost += lostIn(week.cover(day, offset), at - midnight, until - midnight);
    at = until;
  }
  return lost;
}

/** How many bits from `begin` to before `end` are not set. */
export function lostIn(cells: Uint32Array, begin: number, end: number): number {
  let lost = 0;
  for (let word = begin >> 5; word <= (end - 1) >> 5; word += 1) {
    const low = Math.max(0, begin - word * 32);
    const high = Math.min(32, end - word * 32);
    const mask = (high === 32 ? -1 : (1 << high) - 1) & (-1 << low);
    lost += bitsIn(~(cells[word] ?? 0) & mask);
  }
  return lost;
}

/** How many of 32 bits are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
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

/** The only one, else fewest uncovered cells, then least time away from home, then the stops by place; a list is never empty. */
function best(
  { order }: Surroundings,
  tours: readonly HalfTour[],
  lost: (half: HalfTour) => number,
): HalfTour {
  let [found] = tours;
  if (found === undefined) throw new Error('there is at least one order of stops');
  if (tours.length === 1) return found;
  let least = lost(found);
  for (const half of tours.slice(1)) {
    const cells = lost(half);
    const compared =
      cells - least || half.homeMinutes - found.homeMinutes || compareStops(order, half, found);
    if (compared < 0) [found, least] = [half, cells];
  }
  return found;
}

function compareStops(order: Surroundings['order'], one: HalfTour, other: HalfTour): number {
  for (const [index, stop] of one.stops.entries()) {
    const against = other.stops[index];
    if (against === undefined) return 1;
    const compared = order(stop.place, against.place);
    if (compared !== 0) return compared;
  }
  return 0;
}

type Way = (from: number, to: number) => number;
/** Stands for the session among the places of a tour. */
const SESSION = -1;

function toursThere(
  { surroundings, handoverMinutes }: OutcomeTerms,
  others: readonly number[],
  spot: Spot,
  childAtHome: boolean,
): readonly HalfTour[] | undefined {
  const way: Way = (from, to) => (to === SESSION ? surroundings.out(from, spot) : surroundings.way(from, to));
  return toursBy(way, surroundings, others, { childAtHome, handoverMinutes });
}

/** Seen from the session, the way back run backwards is a way there. */
function toursBack(
  { surroundings, handoverMinutes }: OutcomeTerms,
  others: readonly number[],
  spot: Spot,
  childAtHome: boolean,
): readonly HalfTour[] | undefined {
  const way: Way = (from, to) =>
    to === SESSION ? surroundings.back(spot, from) : surroundings.way(to, from);
  const tours = toursBy(way, surroundings, others, { childAtHome, handoverMinutes });
  return tours?.map((tour) => ({ ...tour, stops: tour.stops.toReversed() }));
}

function toursBy(
  way: Way,
  surroundings: Surroundings,
  others: readonly number[],
  { childAtHome, handoverMinutes }: { readonly childAtHome: boolean; readonly handoverMinutes: number },
): readonly HalfTour[] | undefined {
  const tours: HalfTour[] = [];
  for (const order of ordersOf(way, surroundings, others, childAtHome)) {
    const stops: Stop[] = [];
    let minutes = 0;
    let next = SESSION;
    for (let at = order.length - 1; at >= 0; at -= 1) {
      const place = order[at] ?? HOME;
      const onward = way(place, next);
      if (onward === UNKNOWN_WAY) return undefined;
      minutes += onward + handoverMinutes;
      stops.unshift({ place, minutes });
      next = place;
    }
    const fromHome = way(HOME, next);
    if (fromHome === UNKNOWN_WAY) return undefined;
    const homeMinutes = minutes + fromHome;
    if (childAtHome) stops.unshift({ place: HOME, minutes: homeMinutes + handoverMinutes });
    tours.push({ stops, homeMinutes });
  }
  return tours;
}

function ordersOf(
  way: Way,
  { order }: Surroundings,
  others: readonly number[],
  childAtHome: boolean,
): readonly (readonly number[])[] {
  if (others.length <= 1) return [others];
  if (others.length + (childAtHome ? 1 : 0) <= MOST_PLACES_TO_PERMUTE) {
    return permutations(others.toSorted(order));
  }
  const far = (place: number): number => {
    const minutes = way(place, SESSION);
    return minutes === UNKNOWN_WAY ? Number.POSITIVE_INFINITY : minutes;
  };
  return [others.toSorted((one, other) => far(other) - far(one) || order(one, other))];
}

/** All orders, lexicographic in the order given. */
function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length <= 1) return [places];
  return places.flatMap((first, index) =>
    permutations(places.filter((_place, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
