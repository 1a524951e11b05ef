import { describe, expect, it } from 'vitest';
import { browseQuery } from '../../../shared/contract/browse-query.ts';
import { fieldErrors } from '../../../shared/contract/field-errors.ts';
import { hsdsQuery } from '../../../shared/contract/hsds-query.ts';
import { matchRequest } from '../../../shared/contract/match-request.ts';
import { toProblem } from '../../../shared/contract/to-problem.ts';
import { offerJson } from '../../../shared/domain/offer/offer-json.ts';

const GOOD = { goals: ['german'], home: { postcode: '12045' } };
const faults = (
  schema: typeof matchRequest | typeof browseQuery | typeof hsdsQuery | typeof offerJson,
  body: unknown,
) => fieldErrors(schema.safeParse(body).error?.issues ?? [], body);

describe('a number out of its range', () => {
  it.each([
    [{ age: 9 }, '/age', { from: 10, to: 100 }],
    [{ age: 101 }, '/age', { from: 10, to: 100 }],
    [{ workedYears: -0.5 }, '/workedYears', { from: 0, to: 60 }],
    [{ work: { hoursPerWeek: 81 } }, '/work/hoursPerWeek', { from: 0, to: 80 }],
    [{ travel: { by: 'car', maxMinutes: 4 } }, '/travel/maxMinutes', { from: 5, to: 240 }],
    [{ children: [{ ageYears: 18 }] }, '/children/0/ageYears', { from: 0, to: 17 }],
    [{ children: [{ ageMonths: -11 }] }, '/children/0/ageMonths', { from: -10, to: 215 }],
  ])('of %j is told with both ends', (own, pointer, allowed) => {
    expect(faults(matchRequest, { ...GOOD, ...own })).toEqual([{ pointer, code: 'out-of-range', allowed }]);
  });

  it('is told so in queries too, whose numbers are texts', () => {
    const allowed = { from: 1, to: 100 };
    expect(faults(browseQuery, { limit: '0' })).toEqual([
      { pointer: '/limit', code: 'out-of-range', allowed },
    ]);
    expect(faults(hsdsQuery, { per_page: '101' })).toEqual([
      { pointer: '/per_page', code: 'out-of-range', allowed },
    ]);
  });

  it('is named in the problem beside the cure, and no text that is too long has a range', () => {
    const errors = faults(matchRequest, { ...GOOD, age: 9 });
    expect(toProblem({ code: 'invalid-request', errors }, 'r').errors).toMatchObject([
      {
        pointer: '/age',
        detail: expect.stringContaining('allowed') as string,
        allowed: { from: 10, to: 100 },
      },
    ]);
    expect(faults(browseQuery, { q: 'x'.repeat(101) })).toEqual([{ pointer: '/q', code: 'too-long' }]);
  });
});

it('a session at a place that the offer does not have is told by its own path', () => {
  const session = (place: number) => ({ days: ['mo'], from: '09:00', to: '12:00', place });
  const offer = {
    id: '1',
    kind: 'course',
    title: 'Deutsch B1',
    provider: { name: 'VHS' },
    places: [{ postcode: '12045', precision: 'none' }],
    timetable: { weekly: [session(0), session(1)], certainty: 'stated', complete: true },
  };
  expect(faults(offerJson, offer)).toEqual([{ pointer: '/timetable/weekly/1/place', code: 'no-such-place' }]);
});
