import fc from 'fast-check';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { Place } from '../../shared/domain/place/place.ts';
import type { CareEntry, Child, Helper, Situation } from '../../shared/domain/situation/situation.ts';
import { addDays } from '../../shared/domain/time/local-date.ts';
import type { Slot } from '../../shared/domain/time/slot.ts';
import { WEEKDAYS, WORKDAYS } from '../../shared/domain/time/weekday.ts';
import { busy, carePlace, course, region, situation, timetable, TODAY, town } from './family-language.ts';
import { day, someOffer } from './some-offer.ts';

/** A town whose ways keep the triangle inequality, with places of every use at several distances. */
const ANY_TOWN = town(
  'home-kita 5, home-school 10, home-mini 10, home-work 20, home-college 45, home-far 55, ' +
    'kita-school 10, kita-mini 5, kita-work 20, kita-college 45, kita-far 50, school-mini 10, school-work 15, ' +
    'school-college 40, school-far 50, mini-work 15, mini-college 40, mini-far 50, work-college 30, work-far 40, college-far 20',
);

const at = (name: string): Place => ANY_TOWN.place(name);
const placeAmong = (...names: readonly string[]) => fc.constantFrom(...names.map(at));

const days = fc.oneof(
  { weight: 3, arbitrary: fc.constant(WORKDAYS) },
  { weight: 1, arbitrary: fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 }) },
);

/** Minutes from and to, both bounds included. */
type Range = readonly [number, number];

/** Times on the quarter of an hour, or off the grid now and then. */
function slot([earliest, latest]: Range, [shortest, longest]: Range): fc.Arbitrary<Slot> {
  return fc
    .record({
      days,
      start: fc.integer({ min: earliest / 15, max: latest / 15 }),
      quarters: fc.integer({ min: shortest / 15, max: longest / 15 }),
      off: fc.constantFrom(0, 0, 0, 0, 3),
    })
    .map(({ days: on, start, quarters, off }) => ({
      days: on,
      from: start * 15,
      to: (start + quarters) * 15 + off,
    }));
}

const entry: fc.Arbitrary<CareEntry> = fc
  .record({
    kind: fc.constantFrom('kita', 'kita', 'school', 'school-allday', 'childminder', 'family', 'other'),
    hours: fc.array(slot([420, 540], [120, 600]), { minLength: 1, maxLength: 2 }),
    place: fc.option(placeAmong('kita', 'school', 'mini'), { nil: undefined, freq: 4 }),
    holidays: fc.boolean(),
    from: fc.constantFrom(undefined, undefined, day('2025-05-12')),
    until: fc.constantFrom(undefined, undefined, day('2025-05-16')),
  })
  .map(({ place, from, until, ...rest }) => ({
    ...rest,
    ...(place !== undefined && { place }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }));

const child: fc.Arbitrary<Child> = fc
  .record({
    age: fc.option(
      fc.oneof(
        fc.integer({ min: -2, max: 130 }).map((months) => ({ months })),
        fc.integer({ min: 0, max: 12 }).map((years) => ({ years })),
      ),
      { nil: undefined, freq: 12 },
    ),
    care: fc.option(fc.array(entry, { maxLength: 3 }), { nil: undefined, freq: 12 }),
    goesAlone: fc.constantFrom(false, false, false, true),
  })
  .map(({ age, care, goesAlone }) => ({
    goesAlone,
    ...(age !== undefined && { age }),
    ...(care !== undefined && { care }),
  }));

const helper: fc.Arbitrary<Omit<Helper, 'children'>> = fc.record({
  hours: slot([420, 1080], [120, 480]),
  every: fc.constantFrom('week', 'week', 'alternate', 'sometimes'),
});

/** A family of one to three children with helpers, some of them for some children only. */
export const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    children: fc.array(child, { minLength: 1, maxLength: 3 }),
    helpers: fc.array(fc.tuple(helper, fc.option(fc.constantFrom(0, 1, 2))), { maxLength: 2 }),
    german: fc.constantFrom(undefined, 'A2', 'B1', 'B2'),
    age: fc.constantFrom(undefined, 17, 30),
    taken: fc.constantFrom(undefined, [], [busy('we 08:00-12:00')], [busy('fr 14:00-16:00', 'work', true)]),
    maxMinutes: fc.constantFrom(undefined, 20, 30, 45, 60),
  })
  .map(({ children, helpers, german, age, taken, maxMinutes }) =>
    situation(children, {
      home: at('home'),
      helpers: helpers.map(([each, only]) => ({
        ...each,
        ...(only !== null && only < children.length && { children: [only] }),
      })),
      travel: maxMinutes === undefined ? {} : { maxMinutes },
      ...(german !== undefined && { german }),
      ...(age !== undefined && { age }),
      ...(taken !== undefined && { busy: taken }),
    }),
  );

const offer: fc.Arbitrary<Offer> = fc
  .record({
    kind: fc.constantFrom('course', 'course', 'apprenticeship', 'job'),
    slots: fc.oneof(
      { weight: 6, arbitrary: fc.array(slot([510, 720], [60, 240]), { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(slot([420, 1080], [60, 480]), { maxLength: 2 }) },
    ),
    weeks: fc.constantFrom(1, 1, 1, 2, 2, 11),
    first: fc.constantFrom(day('2025-04-07'), day('2025-05-05'), day('2025-06-02')),
    complete: fc.constantFrom(true, true, true, true, true, false),
    where: fc.constantFrom('work', 'work', 'work', 'college', 'far'),
    online: fc.constantFrom(false, false, true),
    german: fc.constantFrom(undefined, undefined, 'B1', 'B2'),
    from: fc.constantFrom(undefined, undefined, undefined, 18),
    parts: fc.constantFrom(undefined, ['morning'], ['evening', 'flexible']),
    childcare: fc.constantFrom(undefined, undefined, { free: 1 }, { free: 5 }, {}),
    sibling: fc.constantFrom(undefined, undefined, 'one', 'two'),
  })
  .map(({ kind, slots, weeks, first, complete, where, online, german, from, parts, childcare, sibling }) =>
    course('', {
      kind,
      places: [at(where)],
      online,
      timetable: timetable('', {
        weekly: slots,
        first,
        last: addDays(first, weeks * 7 - 1),
        complete: complete && slots.length > 0,
      }),
      ...(sibling !== undefined && { course: sibling }),
      ...(kind === 'job' && parts !== undefined && { dayParts: parts, hours: { min: 15, max: 20 } }),
      needs: {
        ...(german !== undefined && { german }),
        ...(from !== undefined && { ageYears: { from } }),
      },
      ...(childcare !== undefined && {
        childcare: {
          ages: { fromMonths: 12, toMonths: 72 },
          hours: [],
          during: true,
          certainty: 'stated' as const,
          ...childcare,
        },
      }),
    }),
  );

const place: fc.Arbitrary<Offer> = fc
  .record({
    where: fc.constantFrom('kita', 'school', 'mini', 'work'),
    openings: fc.array(slot([390, 480], [240, 600]), { maxLength: 2 }),
    free: fc.integer({ min: 0, max: 3 }),
    from: fc.constantFrom(0, 12, 72),
    to: fc.constantFrom(36, 72, 150),
    fetches: fc.boolean(),
    counted: fc.constantFrom(TODAY, TODAY, day('2025-01-01')),
  })
  .map(({ where, openings, free, from, to, fetches, counted }) =>
    carePlace('feed:place', '', at(where), {
      openings,
      free,
      ages: { fromMonths: from, toMonths: to },
      fetches,
      asOf: counted,
    }),
  );

/** Up to six offers and three childcare places, with ids of their own. */
const anyOffers: fc.Arbitrary<readonly Offer[]> = fc
  .tuple(fc.array(offer, { minLength: 1, maxLength: 6 }), fc.array(place, { maxLength: 3 }))
  .map(([offers, places]) => [
    ...offers.map((each, index) => ({ ...each, id: someOffer(`feed:offer-${String(index)}`).id })),
    ...places.map((each, index) => ({ ...each, id: someOffer(`feed:place-${String(index)}`).id })),
  ]);

/** The region of that town: a public holiday, a week of school holidays, booking classes and an end of all-day school. */
export const ANY_REGION = region(
  {
    publicHolidays: new Set([day('2025-05-29')]),
    schoolHolidays: [{ first: day('2025-04-14'), last: day('2025-05-02') }],
    bookingPresets: [
      { weeklyHours: 25, from: 450, to: 750 },
      { weeklyHours: 35, from: 450, to: 870 },
      { weeklyHours: 45, from: 450, to: 990 },
    ],
    allDaySchoolEnd: 1020,
  },
  ANY_TOWN,
);

/** A family and offers to match. */
export const anyInput: fc.Arbitrary<MatchingInput> = fc
  .tuple(anySituation, anyOffers)
  .map(([who, offers]) => ({ situation: who, offers, region: ANY_REGION, today: TODAY, levers: false }));
