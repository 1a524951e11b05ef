import type { Child, Helper, Situation } from '../../../situation/situation.ts';
import type { Frame } from '../../frame.ts';
import { careEntriesOf } from '../days/care-entries.ts';
import { childWeekOf, type ChildWeek } from '../days/child-week.ts';
import type { ChildWeekTerms } from '../days/child-week-terms.ts';
import type { DayClasses } from '../days/day-classes.ts';
import { entriesInForce, type EntriesInForce } from '../days/entries-in-force.ts';
import type { Surroundings } from '../ways/surroundings.ts';
import { familyOf, type Family, type FamilyTerms } from './family.ts';
import type { Meanings } from './meanings.ts';

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
  const all: Family[] = [];
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
    // Pushed, not mapped; see DESIGN.md.
    const ofChildren: ChildWeek[] = [];
    for (const [index, child] of situation.children.entries())
      ofChildren.push(weekOf(child, index, situation.helpers));
    const ofOtherHelpers = all.find((other) => areSame(situation.children, other.situation.children));
    const family = familyOf(terms, situation, ofChildren, ofOtherHelpers, (child, index, hours) => {
      const helpers = helpersOf(index, situation.helpers);
      const { kind, slots } = hours;
      const entry = { kind, hours: slots, holidays: true };
      const placed = { ...child, care: [entry] };
      const inForce = entriesInForce(weekTerms, careEntriesOf(frame, placed, [ELSEWHERE]));
      return childWeekOf(weekTerms, placed, inForce, helpers);
    });
    ofSame.set(situation.helpers, family);
    all.push(family);
    return family;
  };
}

function areSame(children: Situation['children'], others: Situation['children']): boolean {
  return children.length === others.length && children.every((child, at) => child === others[at]);
}

/** The weeks of one child with one helper or another, and which entries run in all of them. */
type KnownWeeks = {
  readonly inForce: EntriesInForce;
  readonly helped: { readonly helpers: readonly Helper[]; readonly week: ChildWeek }[];
};

/** Any place that is not home; which one it is does not matter yet. */
const ELSEWHERE = 1;

function helpersOf(child: number, all: readonly Helper[]): readonly Helper[] {
  return all.filter(({ children }) => children === undefined || children.includes(child));
}
