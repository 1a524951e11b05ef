import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { MatchingInput } from '../../../../../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../../../../../shared/domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../../../../../shared/domain/offer/timetable-json.ts';
import type { Slot } from '../../../../../../shared/domain/time/slot.ts';
import { WORKDAYS } from '../../../../../../shared/domain/time/weekday.ts';
import {
  carePlace,
  child,
  course,
  region,
  situation,
  timetable,
  TODAY,
  town,
} from '../../../../../support/family-language.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../../support/requests-to-try.ts';
import { day, someOffer } from '../../../../../support/some-offer.ts';

const { numRuns, timeout } = requestsToTry(100);

// Two children at two places, and courses that end about when care does: whether a change opens something hangs on the order of stops.
const TOWN = town(
  'home-kita 5, home-school 10, home-near 15, home-far 30, kita-school 10, kita-near 10, kita-far 25, school-near 10, ' +
    'school-far 20, near-far 15, home-mini 10, kita-mini 10, school-mini 5, near-mini 15, far-mini 25',
);

/** Minutes on the quarter of an hour. */
const quarter = (earliest: number, latest: number) =>
  fc.integer({ min: earliest / 15, max: latest / 15 }).map((at) => at * 15);
const days = fc.oneof(fc.constant([...WORKDAYS]), fc.subarray([...WORKDAYS], { minLength: 1, maxLength: 3 }));
const slot = (from: fc.Arbitrary<number>, to: fc.Arbitrary<number>): fc.Arbitrary<Slot> =>
  fc.record({ days, from, to });

const careOf = (kind: 'kita' | 'school' | 'school-allday', place: string) =>
  fc.record({ from: quarter(435, 480), to: quarter(690, 960) }).map(({ from, to }) => ({
    kind,
    hours: [{ days: [...WORKDAYS], from, to }],
    place: TOWN.place(place),
    holidays: false,
  }));

const children = fc
  .record({
    kita: careOf('kita', 'kita'),
    school: fc.oneof(careOf('school', 'school'), careOf('school-allday', 'school')),
    years: fc.integer({ min: 6, max: 11 }),
    isAlone: fc.constantFrom(false, false, true),
    hasThird: fc.constantFrom(false, false, true),
  })
  .map(({ kita, school, years, isAlone, hasThird }) => [
    child('40m', [kita]),
    child(`${String(years)}y`, [school], { goesAlone: isAlone }),
    ...(hasThird ? [child('20m', [])] : []),
  ]);

const childcare = fc.option(
  fc.record({
    free: fc.constantFrom(undefined, 1, 2),
    certainty: fc.constantFrom('stated', 'read-from-text'),
  }),
  { nil: undefined, freq: 1 },
);

const anyCourse = fc
  .record({
    weekly: fc.array(slot(quarter(480, 570), quarter(660, 990)), { minLength: 1, maxLength: 2 }),
    place: fc.constantFrom('near', 'far'),
    complete: fc.constantFrom(true, true, true, false),
    childcare,
  })
  .map(({ weekly, place, complete, childcare: served }): Partial<Offer> => ({
    places: [TOWN.place(place)],
    timetable: { ...timetable('', { weekly }), complete },
    ...(served !== undefined && {
      childcare: {
        ages: { fromMonths: 24, toMonths: 72 },
        ...(served.free !== undefined && { free: served.free }),
        hours: [],
        during: true,
        certainty: served.certainty,
      },
    }),
  }));

const anyJob = fc
  .record({
    part: fc.constantFrom('morning', 'afternoon', 'flexible'),
    hours: fc.constantFrom(6, 15, 20, 30),
  })
  .map(({ part, hours }): Partial<Offer> => ({
    kind: 'job',
    goals: ['more-hours'],
    places: [TOWN.place('near')],
    timetable: { ...UNKNOWN_TIMETABLE, first: day('2025-04-07') },
    dayParts: [part],
    hours: { min: hours - 5, max: hours },
  }));

const anyPlace = fc
  .record({ until: quarter(840, 1140), fetches: fc.boolean(), free: fc.constantFrom(0, 1, 2) })
  .map(({ until, fetches, free }) => ({ openings: `mo-fr 07:00-${clock(until)}`, own: { fetches, free } }));

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const anyInput: fc.Arbitrary<MatchingInput> = fc
  .record({
    children,
    offers: fc.array(fc.oneof(anyCourse, anyCourse, anyCourse, anyJob), { minLength: 3, maxLength: 5 }),
    places: fc.array(anyPlace, { maxLength: 2 }),
  })
  .map(({ children: own, offers, places }) => ({
    situation: situation(own, { home: TOWN.place('home') }),
    offers: [
      ...offers.map((offer, at) => course('', { ...offer, id: someOffer(`feed:c${String(at)}`).id })),
      ...places.map(({ openings, own: place }, at) =>
        carePlace(`feed:p${String(at)}`, openings, TOWN.place('mini'), place),
      ),
    ],
    region: region({}, TOWN),
    today: TODAY,
    levers: true,
  }));

describe('with levers the answer is that of the reference', () => {
  test(
    'for children at two places and courses that end about when care does',
    () => {
      fc.assert(fc.property(anyInput, expectSameAnswer), { numRuns, seed: 405 });
    },
    timeout,
  );
});
