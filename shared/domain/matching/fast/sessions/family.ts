import type { Child, Situation } from '../../../situation/situation.ts';
import { hasEntries } from '../../care/care-wanted.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { DayClasses } from '../days/day-classes.ts';
import type { Meanings } from './meanings.ts';
import { numberColumn, putNumber } from '../columns/number-column.ts';
import type { OpeningHours } from '../days/opening-hours.ts';
import { START } from '../columns/row-numbers.ts';
import type { Attended, Meaning, SessionTime } from './session-needs.ts';
import { attendingOf, tourPlanOf, type PlanFor } from '../ways/tour-plans.ts';
import { plansOf, type Plans, type PlanTerms } from './family-plans.ts';
import { gapsIn, weigh } from './weigh.ts';

/** A family's week: what a session means for it. */
export type Family = {
  readonly situation: Pick<Situation, 'children' | 'helpers'>;
  readonly weeks: readonly ChildWeek[];
  /** The children that have care, as bits. */
  readonly booked: number;
  /** The orders of stops; the same object for families that have the same. */
  readonly plans: () => Plans;
  readonly meaningOf: (time: number, where: Attended) => Meaning;
  /** Sessions at times with the same number mean the same wherever they are. */
  readonly shapeOf: (time: number) => number;
  /** What it would mean if the children's weeks were these; to be read before the next session is looked at. */
  readonly meaningWith: (weeks: readonly ChildWeek[], session: SessionTime, where: Attended) => Meaning;
  /** The week of a child whose only care, beside helpers, were these hours at some place away from home. */
  readonly weekAt: (child: number, hours: OpeningHours) => ChildWeek;
};

/** What the families of one request have in common. */
export type FamilyTerms = PlanTerms & {
  readonly classes: DayClasses['classes'];
  readonly times: DayClasses['times'];
  readonly meanings: Meanings;
};

/** Numbers the days of a class by all that sessions on them hang on: days with the same number mean the same. */
function patternOn(terms: FamilyTerms, plans: Plans, weeks: readonly ChildWeek[], day: number): number {
  const { patterns, numberOf } = terms.meanings;
  const found = terms.classes[day];
  if (found === undefined) throw new RangeError('no such class of days');
  let pattern = patterns.after(START, plans.number);
  pattern = patterns.after(pattern, found.isFine ? -1 - day : found.onSite);
  pattern = patterns.after(pattern, found.online);
  for (const week of weeks) pattern = patterns.after(pattern, numberOf(week.hoursOn(day)));
  return pattern;
}

/** Children are bits of a word. */
const MOST_CHILDREN = 31;
/** Above every minute of a session, counted from the midnight of its day. */
const MOST_MINUTES = 4096;

/** A family by the weeks of its children. `ofOtherHelpers`: one with the same children. */
export function familyOf(
  terms: FamilyTerms,
  situation: Situation,
  weeks: readonly ChildWeek[],
  ofOtherHelpers: Family | undefined,
  weekWith: (child: Child, index: number, hours: OpeningHours) => ChildWeek,
): Family {
  const goesAlone = situation.children.map((child) => child.goesAlone);
  let knownPlans: Plans | undefined;
  const plans = (): Plans => (knownPlans ??= plansOf(terms, situation, goesAlone));
  const placed = new Map<number, ChildWeek>();
  const patterns: (number | undefined)[] = [];
  const shapes = numberColumn();

  function addShape(time: number): number {
    const { day: days, from, to } = terms.times;
    const day = days[time] ?? 0;
    const pattern = (patterns[day] ??= patternOn(terms, plans(), weeks, day));
    const shape = terms.meanings.shapes.after(pattern, (from[time] ?? 0) * MOST_MINUTES + (to[time] ?? 0));
    putNumber(shapes, time, shape);
    return shape;
  }

  /** With one way to go helpers change no need, only what of it is covered. */
  function workOut(shape: number, time: number, where: Attended): Meaning {
    const { day, from, to } = terms.times;
    const { meanings } = terms;
    const session = { day: day[time] ?? 0, from: from[time] ?? 0, to: to[time] ?? 0 };
    const before = ofOtherHelpers?.plans() === plans() ? ofOtherHelpers.meaningOf(time, where) : undefined;
    if (before?.isKnown === true && before.isOnlyTour) {
      return meanings.keepAlike(shape, where, before, gapsIn(weeks, session.day, before));
    }
    weigh(terms.classes, weeks, plans().planFor, session, where, meanings.needs);
    return meanings.keep(shape, where);
  }

  function shapeOf(time: number): number {
    const known = shapes.values[time] ?? 0;
    return known === 0 ? addShape(time) : known;
  }

  return {
    situation,
    weeks,
    plans,
    booked: situation.children.reduce((bits, child, at) => (hasEntries(child) ? bits | (1 << at) : bits), 0),
    shapeOf,
    meaningOf(time, where) {
      const shape = shapeOf(time);
      return terms.meanings.find(shape, where) ?? workOut(shape, time, where);
    },
    meaningWith(other, session, where) {
      const { needs } = terms.meanings;
      const anew: PlanFor = (of, _concerned, spot) =>
        tourPlanOf(terms, attendingOf(of, goesAlone), undefined, spot);
      weigh(terms.classes, other, anew, session, where, needs);
      return needs;
    },
    weekAt(index, hours) {
      const key = hours.id * MOST_CHILDREN + index;
      const before = placed.get(key);
      if (before !== undefined) return before;
      const child = situation.children[index];
      if (child === undefined) throw new RangeError('no such child');
      const week = weekWith(child, index, hours);
      placed.set(key, week);
      return week;
    },
  };
}
