import fc from 'fast-check';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { Child } from '../../../shared/domain/situation/situation.ts';
import { anyCareOffer } from './childcare.ts';
import { anyChild, anyChildren, anyEntry } from './children.ts';
import { offerWith } from './offers.ts';
import { THREE_PLACES, anyPlace, unknownPlace } from './places.ts';
import { named, offersOf, requestOf } from './request.ts';
import { silentSituation, situationWith } from './situations.ts';
import {
  anyTimetable,
  longTimetable,
  overChangedClocks,
  pastMidnight,
  unknownTimetable,
} from './timetables.ts';

/** Children of 3, 6, 10 and 12 years or up to eight months before, so that they pass a bound while a course lasts. */
const growingChild: fc.Arbitrary<Child> = fc
  .tuple(
    anyChild,
    fc.constantFrom(36, 72, 120, 144),
    fc.integer({ min: -8, max: 0 }),
    fc.constantFrom('months', 'months', 'years'),
  )
  .map(([child, bound, before, known]) => ({
    ...child,
    age: known === 'months' ? { months: bound + before } : { years: Math.floor((bound + before) / 12) },
  }));

const fourChildren: fc.Arbitrary<readonly Child[]> = fc
  .tuple(
    fc.array(fc.tuple(anyChild, anyEntry), { minLength: 4, maxLength: 4 }),
    fc.shuffledSubarray([0, 1, 2, 0], { minLength: 4 }),
  )
  .map(([children, at]) =>
    children.map(([child, entry], index) => ({
      ...child,
      care: [{ ...entry, place: { ...THREE_PLACES[at[index]!]! } }],
    })),
  );

/** One offer under several names, in two feeds and any order; the feed that comes first has the ids that come last. */
const sameOffers = fc
  .tuple(
    offerWith(anyTimetable),
    fc.shuffledSubarray(['feed:b', 'feed:a', 'feed:a2', 'feed:a-1', 'feed:a10', 'feed-2:a', 'feed-2:b'], {
      minLength: 2,
    }),
  )
  .map(([offer, ids]) =>
    ids.map((id) => {
      const { places, ...same } = named(offer, id);
      return { ...same, places: places.map((place) => ({ ...place })) };
    }),
  );

/** The requests that are likely to be forgotten, by what they are about. */
export const CORNER_CASES: Readonly<Record<string, fc.Arbitrary<MatchingInput>>> = {
  'courses over the change of the clocks': requestOf({ offers: offersOf(offerWith(overChangedClocks), 3) }),
  'sessions past midnight': requestOf({ offers: offersOf(offerWith(pastMidnight)) }),
  'children who pass a bound of age during a course': requestOf({
    situation: situationWith(fc.array(growingChild, { minLength: 1, maxLength: 3 })),
    offers: offersOf(offerWith(longTimetable), 2),
  }),
  'four children at three places': requestOf({ situation: situationWith(fourChildren) }),
  'no offers, or childcare alone': requestOf({
    offers: fc.constant([]),
    childcare: fc.array(anyCareOffer, { maxLength: 3 }),
  }),
  'nothing answered': requestOf({ situation: silentSituation }),
  'nothing answered and nothing known': requestOf({
    situation: silentSituation,
    offers: offersOf(offerWith(unknownTimetable, fc.array(unknownPlace, { maxLength: 2 }))),
  }),
  'offers of which little is known': requestOf({
    situation: situationWith(anyChildren),
    offers: offersOf(
      offerWith(unknownTimetable, fc.array(fc.oneof(unknownPlace, anyPlace), { maxLength: 2 })),
    ),
  }),
  'offers that only their ids tell apart': requestOf({ offers: sameOffers }),
};
