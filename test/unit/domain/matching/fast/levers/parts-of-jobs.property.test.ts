import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { MatchingInput } from '../../../../../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../../../../../shared/domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../../../../../shared/domain/offer/timetable-json.ts';
import { addDays } from '../../../../../../shared/domain/time/local-date.ts';
import { WORKDAYS } from '../../../../../../shared/domain/time/weekday.ts';
import {
  carePlace,
  child,
  course,
  region,
  situation,
  TODAY,
  town,
} from '../../../../../support/family-language.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../../support/requests-to-try.ts';
import { day, someOffer } from '../../../../../support/some-offer.ts';

const { numRuns, timeout } = requestsToTry(25);

// Care that nearly holds a part of the day on some workdays, so that one change more or less decides, and places of which some count.
const TOWN = town('home-kita 5, home-near 10, home-mini 10, kita-near 5, kita-mini 5, near-mini 10');

/** Minutes on the half hour. */
const half = (earliest: number, latest: number) =>
  fc.integer({ min: earliest / 30, max: latest / 30 }).map((at) => at * 30);

const anyCare = fc
  .record({
    kind: fc.constantFrom('kita', 'kita', 'school', 'school-allday', 'family'),
    from: half(390, 450),
    to: half(690, 1110),
    short: fc.subarray([...WORKDAYS], { maxLength: 2 }),
    place: fc.constantFrom('kita', 'home'),
  })
  .map(({ kind, from, to, short, place }) => ({
    kind: kind as 'kita',
    hours: [
      { days: WORKDAYS.filter((weekday) => !short.includes(weekday)), from, to },
      ...(short.length === 0 ? [] : [{ days: short, from, to: to - 60 }]),
    ],
    place: TOWN.place(place),
    holidays: false,
  }));

const anyChild = fc
  .record({
    months: fc.integer({ min: 20, max: 130 }),
    care: anyCare,
    hasCare: fc.constantFrom(1, 1, 1, 1, 0),
  })
  .map(({ months, care, hasCare }) => child(`${String(months)}m`, hasCare === 1 ? [care] : []));

const anyJob = fc
  .record({
    parts: fc.subarray(['morning', 'afternoon', 'evening', 'shift', 'flexible', 'full-time'] as const, {
      minLength: 1,
      maxLength: 3,
    }),
    hours: fc.constantFrom(undefined, 6, 12, 18, 24, 30, 40),
    isOnline: fc.constantFrom(false, false, true),
    firstIn: fc.constantFrom(undefined, undefined, 10, 60, 200),
    hasChildcare: fc.constantFrom(false, false, false, true),
  })
  .map(({ parts, hours, isOnline, firstIn, hasChildcare }): Partial<Offer> => ({
    kind: 'job',
    goals: ['more-hours'],
    places: isOnline ? [] : [TOWN.place('near')],
    online: isOnline,
    timetable: { ...UNKNOWN_TIMETABLE, ...(firstIn !== undefined && { first: addDays(TODAY, firstIn) }) },
    rolling: firstIn === undefined,
    dayParts: parts,
    ...(hours !== undefined && { hours: { min: hours - 5, max: hours } }),
    ...(hasChildcare && {
      childcare: {
        ages: { fromMonths: 24, toMonths: 72 },
        free: 1,
        hours: [],
        during: true,
        certainty: 'stated',
      },
    }),
  }));

const anyPlace = fc
  .record({
    openings: fc.constantFrom('mo-fr 06:00-19:00', 'mo-fr 12:00-23:00', 'mo-th 06:30-18:00'),
    fetches: fc.boolean(),
    free: fc.constantFrom(0, 1, 2),
    agesFrom: fc.constantFrom(0, 40, 72),
  })
  .map(({ openings, fetches, free, agesFrom }) => ({
    openings,
    own: { fetches, free, ages: { fromMonths: agesFrom, toMonths: 140 } },
  }));

const anyInput: fc.Arbitrary<MatchingInput> = fc
  .record({
    children: fc.array(anyChild, { minLength: 1, maxLength: 2 }),
    jobs: fc.array(anyJob, { minLength: 3, maxLength: 6 }),
    places: fc.array(anyPlace, { maxLength: 2 }),
    from: fc.constantFrom(undefined, undefined, day('2025-04-22')),
  })
  .map(({ children, jobs, places, from }) => ({
    situation: situation(children, { home: TOWN.place('home'), ...(from !== undefined && { from }) }),
    offers: [
      ...jobs.map((job, at) => course('', { ...job, id: someOffer(`feed:j${String(at)}`).id })),
      ...places.map(({ openings, own }, at) =>
        carePlace(`feed:p${String(at)}`, openings, TOWN.place('mini'), own),
      ),
    ],
    region: region({}, TOWN),
    today: TODAY,
    levers: true,
  }));

describe('with levers the answer is that of the reference', () => {
  test(
    'for jobs of which only parts of the day are known',
    () => {
      fc.assert(fc.property(anyInput, expectSameAnswer), { numRuns, seed: 406 });
    },
    timeout,
  );
});
