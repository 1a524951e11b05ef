import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import type { OpenGap } from './care-case.ts';
import { gapsAmong } from './gaps.ts';
import type { Search, Slack } from './search.ts';
import { CELLS_PER_DAY, elsewhere, type ChildWeek } from './child-week.ts';
import { NeedsReference } from './needs-reference.ts';
import type { NearPlace } from './near-places.ts';
import { lostCells } from './cells.ts';
import { MOST_CLASSES, type SessionKind } from './outcome.ts';
import { HOME } from './surroundings.ts';
import { UNKNOWN_WAY } from './ways.ts';

const MOST_SLACK_CELLS = 60;
const MOST_OPENINGS = 16_384;

/**
 * Section 3 run again with some children at a place: none of them has a gap left, and none outside of the group of children
 * without care a new one.
 */
export function closesWhenPlaced(search: Search, placed: readonly number[], place: NearPlace): boolean {
  const { gaps, family, care, request } = search;
  if (care.childcare === undefined && !gaps.every((gap) => mayClose(search, placed, place, gap)))
    return false;
  const number = place.number();
  const weeks = family.weeks.map((week, child): ChildWeek =>
    placed.includes(child) ? elsewhere(family.weekAt(child, place.hours), number) : week,
  );
  const after = [];
  for (const sessions of care.sessions) {
    const outcome = family.outcomeWith(weeks, sessions.kind);
    if (outcome.needs === undefined) return false;
    if (care.childcare === undefined && placed.some((child) => (outcome.gaps & (1 << child)) !== 0))
      return false;
    after.push({ sessions, outcome });
  }
  const left = gapsAmong(request, care.childcare, after);
  if (left.some(({ need }) => placed.includes(need.child))) return false;
  const others = left.filter(({ need }) => !search.unbooked.includes(need.child));
  return others.every((gap) => !isAdded(search, gap));
}

/** Whether a gap has minutes that the same child had not uncovered before. */
function isAdded({ gaps, care }: Search, after: OpenGap): boolean {
  const { need, outcome, sessions } = after;
  const before = gaps.find((gap) => gap.sessions === sessions && gap.need.child === need.child)?.need;
  const week = outcome.weeks[need.child];
  const lost = (from: number, to: number): number =>
    from < to ? lostCells(week, outcome.kind.day, from / GRID_MINUTES, to / GRID_MINUTES) : 0;
  const added =
    before === undefined
      ? lost(need.from, need.to)
      : lost(need.from, Math.min(need.to, before.from)) + lost(Math.max(need.from, before.to), need.to);
  if (added === 0) return false;
  const ofChild = [need, ...gaps.filter((gap) => gap.need.child === need.child).map((gap) => gap.need)];
  const isWithinDay = ofChild.every(({ from, to }) => from >= 0 && to <= MINUTES_PER_DAY);
  // Another session's gap on the same date, or one that passes midnight, may hold these minutes already.
  if (!care.isOneADay || !isWithinDay) throw new NeedsReference();
  return true;
}

/**
 * Whether the children might be looked after there during the session of a gap: their need holds the session and at least
 * the way from the place, or from another stop and its handover, to it. Only a no is certain.
 */
function mayClose(search: Search, placed: readonly number[], place: NearPlace, gap: OpenGap): boolean {
  const { outcome, sessions } = gap;
  const concerned = (outcome.needs ?? []).filter(({ child }) => placed.includes(child));
  return concerned.every(({ child }) => {
    const slack = slackAt(search, child, place, gap);
    if (slack === null) return false;
    if (search.family.situation.children[child]?.goesAlone === true) return true;
    return leastStop(search, place, sessions.kind) / GRID_MINUTES <= Math.min(slack.before, slack.after);
  });
}

function slackAt({ near, family }: Search, child: number, { hours }: NearPlace, gap: OpenGap): Slack | null {
  const { outcome, sessions } = gap;
  const key = ((outcome.id * MOST_CLASSES + sessions.kind.day) * MOST_OPENINGS + hours.id) * 32 + child;
  const known = near.placed.get(key);
  if (known !== undefined) return known;
  const slack = workOutSlack(family.weekAt(child, hours), sessions.kind);
  near.placed.set(key, slack);
  return slack;
}

function workOutSlack(week: ChildWeek, { day, from, to }: SessionKind): Slack | null {
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  if (lostCells(week, day, begin, end) > 0) return null;
  let [before, after] = [0, 0];
  const room = {
    before: Math.min(MOST_SLACK_CELLS, begin),
    after: Math.min(MOST_SLACK_CELLS, CELLS_PER_DAY - end),
  };
  while (before < room.before && lostCells(week, day, begin - before - 1, begin - before) === 0) before += 1;
  while (after < room.after && lostCells(week, day, end + after, end + after + 1) === 0) after += 1;
  const orMore = (cells: number, most: number): number => (cells < most ? cells : Number.POSITIVE_INFINITY);
  return { before: orMore(before, room.before), after: orMore(after, room.after) };
}

/** No stop at the place can be fewer minutes from the session: there straight, by way of home, or of another child's place. */
function leastStop({ request, family }: Search, place: NearPlace, { spot }: SessionKind): number {
  const { surroundings, frame } = request;
  const number = place.number();
  const out = surroundings.out(number, spot);
  const back = surroundings.back(spot, number);
  if (out === UNKNOWN_WAY || back === UNKNOWN_WAY) return 0;
  let least = Math.min(out, back, surroundings.out(HOME, spot), surroundings.back(spot, HOME));
  for (const { care } of family.situation.children) {
    const stops = new Set(care?.map((entry) => entry.place));
    for (const stop of stops) {
      const at = surroundings.numberOf(stop);
      for (const way of [surroundings.way(number, at), surroundings.way(at, number)]) {
        least = Math.min(least, way > 0 ? way + frame.region.figures.handoverMinutes : 0);
      }
    }
  }
  return least <= 0 ? 0 : least + frame.region.figures.handoverMinutes;
}
