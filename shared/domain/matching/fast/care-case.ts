import type { CourseChildcare } from '../../offer/offer.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { areMonthsWithin } from '../care/child-age.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { Trilean } from '../trilean.ts';
import { CELLS_PER_DAY, type Span } from './child-week.ts';
import { forEachWeek, type Held, type HeldSessions } from './held.ts';
import { NeedsReference } from './needs-reference.ts';
import type { ChildNeed, Outcome, SessionKind } from './outcome.ts';
import type { Setting } from './setting.ts';
import type { Spot } from './surroundings.ts';

/** Sessions of one variant with what they are for the engine. */
export type CaseSessions = { readonly held: HeldSessions; readonly kind: SessionKind };

/** One variant of an offer, as far as care goes. */
export type CareCase = {
  /** A number of its own within a request, from 1; 0 when it stands for one offer alone. */
  readonly id: number;
  readonly sessions: readonly CaseSessions[];
  readonly childcare: CourseChildcare | undefined;
  readonly isOneADay: boolean;
  readonly hasCore: boolean;
};

/** Time in which one child is not looked after because of some sessions, as childcare of the course leaves it. */
export type OpenGap = {
  readonly sessions: CaseSessions;
  readonly outcome: Outcome;
  readonly need: ChildNeed;
  /** The childcare of the course would close it if facts were known; what is asked, as bits. */
  readonly isOpenByCourse: boolean;
  readonly asks: number;
};

/** The sessions parted so that on all dates of a part each child is, is not, or may be of the age that childcare is for. */
function splitByAge(
  { frame, months }: Pick<Setting, 'frame' | 'months'>,
  { ages }: CourseChildcare,
  held: HeldSessions,
): readonly HeldSessions[] {
  const { children } = frame.situation;
  if (ages === undefined || held.isPlain || children.every(({ age }) => age === undefined)) return [held];
  const on = (date: LocalDate): number => {
    let key = 0;
    for (let child = 0; child < children.length; child += 1) {
      key = key * 3 + TRILEANS.indexOf(areMonthsWithin(months(child, date), ages));
    }
    return key;
  };
  const parts = new Map<number, Uint32Array>();
  forEachWeek(held, (week) => {
    const key = on(dateIn(week, held.weekday));
    let words = parts.get(key);
    if (words === undefined) {
      words = new Uint32Array(held.words.length);
      parts.set(key, words);
    }
    const bit = week - held.firstWeek;
    words[bit >> 5] = (words[bit >> 5] ?? 0) | (1 << (bit & 31));
  });
  return parts.size <= 1 ? [held] : [...parts.values()].map((words) => ({ ...held, words }));
}

const TRILEANS: readonly Trilean[] = ['yes', 'no', 'unknown'];

/** The stretches of a need that are not covered: cells counted from the midnight of the session's date, ascending. */
export function lostStretches({ outcome, need }: Pick<OpenGap, 'outcome' | 'need'>): readonly Span[] {
  return (outcome.lost[need.child] ??= workOutLost(outcome, need));
}

function workOutLost(outcome: Outcome, need: ChildNeed): readonly Span[] {
  const week = outcome.weeks[need.child];
  const stretches: { from: number; to: number }[] = [];
  const { day } = outcome.kind;
  let open: { from: number; to: number } | undefined;
  for (let cell = need.from / GRID_MINUTES; cell < need.to / GRID_MINUTES; cell += 1) {
    const offset = Math.floor(cell / CELLS_PER_DAY);
    const at = cell - offset * CELLS_PER_DAY;
    const isCovered =
      week !== undefined && ((week.cover(day, offset)[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
    if (isCovered) open = undefined;
    else if (open === undefined) {
      open = { from: cell, to: cell + 1 };
      stretches.push(open);
    } else open.to = cell + 1;
  }
  return stretches;
}

/** The sessions of one variant: `spotFor` gives the spot of an occurrence's place. */
export function caseOf(
  request: Pick<Setting, 'frame' | 'times' | 'months'>,
  id: number,
  { sessions, isOneADay }: Pick<Held, 'sessions' | 'isOneADay'>,
  spotFor: (place: number) => { readonly spot: Spot; readonly isOnline: boolean },
  childcare: CourseChildcare | undefined,
): CareCase {
  const parted =
    childcare === undefined ? sessions : sessions.flatMap((held) => splitByAge(request, childcare, held));
  let hasCore = false;
  const ofCase: CaseSessions[] = [];
  for (const held of parted) {
    const { spot, isOnline } = spotFor(held.place);
    if (spot.isFar) throw new NeedsReference();
    const { day, from, to } = held;
    if (held.isCore) hasCore = true;
    ofCase.push({ held, kind: { day, from, to, time: request.times(from, to, isOnline), spot, isOnline } });
  }
  return { id, childcare, isOneADay, hasCore, sessions: ofCase };
}
