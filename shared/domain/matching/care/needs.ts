import type { Place } from '../../place/place.ts';
import { roundOutward, minutesIn, subtract, type Interval } from '../../time/intervals.ts';
import type { Frame } from '../frame.ts';
import type { PlacedSession } from '../variants.ts';
import { ranksOf } from './child-order.ts';
import { coverageDuring } from './coverage.ts';
import { needsCareOn } from './needs-care.ts';
import { compareForTies, placeOfChild } from './presence.ts';
import { stretchOf } from './session-stretch.ts';
import { toursBack, toursThere, type HalfTour, type TourFrame } from './tour.ts';

/**
 * The time in which one child has to be looked after because of one session, on the axis of `absolute`, rounded outward.
 * `at` is where the child then is; `handedOver` is false for one that stays where the parent is or goes alone.
 */
export type Need = {
  readonly child: number;
  readonly session: PlacedSession;
  readonly at: Place;
  readonly handedOver: boolean;
  readonly need: Interval;
};

type Attending = { readonly child: number; readonly at: Place; readonly goesAlone: boolean };

/** The needs of all children for one session by section 3; `undefined` when a place or way is not known. */
export function needsFor(frame: Frame, session: PlacedSession): readonly Need[] | undefined {
  const children = childrenConcerned(frame, session);
  if (children.length === 0) return [];
  const stretch = stretchOf(session);
  const tour = tourFrame(frame, session, inOrderOfTies(frame, children));
  if (tour === undefined) return undefined;
  const there = toursThere(tour.frame, tour.others);
  const back = toursBack(tour.frame, tour.others);
  if (there === undefined || back === undefined) return undefined;
  const startOf = (half: HalfTour, one: Attending): number => stretch.from - minutesOf(frame, half, one);
  const endOf = (half: HalfTour, one: Attending): number => stretch.to + minutesOf(frame, half, one);
  const uncovered = (one: Attending, from: number, to: number): number =>
    uncoveredMinutes(frame, session, one.child, { from, to });
  const bestThere = best(there, (half) =>
    sum(children.map((one) => uncovered(one, startOf(half, one), stretch.from))),
  );
  const bestBack = best(back, (half) =>
    sum(children.map((one) => uncovered(one, stretch.to, endOf(half, one)))),
  );
  if (bestThere === undefined || bestBack === undefined) return undefined;
  return children.map((one) => ({
    child: one.child,
    session,
    at: one.at,
    handedOver: !one.goesAlone && minutesOf(frame, bestThere, one) > 0,
    need: roundOutward({ from: startOf(bestThere, one), to: endOf(bestBack, one) }),
  }));
}

function childrenConcerned(frame: Frame, session: PlacedSession): readonly Attending[] {
  return frame.situation.children.flatMap((child, index) =>
    needsCareOn(child, session.date, { online: session.isOnline }, frame.today)
      ? [{ child: index, at: placeOfChild(frame, child, session), goesAlone: child.goesAlone }]
      : [],
  );
}

/** Places that are alike to the tour are taken in an order that does not hang on the index of a child. */
function inOrderOfTies(frame: Frame, children: readonly Attending[]): readonly Attending[] {
  if (children.length < 2) return children;
  const ranks = ranksOf(frame.situation);
  return [...children].sort((one, other) => (ranks[one.child] ?? 0) - (ranks[other.child] ?? 0));
}

/** Which places the tour touches beside home; a place that is the session's own needs no stop, unless it is home on a tour. */
function tourFrame(
  frame: Frame,
  session: PlacedSession,
  children: readonly Attending[],
): { readonly frame: TourFrame; readonly others: readonly Place[] } | undefined {
  const others: Place[] = [];
  let childAtHome = false;
  for (const { at, goesAlone } of children) {
    if (goesAlone) continue;
    if (frame.way(at, frame.home) === 0) {
      childAtHome = true;
      continue;
    }
    const wayToSession = frame.way(at, session.at);
    if (wayToSession === undefined) return undefined;
    const isNew = others.every((other) => frame.way(at, other) !== 0);
    if (wayToSession > 0 && isNew) others.push(at);
  }
  const staysWhereTheParentIs = others.length === 0 && frame.way(frame.home, session.at) === 0;
  const handoverMinutes = frame.region.figures.handoverMinutes;
  return {
    frame: {
      home: frame.home,
      session: session.at,
      childAtHome: childAtHome && !staysWhereTheParentIs,
      handoverMinutes,
      way: frame.way,
    },
    others,
  };
}

/** Minutes between the session and the begin or end of one child's need on a half tour. */
function minutesOf(frame: Frame, half: HalfTour, one: Attending): number {
  if (one.goesAlone) return half.homeMinutes;
  return half.stops.find((stop) => frame.way(stop.place, one.at) === 0)?.minutes ?? 0;
}

function uncoveredMinutes(frame: Frame, session: PlacedSession, child: number, stretch: Interval): number {
  const need = roundOutward(stretch);
  if (need.from >= need.to) return 0;
  return minutesIn(subtract([need], coverageDuring(frame, child, need, session.plain)));
}

/** Fewest uncovered minutes, then least time away from home, then the stops by place in the order they are made. */
function best(tours: readonly HalfTour[], uncovered: (half: HalfTour) => number): HalfTour | undefined {
  return tours
    .map((half) => ({ half, uncovered: uncovered(half) }))
    .sort(
      (one, other) =>
        one.uncovered - other.uncovered ||
        one.half.homeMinutes - other.half.homeMinutes ||
        compareStops(one.half, other.half),
    )[0]?.half;
}

function compareStops(one: HalfTour, other: HalfTour): number {
  for (const [index, stop] of one.stops.entries()) {
    const against = other.stops[index];
    if (against === undefined) return 1;
    const order = compareForTies(stop.place, against.place);
    if (order !== 0) return order;
  }
  return 0;
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, each) => total + each, 0);
}
