import type { CourseChildcare } from '../../offer/offer.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { localDateFromDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { isWithinAges } from '../care/child-age.ts';
import type { Frame } from '../frame.ts';
import { dateIn } from '../match-index/week-number.ts';
import { every, known, type Trilean } from '../trilean.ts';
import { ASK_OTHER, askField } from './answer.ts';
import { CELLS_PER_DAY, type Span } from './child-week.ts';
import type { Family } from './family.ts';
import { firstDate, forEachWeek, type Held, type HeldSessions } from './held.ts';
import { NeedsReference } from './needs-reference.ts';
import { lostCells } from './cells.ts';
import type { ChildNeed, Outcome, SessionKind } from './outcome.ts';
import type { Request } from './request.ts';
import { HOME, type Spot } from './surroundings.ts';

/** Sessions of one variant with what they are for the engine. */
export type CaseSessions = { readonly held: HeldSessions; readonly kind: SessionKind };

/** One variant of an offer, as far as care goes. */
export type CareCase = {
  readonly sessions: readonly CaseSessions[];
  readonly childcare: CourseChildcare | undefined;
  readonly isOneADay: boolean;
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

/** The gaps that some sessions leave in a family's week; `undefined` when a way is not known. */
export function gapsOf(
  request: Request,
  family: Family,
  { sessions, childcare }: CareCase,
): readonly OpenGap[] | undefined {
  const gaps: OpenGap[] = [];
  for (const each of sessions) {
    const outcome = family.outcome(each.kind);
    if (outcome.needs === undefined) return undefined;
    addGaps(gaps, each, outcome);
  }
  return childcare === undefined || gaps.length === 0 ? gaps : serve(request, childcare, gaps);
}

/** The gaps that are left when outcomes are those of another family; see `gapsOf`. */
export function gapsAmong(
  request: Request,
  childcare: CourseChildcare | undefined,
  outcomes: readonly { readonly sessions: CaseSessions; readonly outcome: Outcome }[],
): readonly OpenGap[] {
  const gaps: OpenGap[] = [];
  for (const { sessions, outcome } of outcomes) addGaps(gaps, sessions, outcome);
  return childcare === undefined || gaps.length === 0 ? gaps : serve(request, childcare, gaps);
}

function addGaps(gaps: OpenGap[], sessions: CaseSessions, outcome: Outcome): void {
  if (outcome.gaps === 0) return;
  for (const need of outcome.needs ?? []) {
    if ((outcome.gaps & (1 << need.child)) === 0) continue;
    gaps.push({ sessions, outcome, need, isOpenByCourse: false, asks: 0 });
  }
}

type Condition = { readonly holds: Trilean; readonly asks: number };

/** What is left after childcare of the course; the users of it are counted over all gaps. */
function serve(request: Request, childcare: CourseChildcare, gaps: readonly OpenGap[]): readonly OpenGap[] {
  const conditions = gaps.map((gap) => conditionsFor(request, childcare, gap));
  const holds = conditions.map((each) => every(...each.map((condition) => condition.holds)));
  const users = new Set(gaps.filter((_gap, at) => holds[at] !== 'no').map(({ need }) => need.child)).size;
  const room: Condition =
    childcare.free === undefined
      ? { holds: 'unknown', asks: ASK_OTHER }
      : { holds: known(childcare.free >= users), asks: 0 };
  return gaps.flatMap((gap, at): readonly OpenGap[] => {
    const all = [...(conditions[at] ?? []), room];
    switch (every(...all.map((condition) => condition.holds))) {
      case 'yes':
        return [];
      case 'no':
        return [gap];
      case 'unknown':
        return [
          {
            ...gap,
            isOpenByCourse: true,
            asks: all.reduce((bits, { holds: each, asks }) => (each === 'unknown' ? bits | asks : bits), 0),
          },
        ];
    }
  });
}

function conditionsFor(request: Request, childcare: CourseChildcare, gap: OpenGap): readonly Condition[] {
  const { kind } = gap.sessions;
  const isHome = request.surroundings.way(gap.need.at, HOME) === 0;
  return [
    { holds: known(!kind.isOnline), asks: 0 },
    {
      holds: agesFit(request, childcare, gap),
      asks: childcare.ages === undefined ? ASK_OTHER : askField('children.age'),
    },
    { holds: childcare.certainty === 'stated' ? 'yes' : 'unknown', asks: ASK_OTHER },
    { holds: runsWith(request, childcare, kind), asks: ASK_OTHER },
    { holds: known(isHome || isInsideSession(gap)), asks: 0 },
  ];
}

/** Sessions of one kind are split where ages change, so any of their dates tells. */
function agesFit({ frame, days }: Request, { ages }: CourseChildcare, { sessions, need }: OpenGap): Trilean {
  const child = frame.situation.children[need.child];
  const date = sessions.held.isPlain ? days.classes[sessions.kind.day]?.date : firstDate(sessions.held);
  if (child === undefined || date === undefined) return 'no';
  return isWithinAges(child, ages, localDateFromDays(date), frame.today);
}

/** The sessions parted so that on all dates of a part each child is, is not, or may be of the age that childcare is for. */
function splitByAge(
  { situation, today }: Frame,
  { ages }: CourseChildcare,
  held: HeldSessions,
): readonly HeldSessions[] {
  const children = situation.children.filter(({ age }) => age !== undefined);
  if (ages === undefined || held.isPlain || children.length === 0) return [held];
  const on = (day: number): string =>
    children.map((child) => isWithinAges(child, ages, localDateFromDays(day), today)).join(' ');
  const parts = new Map<string, Uint32Array>();
  forEachWeek(held, (week) => {
    const key = on(dateIn(week, held.weekday));
    const words = parts.get(key) ?? new Uint32Array(held.words.length);
    parts.set(key, words);
    const bit = week - held.firstWeek;
    words[bit >> 5] = (words[bit >> 5] ?? 0) | (1 << (bit & 31));
  });
  return parts.size <= 1 ? [held] : [...parts.values()].map((words) => ({ ...held, words }));
}

/** Whether it runs during the sessions, or its hours cover them to the minute. */
function runsWith(
  { days }: Request,
  { during, hours }: CourseChildcare,
  { day, from, to }: SessionKind,
): Trilean {
  if (during) return 'yes';
  if (hours.length === 0) return 'unknown';
  const date = days.classes[day]?.date;
  if (date === undefined) return 'no';
  const [weekday, weekdayBefore] = [weekdayOf(date), weekdayOf(localDateFromDays(date - 1))];
  const spans = hours
    .flatMap((slot) => [
      ...(slot.days.includes(weekday) ? [{ from: slot.from, to: slot.to }] : []),
      ...(slot.days.includes(weekdayBefore)
        ? [{ from: slot.from - MINUTES_PER_DAY, to: slot.to - MINUTES_PER_DAY }]
        : []),
    ])
    .sort((one, other) => one.from - other.from);
  let reached = from;
  for (const span of spans) if (span.from <= reached) reached = Math.max(reached, span.to);
  return known(reached >= to);
}

function isInsideSession({ outcome, need, sessions }: OpenGap): boolean {
  const { from, to } = sessions.kind;
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  const week = outcome.weeks[need.child];
  return (
    lostCells(week, outcome.kind.day, need.from / GRID_MINUTES, begin) +
      lostCells(week, outcome.kind.day, end, need.to / GRID_MINUTES) ===
    0
  );
}

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
  { frame, times }: Request,
  { sessions, isOneADay }: Pick<Held, 'sessions' | 'isOneADay'>,
  spotFor: (place: number) => { readonly spot: Spot; readonly isOnline: boolean },
  childcare: CourseChildcare | undefined,
): CareCase {
  const parted =
    childcare === undefined ? sessions : sessions.flatMap((held) => splitByAge(frame, childcare, held));
  return {
    childcare,
    isOneADay,
    sessions: parted.map((held) => {
      const { spot, isOnline } = spotFor(held.place);
      if (spot.isFar) throw new NeedsReference();
      const { day, from, to } = held;
      return { held, kind: { day, from, to, time: times(from, to, isOnline), spot, isOnline } };
    }),
  };
}
