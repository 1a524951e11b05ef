import type { Child, Helper, Situation } from '../../situation/situation.ts';
import { ranksOf } from '../care/child-order.ts';
import type { Frame } from '../frame.ts';
import { childWeekOf, type ChildWeek } from './child-week.ts';
import type { ChildWeekTerms } from './child-week-terms.ts';
import type { DayClasses } from './day-classes.ts';
import type { HeldSessions } from './held.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Attended, SessionNeeds, SessionTime } from './session-needs.ts';
import type { Surroundings } from './surroundings.ts';
import { attendingOf, tourPlanOf, tourPlans, type PlanFor } from './tour-plans.ts';
import type { TourTerms } from './tours.ts';
import { weigh } from './weigh.ts';

/** A family's week: what a session means for it. */
export type Family = {
  readonly situation: Pick<Situation, 'children' | 'helpers'>;
  readonly weeks: readonly ChildWeek[];
  readonly weigh: (time: SessionTime, where: Attended, needs: SessionNeeds) => void;
  /** What it would mean if the children's weeks were these. */
  readonly weighWith: (
    weeks: readonly ChildWeek[],
    time: SessionTime,
    where: Attended,
    needs: SessionNeeds,
  ) => void;
  /** Classes of days with the same number have the same hours in force and concern the same children. */
  readonly patternOf: (day: number) => number;
  /** For each of some sessions of one case the first of them that means the same, as those of one course on several weekdays mostly do. */
  readonly firstAlike: (sessions: readonly HeldSessions[]) => readonly number[];
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
  const weekTerms: ChildWeekTerms = { frame, classOf, order: surroundings.order };
  const terms: FamilyTerms = {
    surroundings,
    handoverMinutes: frame.region.figures.handoverMinutes,
    classes: days.classes,
    plans: new Map(),
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
    const family = familyOf(terms, situation, ofChildren, (child, index, hours) => {
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

/** Whether sessions of one case mean the same: at the same minutes and place, on days with the same hours in force. */
export function areAlike(patternOf: Family['patternOf'], one: HeldSessions, other: HeldSessions): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.place === other.place &&
    (one.day === other.day || patternOf(one.day) === patternOf(other.day))
  );
}

/** `plans`: those of all families of a request, by what they hang on. */
type FamilyTerms = TourTerms & {
  readonly classes: DayClasses['classes'];
  readonly plans: Map<string, PlanFor>;
};

function plansOf(terms: FamilyTerms, situation: Situation, goesAlone: readonly boolean[]): PlanFor {
  const ranks = ranksOf(situation);
  const key = `${ranks.join()} ${goesAlone.join()}`;
  const plans = terms.plans.get(key) ?? tourPlans(terms, goesAlone, ranks);
  terms.plans.set(key, plans);
  return plans;
}

function familyOf(
  terms: FamilyTerms,
  situation: Situation,
  weeks: readonly ChildWeek[],
  weekWith: (child: Child, index: number, hours: OpeningHours) => ChildWeek,
): Family {
  const goesAlone = situation.children.map((child) => child.goesAlone);
  let planFor: PlanFor | undefined;
  const placed = new Map<number, ChildWeek>();
  const patterns = new Map<string, number>();
  const patternOfDay: (number | undefined)[] = [];
  const alike = new WeakMap<readonly HeldSessions[], readonly number[]>();

  function workOutPattern(day: number): number {
    const found = terms.classes[day];
    if (found === undefined) throw new RangeError('no such class of days');
    const hours = found.isFine ? [`class ${String(day)}`] : weeks.map((week) => week.hoursOn(day));
    const key = `${String(found.onSite)} ${String(found.online)} ${hours.join('/')}`;
    const pattern = patterns.get(key) ?? patterns.size;
    patterns.set(key, pattern);
    return pattern;
  }

  function workOutAlike(sessions: readonly HeldSessions[]): readonly number[] {
    return sessions.map((held) => sessions.findIndex((other) => areAlike(patternOf, other, held)));
  }

  const patternOf = (day: number): number => (patternOfDay[day] ??= workOutPattern(day));
  return {
    situation,
    weeks,
    weigh(time, where, needs) {
      planFor ??= plansOf(terms, situation, goesAlone);
      weigh(terms.classes, weeks, planFor, time, where, needs);
    },
    patternOf,
    firstAlike(sessions) {
      const known = alike.get(sessions) ?? workOutAlike(sessions);
      alike.set(sessions, known);
      return known;
    },
    weighWith(other, time, where, needs) {
      const anew: PlanFor = (of, _concerned, spot) =>
        tourPlanOf(terms, attendingOf(of, goesAlone), undefined, spot);
      weigh(terms.classes, other, anew, time, where, needs);
    },
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
