import type { CourseChildcare } from '../../offer/offer.ts';
import { roundOutward, subtract, unite, type Interval } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import type { OpenQuestion } from '../match-result.ts';
import { every, known, type Trilean } from '../trilean.ts';
import { isWithinAges } from './child-age.ts';
import { absolute } from './coverage.ts';
import type { SessionGap } from './gaps.ts';
import type { PlacedSession } from '../variants.ts';
import { stretchOf } from './session-stretch.ts';

/** What of a gap childcare of the course hangs on. */
export type GapToServe = Pick<SessionGap, 'child' | 'at' | 'uncovered'> & {
  readonly session: Pick<PlacedSession, 'date' | 'from' | 'to' | 'isOnline'>;
};

/** What childcare of the course does about one gap; `open` when only facts are missing, with the questions that settle it. */
export type Served =
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'stays' }
  | { readonly outcome: 'open'; readonly questions: readonly OpenQuestion[] };

type Condition = { readonly holds: Trilean; readonly question?: OpenQuestion };

/** What the offer's childcare does about each gap, in the order of `gaps`. */
export function serveGaps(
  frame: Frame,
  childcare: CourseChildcare | undefined,
  gaps: readonly GapToServe[],
): readonly Served[] {
  if (childcare === undefined) return gaps.map(() => ({ outcome: 'stays' }));
  const conditions = gaps.map((gap) => conditionsFor(frame, childcare, gap));
  const users = new Set(
    gaps.filter((_gap, index) => holdsAll(conditions[index] ?? []) !== 'no').map((gap) => gap.child),
  );
  const room = roomFor(childcare, users.size);
  return conditions.map((each) => served([...each, room]));
}

function served(conditions: readonly Condition[]): Served {
  switch (holdsAll(conditions)) {
    case 'yes':
      return { outcome: 'closed' };
    case 'no':
      return { outcome: 'stays' };
    case 'unknown':
      return {
        outcome: 'open',
        questions: conditions.flatMap(({ holds, question }) =>
          holds === 'unknown' && question !== undefined ? [question] : [],
        ),
      };
  }
}

function holdsAll(conditions: readonly Condition[]): Trilean {
  return every(...conditions.map(({ holds }) => holds));
}

function conditionsFor(frame: Frame, childcare: CourseChildcare, gap: GapToServe): readonly Condition[] {
  return [
    { holds: known(!gap.session.isOnline) },
    agesFit(frame, childcare, gap),
    {
      holds: childcare.certainty === 'stated' ? 'yes' : 'unknown',
      question: { of: 'provider', code: 'childcare-certain' },
    },
    runsWithSession(childcare, gap),
    { holds: known(frame.way(gap.at, frame.home) === 0 || liesInside(gap.uncovered, sessionOnGrid(gap))) },
  ];
}

function agesFit(frame: Frame, childcare: CourseChildcare, gap: GapToServe): Condition {
  const child = frame.situation.children[gap.child];
  if (child === undefined) return { holds: 'no' };
  const question: OpenQuestion =
    childcare.ages === undefined
      ? { of: 'provider', code: 'childcare-ages' }
      : { of: 'person', field: 'children.age' };
  return { holds: isWithinAges(child, childcare.ages, gap.session.date, frame.today), question };
}

function runsWithSession(childcare: CourseChildcare, gap: GapToServe): Condition {
  if (childcare.during) return { holds: 'yes' };
  if (childcare.hours.length === 0) {
    return { holds: 'unknown', question: { of: 'provider', code: 'childcare-hours' } };
  }
  const hours = [addDays(gap.session.date, -1), gap.session.date].flatMap((date) =>
    childcare.hours
      .filter((slot) => slot.days.includes(weekdayOf(date)))
      .map((slot) => ({ from: absolute(date, slot.from), to: absolute(date, slot.to) })),
  );
  return { holds: known(liesInside([stretchOf(gap.session)], unite(hours))) };
}

function roomFor(childcare: CourseChildcare, children: number): Condition {
  if (childcare.free === undefined) {
    return { holds: 'unknown', question: { of: 'provider', code: 'childcare-free' } };
  }
  return { holds: known(childcare.free >= children) };
}

function sessionOnGrid(gap: GapToServe): readonly Interval[] {
  return [roundOutward(stretchOf(gap.session))];
}

function liesInside(parts: readonly Interval[], whole: readonly Interval[]): boolean {
  return subtract(parts, whole).length === 0;
}
