import fc from 'fast-check';
import type { Goal } from '../../../shared/domain/offer/terms.ts';
import type { Child, Situation } from '../../../shared/domain/situation/situation.ts';
import { day } from '../some-offer.ts';
import { anyHelper } from './children.ts';
import { slotIn } from './hours.ts';
import { nearPlace, placeOutside, unknownPlace } from './places.ts';
import { mostly, rarely, stated, usually } from './stated.ts';

const GOALS: Goal[] = ['further-training', 'german', 'childcare', 'more-hours'];

const travel = fc
  .record({
    by: mostly(fc.constantFrom('walk' as const, 'bike' as const, 'transit' as const, 'car' as const)),
    maxMinutes: mostly(fc.constantFrom(15, 20, 30, 45, 60), 4),
  })
  .map(stated);

const busy = fc.record({
  hours: slotIn([360, 1200], [60, 480]),
  why: fc.constantFrom('work' as const, 'other' as const),
  varies: fc.constantFrom(false, false, true),
});

const work = fc
  .record({
    hoursPerWeek: mostly(fc.constantFrom(0, 15, 20, 30), 4),
    wantedHoursPerWeek: mostly(fc.constantFrom(10, 20, 28, 35, 40), 4),
    saturdays: fc.boolean(),
  })
  .map(stated);

const audiences = fc
  .record({
    women: mostly(fc.boolean()),
    'single-parents': mostly(fc.boolean()),
    migrants: mostly(fc.boolean()),
    parents: rarely(fc.boolean()),
  })
  .map(stated);

const answers = fc.record({
  goals: usually(fc.constant([]), fc.subarray(GOALS, { minLength: 1 }), 4),
  fields: fc.constantFrom([], [], [], [], ['health' as const]),
  home: mostly(usually(nearPlace, fc.oneof(unknownPlace, unknownPlace, placeOutside), 15), 9),
  travel,
  busy: mostly(fc.array(busy, { maxLength: 2 })),
  work: mostly(work),
  german: mostly(fc.constantFrom('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'native'), 5),
  schooling: mostly(fc.constantFrom('none', 'hauptschule', 'mittlere-reife', 'abitur', 'foreign'), 5),
  degree: mostly(fc.constantFrom('none', 'foreign', 'vocational', 'academic'), 5),
  age: mostly(fc.constantFrom(17, 24, 30, 52), 5),
  audiences,
  support: fc.constant([]),
  from: rarely(fc.constantFrom(day('2025-03-01'), day('2025-04-16'), day('2025-06-02'))),
  until: rarely(fc.constantFrom(day('2025-05-31'), day('2025-12-31'))),
  formats: usually(
    fc.constant([]),
    fc.constantFrom(['on-site' as const], ['online' as const], ['on-site' as const, 'online' as const]),
    5,
  ),
  stepFree: fc.constantFrom(false, false, false, true),
  budgetCents: rarely(fc.constantFrom(0, 50_000)),
});

const anyHelpers = usually(fc.constant([]), fc.array(anyHelper, { maxLength: 2 }), 3);

/** A person with these children who answered any part of the questions; no helper is for a child that is not there. */
export function situationWith(children: fc.Arbitrary<readonly Child[]>): fc.Arbitrary<Situation> {
  return fc.tuple(answers, children, anyHelpers).map(([said, theirs, helpers]) => ({
    ...stated(said),
    children: theirs,
    helpers: helpers.filter((helper) => helper.children === undefined || theirs.length > 0),
  }));
}

/** Somebody who has answered nothing but how many children there are. */
export const silentSituation: fc.Arbitrary<Situation> = fc.integer({ min: 0, max: 3 }).map((count) => ({
  goals: [],
  fields: [],
  travel: {},
  children: Array.from({ length: count }, () => ({ goesAlone: false })),
  helpers: [],
  audiences: {},
  support: [],
  formats: [],
  stepFree: false,
}));
