import type { Child, Helper, Situation } from '../../../situation/situation.ts';
import { hasEntries } from '../../care/care-wanted.ts';
import type { Frame } from '../../frame.ts';
import { careEntriesOf } from '../days/care-entries.ts';
import { childWeekOf, type ChildWeek } from '../days/child-week.ts';
import type { ChildWeekTerms } from '../days/child-week-terms.ts';
import type { DayClasses } from '../days/day-classes.ts';
import { entriesInForce, type EntriesInForce } from '../days/entries-in-force.ts';
import type { Meanings } from './meanings.ts';
import { numberColumn, putNumber } from '../columns/number-column.ts';
import type { OpeningHours } from '../days/opening-hours.ts';
import { START } from '../columns/row-numbers.ts';
import type { Attended, Meaning, SessionTime } from './session-needs.ts';
import type { Surroundings } from '../ways/surroundings.ts';
import { attendingOf, tourPlanOf, type PlanFor } from '../ways/tour-plans.ts';
import { plansOf, type Plans, type PlanTerms } from './family-plans.ts';
import { weigh } from './weigh.ts';

/** A family's week: what a session means for it. */
export type Family = {
  readonly situation: Pick<Situation, 'children' | 'helpers'>;
  readonly weeks: readonly ChildWeek[];
  /** The children that have care, as bits. */
  readonly booked: number;
  readonly meaningOf: (time: number, where: Attended) => Meaning;
  /** Sessions at times with the same number mean the same wherever they are. */
  readonly shapeOf: (time: number) => number;
  /** What it would mean if the children's weeks were these; to be read before the next session is looked at. */
  readonly meaningWith: (weeks: readonly ChildWeek[], session: SessionTime, where: Attended) => Meaning;
  /** The week of a child whose only care, beside helpers, were these hours at some place away from home. */
  readonly weekAt: (child: number, hours: OpeningHours) => ChildWeek;
};

/** The families of one request by their children and helpers: those that are the same objects are looked at once. */
export function familiesOf(
  frame: Frame,
  days: DayClasses,
  surroundings: Surroundings,
  meanings: Meanings,
): (situation: Situation) => Family {
  const classOf = (id: number): DayClasses['classes'][number] => {
    const found = days.classes[id];
    if (found === undefined) throw new RangeError('no such class of days');
    return found;
  };
  const weekTerms: ChildWeekTerms = { frame, classOf, covers: new Map(), order: surroundings.order };
  const terms: FamilyTerms = {
    surroundings,
    handoverMinutes: frame.region.figures.handoverMinutes,
    classes: days.classes,
    times: days.times,
    plans: new Map(),
    meanings,
  };
  const families = new Map<Situation['children'], Map<Situation['helpers'], Family>>();
  const weeks = new Map<Child, KnownWeeks>();

  function inForceOf(child: Child): EntriesInForce {
    const places = (child.care ?? []).map(({ place }) => surroundings.numberOf(place));
    return entriesInForce(weekTerms, careEntriesOf(frame, child, places));
  }

  function weekOf(child: Child, index: number, all: readonly Helper[]): ChildWeek {
    const helpers = helpersOf(index, all);
    const known = weeks.get(child) ?? { inForce: inForceOf(child), helped: [] };
    weeks.set(child, known);
    const same = known.helped.find(
      (each) =>
        each.helpers.length === helpers.length && each.helpers.every((helper, at) => helper === helpers[at]),
    );
    if (same !== undefined) return same.week;
    const week = childWeekOf(weekTerms, child, known.inForce, helpers);
    known.helped.push({ helpers, week });
    return week;
  }

  return (situation) => {
    const ofSame = families.get(situation.children) ?? new Map<Situation['helpers'], Family>();
    families.set(situation.children, ofSame);
    const known = ofSame.get(situation.helpers);
    if (known !== undefined) return known;
    const ofChildren: ChildWeek[] = [];
    for (const [index, child] of situation.children.entries())
      ofChildren.push(weekOf(child, index, situation.helpers));
    const family = familyOf(terms, situation, ofChildren, (child, index, hours) => {
      const helpers = helpersOf(index, situation.helpers);
      const { kind, slots } = hours;
      const entry = { kind, hours: slots, holidays: true };
      const placed = { ...child, care: [entry] };
      const inForce = entriesInForce(weekTerms, careEntriesOf(frame, placed, [ELSEWHERE]));
      return childWeekOf(weekTerms, placed, inForce, helpers);
    });
    ofSame.set(situation.helpers, family);
    return family;
  };
}

/** The weeks of one child with one helper or another, and which entries run in all of them. */
type KnownWeeks = {
  readonly inForce: EntriesInForce;
  readonly helped: { readonly helpers: readonly Helper[]; readonly week: ChildWeek }[];
};

/** Children are bits of a word. */
const MOST_CHILDREN = 31;
/** Any place that is not home; which one it is does not matter yet. */
const ELSEWHERE = 1;

function helpersOf(child: number, all: readonly Helper[]): readonly Helper[] {
  return all.filter(({ children }) => children === undefined || children.includes(child));
}

type FamilyTerms = PlanTerms & {
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

/** Above every minute of a session, counted from the midnight of its day. */
const MOST_MINUTES = 4096;

function familyOf(
  terms: FamilyTerms,
  situation: Situation,
  weeks: readonly ChildWeek[],
  weekWith: (child: Child, index: number, hours: OpeningHours) => ChildWeek,
): Family {
  const goesAlone = situation.children.map((child) => child.goesAlone);
  let plans: Plans | undefined;
  const placed = new Map<number, ChildWeek>();
  const patterns: (number | undefined)[] = [];
  const shapes = numberColumn();

  function addShape(time: number): number {
    const { day: days, from, to } = terms.times;
    const day = days[time] ?? 0;
    plans ??= plansOf(terms, situation, goesAlone);
    const pattern = (patterns[day] ??= patternOn(terms, plans, weeks, day));
    const shape = terms.meanings.shapes.after(pattern, (from[time] ?? 0) * MOST_MINUTES + (to[time] ?? 0));
    putNumber(shapes, time, shape);
    return shape;
  }

  function workOut(shape: number, time: number, where: Attended): Meaning {
    const { day, from, to } = terms.times;
    const session = { day: day[time] ?? 0, from: from[time] ?? 0, to: to[time] ?? 0 };
    const { planFor } = (plans ??= plansOf(terms, situation, goesAlone));
    weigh(terms.classes, weeks, planFor, session, where, terms.meanings.needs);
    return terms.meanings.keep(shape, where);
  }

  function shapeOf(time: number): number {
    const known = shapes.values[time] ?? 0;
    return known === 0 ? addShape(time) : known;
  }

  return {
    situation,
    weeks,
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
