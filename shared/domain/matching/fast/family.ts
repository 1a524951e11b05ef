import type { Child, Helper, Situation } from '../../situation/situation.ts';
import { ranksOf } from '../care/child-order.ts';
import type { Frame } from '../frame.ts';
import { childWeekOf, type ChildWeek, type WeekTerms } from './child-week.ts';
import type { DayClasses } from './day-classes.ts';
import { outcomeOf, type Outcome, type OutcomeTerms, type SessionKind } from './outcome.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Surroundings } from './surroundings.ts';
import { tourPlanOf, tourPlans } from './tour-plans.ts';

/** A family's week: what a session means for it. Outcomes are remembered, so equal ones are one and the same. */
export type Family = {
  readonly situation: Pick<Situation, 'children' | 'helpers'>;
  readonly weeks: readonly ChildWeek[];
  readonly outcome: (kind: SessionKind) => Outcome;
  /** What it would mean if some weeks were these; not remembered. */
  readonly outcomeWith: (weeks: readonly ChildWeek[], kind: SessionKind) => Outcome;
  /** The week of a child whose only care, beside helpers, were these hours at some place away from home. */
  readonly weekAt: (child: number, hours: OpeningHours) => ChildWeek;
};

/** The families of one request by their children and helpers: those that are the same objects are looked at once. */
export function familiesOf(
  frame: Frame,
  days: DayClasses,
  surroundings: Surroundings,
): (situation: Situation) => Family {
  const classOf = (id: number): DayClasses['classes'][number] => {
    const found = days.classes[id];
    if (found === undefined) throw new RangeError('no such class of days');
    return found;
  };
  const weekTerms: WeekTerms = { frame, classOf, order: surroundings.order };
  let outcomes = 0;
  const terms: OutcomeTerms = {
    nextId: () => (outcomes += 1),
    surroundings,
    handoverMinutes: frame.region.figures.handoverMinutes,
    classOf,
  };
  const families = new Map<Situation['children'], Map<Situation['helpers'], Family>>();
  const weeks = new Map<Child, { readonly helpers: readonly Helper[]; readonly week: ChildWeek }[]>();

  function weekOf(child: Child, index: number, all: readonly Helper[]): ChildWeek {
    const helpers = helpersOf(index, all);
    const known = weeks.get(child) ?? [];
    weeks.set(child, known);
    const same = known.find(
      (each) =>
        each.helpers.length === helpers.length && each.helpers.every((helper, at) => helper === helpers[at]),
    );
    if (same !== undefined) return same.week;
    const places = (child.care ?? []).map(({ place }) => surroundings.numberOf(place));
    const week = childWeekOf(weekTerms, child, places, helpers);
    known.push({ helpers, week });
    return week;
  }

  return (situation) => {
    const ofSame = families.get(situation.children) ?? new Map<Situation['helpers'], Family>();
    families.set(situation.children, ofSame);
    const known = ofSame.get(situation.helpers);
    if (known !== undefined) return known;
    const ofChildren = situation.children.map((child, index) => weekOf(child, index, situation.helpers));
    const family = rememberingFamily(terms, situation, ofChildren, (child, index, hours) => {
      const helpers = helpersOf(index, situation.helpers);
      const { kind, slots } = hours;
      const entry = { kind, hours: slots, holidays: true };
      return childWeekOf(weekTerms, { ...child, care: [entry] }, [ELSEWHERE], helpers);
    });
    ofSame.set(situation.helpers, family);
    return family;
  };
}

/** Children are bits of a word. */
const MOST_CHILDREN = 31;
/** Any place that is not home; which one it is does not matter yet. */
const ELSEWHERE = 1;

function helpersOf(child: number, all: readonly Helper[]): readonly Helper[] {
  return all.filter(({ children }) => children === undefined || children.includes(child));
}

function rememberingFamily(
  terms: OutcomeTerms,
  situation: Situation,
  weeks: readonly ChildWeek[],
  weekWith: (child: Child, index: number, hours: OpeningHours) => ChildWeek,
): Family {
  const byVec: Map<number, Outcome>[][] = [];
  const plans = tourPlans(terms, ranksOf(situation));
  const placed = new Map<number, ChildWeek>();
  const patterns = new Map<string, number>();
  const patternOfDay: number[] = [];

  /** Days on which the same hours are in force are one pattern; a fine class is one by itself. */
  function patternOf(day: number): number {
    const known = patternOfDay[day];
    if (known !== undefined) return known;
    const { isFine, onSite, online } = terms.classOf(day);
    const hours = isFine ? [`class ${String(day)}`] : weeks.map((week) => week.hoursOn(day));
    const key = `${String(onSite)} ${String(online)} ${hours.join('/')}`;
    const pattern = patterns.get(key) ?? patterns.size;
    patterns.set(key, pattern);
    patternOfDay[day] = pattern;
    return pattern;
  }
  return {
    situation,
    weeks,
    outcome(kind) {
      const byPattern = (byVec[kind.spot.vec] ??= []);
      const outcomes = (byPattern[patternOf(kind.day)] ??= new Map<number, Outcome>());
      let outcome = outcomes.get(kind.time);
      if (outcome === undefined) {
        outcome = outcomeOf(terms, weeks, plans, kind);
        outcomes.set(kind.time, outcome);
      }
      return outcome;
    },
    outcomeWith: (other, kind) =>
      outcomeOf(terms, other, (children, spot) => tourPlanOf(terms, children, undefined, spot), kind),
    weekAt(index, hours) {
      const key = hours.id * MOST_CHILDREN + index;
      const known = placed.get(key);
      if (known !== undefined) return known;
      const child = situation.children[index];
      if (child === undefined) throw new RangeError('no such child');
      const week = weekWith(child, index, hours);
      placed.set(key, week);
      return week;
    },
  };
}
