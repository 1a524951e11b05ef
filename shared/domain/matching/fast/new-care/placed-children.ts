import { GRID_MINUTES } from '../../../time/intervals.ts';
import { lostCells } from '../days/cells.ts';
import { elsewhere, type ChildWeek } from '../days/child-week.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';
import { serve } from '../gaps/course-childcare.ts';
import { addGaps, sessionOf, type Gaps } from '../gaps/gaps.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { NearPlace } from './near-places.ts';
import type { Search, Slack } from './search.ts';
import { concernedBy, type Attended, type SessionTime } from '../sessions/session-needs.ts';
import { HOME } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

const MOST_SLACK_CELLS = 60;
const MOST_OPENINGS = 16_384;

/**
 * Section 3 run again with some children at a place: none of them has a gap left, and none outside of the group of children
 * without care a new one.
 */
export function closesWhenPlaced(search: Search, placed: readonly number[], place: NearPlace): boolean {
  const { gaps, family, care, request } = search;
  if (care.childcare === undefined) {
    for (let row = 0; row < gaps.count; row += 1) if (!mayClose(search, placed, place, row)) return false;
  }
  const number = place.number();
  const weeks = family.weeks.map((week, child): ChildWeek =>
    placed.includes(child) ? elsewhere(family.weekAt(child, place.hours), number) : week,
  );
  const { others: left } = request.scratch;
  left.count = 0;
  for (const [session, held] of care.sessions.entries()) {
    const needs = family.meaningWith(weeks, held, care.attended(held.place));
    if (!needs.isKnown) return false;
    const isLeft = care.childcare === undefined && placed.some((child) => (needs.gaps & (1 << child)) !== 0);
    if (isLeft) return false;
    if (needs.gaps !== 0) addGaps(left, session, held.time, needs);
  }
  if (left.count > 0 && care.childcare !== undefined) {
    serve(request, care.childcare, { ...care, weeksOn: () => weeks }, left);
  }
  for (let row = 0; row < left.count; row += 1) if (placed.includes(left.child[row] ?? 0)) return false;
  for (let row = 0; row < left.count; row += 1) {
    if (!search.unbooked.includes(left.child[row] ?? 0) && isAdded(search, weeks, left, row)) return false;
  }
  return true;
}

/** Whether a gap has minutes that the same child had not uncovered before. */
function isAdded(
  { gaps, care, family }: Search,
  weeks: readonly ChildWeek[],
  { session, child, time, from, to }: Gaps,
  row: number,
): boolean {
  const ofChild = child[row] ?? 0;
  const day = care.sessions[session[row] ?? 0]?.day ?? 0;
  const [begin, end] = [from[row] ?? 0, to[row] ?? 0];
  const lost = (first: number, last: number): number =>
    first < last ? lostCells(weeks[ofChild], day, first, last) : 0;
  // Of sessions that mean the same new care may have been looked for only once.
  const meaning =
    care.atOne === undefined ? undefined : family.meaningOf(time[row] ?? 0, care.atOne.where).id;
  let isWithinDay = begin >= 0 && end <= CELLS_PER_DAY;
  let added = lost(begin, end);
  for (let before = 0; before < gaps.count; before += 1) {
    if (gaps.child[before] !== ofChild) continue;
    const [first, last] = [gaps.from[before] ?? 0, gaps.to[before] ?? 0];
    if (first < 0 || last > CELLS_PER_DAY) isWithinDay = false;
    if (gaps.session[before] === session[row] || gaps.meaning[before] === meaning) {
      added = lost(begin, Math.min(end, first)) + lost(Math.max(begin, last), end);
    }
  }
  if (added === 0) return false;
  // Another session's gap on the same date, or one that passes midnight, may hold these minutes already.
  if (!care.isOneADay || !isWithinDay) throw NEEDS_REFERENCE;
  return true;
}

/**
 * Whether the children might be looked after there during the session of a gap: their need holds the session and at least
 * the way from the place, or from another stop and its handover, to it. Only a no is certain.
 */
function mayClose(search: Search, placed: readonly number[], place: NearPlace, row: number): boolean {
  const { request, care, gaps, family } = search;
  const { held, where } = sessionOf(care, gaps, row);
  const concerned = concernedBy(request.days.classes, held.day, where.isOnline);
  return placed.every((child) => {
    if ((concerned & (1 << child)) === 0) return true;
    const slack = slackAt(search, child, place, held);
    if (slack === null) return false;
    if (family.situation.children[child]?.goesAlone === true) return true;
    return leastStop(search, place, where) / GRID_MINUTES <= Math.min(slack.before, slack.after);
  });
}

const MOST_CELLS = 1024;
const MOST_CHILDREN = 32;

function slackAt(
  { near, family }: Search,
  child: number,
  { hours }: NearPlace,
  { day, from, to }: SessionTime,
): Slack | null {
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  const time = (day * MOST_CELLS + begin) * MOST_CELLS + end;
  const key = (time * MOST_OPENINGS + hours.id) * MOST_CHILDREN + child;
  const known = near.placed.get(key);
  if (known !== undefined) return known;
  const slack = workOutSlack(family.weekAt(child, hours), day, begin, end);
  near.placed.set(key, slack);
  return slack;
}

function workOutSlack(week: ChildWeek, day: number, begin: number, end: number): Slack | null {
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
function leastStop({ request, family }: Search, place: NearPlace, { spot }: Attended): number {
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
