import fc from 'fast-check';
import type { CourseChildcare, Offer } from '../../../shared/domain/offer/offer.ts';
import type { Audience, DayPart } from '../../../shared/domain/offer/terms.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import { addDays } from '../../../shared/domain/time/local-date.ts';
import type { Timetable } from '../../../shared/domain/time/timetable.ts';
import { TODAY } from '../family-language.ts';
import { day, someOffer } from '../some-offer.ts';
import { slotIn } from './hours.ts';
import { anyPlace } from './places.ts';
import { mostly, rarely, stated, usually } from './stated.ts';

const STATED_OR_READ = ['stated', 'stated', 'stated', 'read-from-text'] as const;
const PARTS: DayPart[] = ['morning', 'afternoon', 'evening', 'shift', 'flexible', 'full-time'];
const MEANT_FOR: Audience[] = ['women', 'parents', 'single-parents', 'older'];

const courseChildcare: fc.Arbitrary<CourseChildcare> = fc
  .record({
    ages: mostly(fc.constantFrom({ fromMonths: 12, toMonths: 72 }, { fromMonths: 36, toMonths: 47 }), 6),
    hours: fc.oneof(fc.constant([]), fc.tuple(slotIn([420, 600], [240, 540]))),
    during: fc.boolean(),
    free: mostly(fc.constantFrom(0, 1, 2, 5), 4),
    certainty: fc.constantFrom(...STATED_OR_READ),
  })
  .map(stated);

const needs = fc
  .record({
    german: rarely(fc.constantFrom('A2' as const, 'B1' as const, 'B2' as const)),
    schooling: rarely(fc.constantFrom('hauptschule' as const, 'mittlere-reife' as const, 'abitur' as const)),
    degree: rarely(fc.constantFrom('vocational' as const, 'academic' as const)),
    schoolingOrDegree: rarely(fc.boolean()),
    audiences: rarely(fc.subarray(MEANT_FOR)),
    ageYears: rarely(fc.constantFrom({ from: 18 }, { to: 25 }, { from: 25, to: 50 }, {})),
  })
  .map(stated);

const teaches = fc
  .record({
    from: mostly(fc.constantFrom('A1' as const, 'B1' as const)),
    to: mostly(fc.constantFrom('A1' as const, 'A2' as const, 'B1' as const, 'B2' as const), 7),
  })
  .map((german) => ({ german: stated(german) }));

const growth = fc.record({
  toHours: fc.constantFrom(25, 35),
  certainty: fc.constantFrom('stated' as const, 'read-from-text' as const),
});

const freshness = fc
  .record({
    checked: fc.constantFrom(TODAY, TODAY, addDays(TODAY, -90), addDays(TODAY, -91)),
    validUntil: rarely(fc.constantFrom(TODAY, addDays(TODAY, -1))),
  })
  .map(stated);

const facts = fc.record({
  kind: fc.constantFrom('course', 'course', 'course', 'apprenticeship', 'job', 'job', 'advice'),
  goals: usually(
    fc.constant(['further-training' as const]),
    fc.constantFrom(
      ['german' as const],
      [],
      ['childcare' as const],
      ['more-hours' as const, 'german' as const],
    ),
    6,
  ),
  fields: fc.constantFrom([], [], ['health' as const], ['it' as const]),
  course: rarely(fc.constantFrom('one', 'two')),
  leadsTo: rarely(fc.constantFrom('degree' as const, 'certificate' as const)),
  online: fc.constantFrom(false, false, false, true),
  rolling: fc.constantFrom(false, false, false, true),
  registerBy: rarely(fc.constantFrom(day('2025-03-01'), day('2025-04-01'))),
  hours: mostly(
    fc.constantFrom({ min: 10, max: 15 }, { min: 20, max: 20 }, { min: 25, max: 39 }, { min: 39, max: 40 }),
    4,
  ),
  dayParts: mostly(fc.subarray(PARTS, { minLength: 1, maxLength: 2 }), 2),
  growth: rarely(growth),
  seats: rarely(fc.constantFrom({ free: 0 }, { free: 3 }, {})),
  teaches: rarely(teaches),
  needs,
  childcare: rarely(courseChildcare),
  cost: mostly(
    fc.constantFrom(
      { free: true },
      { cents: 10_000 },
      { cents: 40_000 },
      { text: 'auf Anfrage' },
      { free: false },
    ),
  ),
  access: mostly(fc.constantFrom({}, { stepFree: true }, { stepFree: false })),
  provenance: fc.constantFrom(
    [],
    [],
    [
      { fact: 'needs' as const, from: 'text' as const },
      { fact: 'cost' as const, from: 'partner' as const },
    ],
  ),
});

/** Offers get their ids where they are put together. */
const { timetable: _timetable, ...blank } = someOffer('feed:any');

/** A course, apprenticeship, job or advice at none to three places; of a job often only day parts and hours are known. */
export function offerWith(
  timetable: fc.Arbitrary<Timetable>,
  places: fc.Arbitrary<readonly Place[]> = usually(
    fc.tuple(anyPlace),
    fc.array(anyPlace, { maxLength: 3 }),
    7,
  ),
): fc.Arbitrary<Offer> {
  return fc
    .tuple(facts, places, timetable, freshness)
    .map(([{ kind, dayParts, ...rest }, where, times, fresh]) => {
      const isInParts = kind === 'job' && dayParts !== undefined;
      return {
        ...blank,
        ...stated(rest),
        kind,
        places: where,
        timetable: withinPlaces(isInParts ? withoutTimes(times) : times, where.length),
        ...(isInParts && { dayParts }),
        freshness: { ...blank.freshness, ...fresh },
      };
    });
}

function withoutTimes({ selfPaced: _selfPaced, ...timetable }: Timetable): Timetable {
  return { ...timetable, weekly: [], dated: [] };
}

/** Sessions name no place that the offer does not have. */
function withinPlaces(timetable: Timetable, places: number): Timetable {
  const within = <Held extends { readonly place?: number }>({ place, ...held }: Held) => ({
    ...held,
    ...(place !== undefined && places > 0 && { place: Math.min(place, places - 1) }),
  });
  return { ...timetable, weekly: timetable.weekly.map(within), dated: timetable.dated.map(within) };
}
