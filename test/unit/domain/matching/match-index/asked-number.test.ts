import { expect, test } from 'vitest';
import { buildIndex } from '../../../../../shared/domain/matching/match-index/build-index.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import { region } from '../../../../support/family-language.ts';
import { day, someOffer } from '../../../../support/some-offer.ts';

/** The numbers of what some offers of one feed ask, in the order given. */
function asked(offers: readonly Partial<Offer>[]): readonly number[] {
  const made = offers.map((own, at) => someOffer(`one:${String(at).padStart(3, '0')}`, own));
  const [segment] = buildIndex(made, region()).segments;
  return [...segment!.offers.asked];
}

const TIMETABLE = someOffer('one:1').timetable;

const EACH_ASKS_SOMETHING_ELSE: readonly Partial<Offer>[] = [
  {},
  { kind: 'job' },
  { leadsTo: 'degree' },
  { needs: { german: 'B1' } },
  { needs: { schooling: 'hauptschule' } },
  { needs: { degree: 'vocational' } },
  { needs: { schooling: 'hauptschule', degree: 'vocational' } },
  { needs: { schooling: 'hauptschule', degree: 'vocational', schoolingOrDegree: true } },
  { needs: { audiences: ['women'] } },
  { needs: { ageYears: { from: 18 } } },
  { needs: { ageYears: { to: 18 } } },
  { teaches: { german: { to: 'B1' } } },
  { teaches: { german: { to: 'B1', from: 'A1' } } },
  { teaches: { german: { to: 'B2' } } },
  { seats: { free: 0 } },
  { cost: { cents: 20_000 } },
  { cost: { cents: 20_000, free: true } },
  { hours: { min: 20, max: 20 } },
  { hours: { min: 20, max: 30 } },
  { hours: { min: 19.5, max: 20 } },
  { growth: { toHours: 30, certainty: 'stated' } },
  { dayParts: ['morning'] },
  { dayParts: ['evening'] },
  { timetable: { ...TIMETABLE, complete: false } },
  { timetable: { ...TIMETABLE, selfPaced: { hoursPerWeek: 3 } } },
];

test('offers that ask something else of a person, or say something else of their hours, have numbers of their own', () => {
  const numbers = asked([...EACH_ASKS_SOMETHING_ELSE, ...EACH_ASKS_SOMETHING_ELSE]);
  const own = EACH_ASKS_SOMETHING_ELSE.map((_each, at) => at);
  expect(numbers).toEqual([...own, ...own]);
});

test('offers that differ only in when, where and for what they are have one number', () => {
  const alike: readonly Partial<Offer>[] = [
    {},
    { places: [], online: true },
    { goals: ['retraining'], fields: ['health'] },
    { rolling: true },
    { registerBy: day('2025-05-01') },
    { timetable: { ...TIMETABLE, first: day('2025-05-05') } },
    { seats: { free: 3 } },
  ];
  expect(asked(alike)).toEqual(alike.map(() => 0));
});
