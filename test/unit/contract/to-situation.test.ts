import { describe, expect, test } from 'vitest';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const situationOf = (body: unknown) => toSituation(explanationRequest.parse(body), SOME_REGION);

describe('a situation made from a request', () => {
  test('has the point of a postcode the region knows', () => {
    expect(situationOf({ home: { postcode: '12045' } })).toMatchObject({
      ok: true,
      value: { home: { postcode: '12045', point: { lat: 52.486, lon: 13.436 }, precision: 'postcode' } },
    });
  });

  test('has a place without point for a postcode elsewhere in Germany', () => {
    const made = situationOf({ home: { postcode: '80331' } });
    expect(made).toMatchObject({ ok: true, value: { home: { postcode: '80331', precision: 'none' } } });
  });

  test('is refused for a postcode that does not exist, wherever it stands', () => {
    const care = [
      { kind: 'kita', hours: [{ days: ['mo'], from: '08:00', to: '12:00' }], place: { postcode: '00000' } },
    ];
    expect(situationOf({ home: { postcode: '00000' }, children: [{}, { care }] })).toEqual({
      ok: false,
      failure: [
        { pointer: '/home/postcode', code: 'postcode-unknown' },
        { pointer: '/children/1/care/0/place/postcode', code: 'postcode-unknown' },
      ],
    });
  });

  test('has the middle of a district, and is refused for one the region does not have', () => {
    expect(situationOf({ home: { district: 'neukoelln' } })).toMatchObject({
      value: { home: { district: 'neukoelln', precision: 'district' } },
    });
    expect(situationOf({ home: { district: 'atlantis' } })).toEqual({
      ok: false,
      failure: [{ pointer: '/home/district', code: 'district-unknown' }],
    });
  });

  test('takes a point as known to the house', () => {
    const point = { lat: 52.5, lon: 13.4 };
    expect(situationOf({ home: { point } })).toMatchObject({
      value: { home: { point, precision: 'street' } },
    });
  });

  test('keeps exact months apart from a whole year, and neither from none', () => {
    const made = situationOf({ children: [{ ageMonths: -3 }, { ageYears: 3 }, {}] });
    expect(made).toMatchObject({ value: { children: [{ age: { months: -3 } }, { age: { years: 3 } }, {}] } });
    expect(made.ok && made.value.children[2]).not.toHaveProperty('age');
  });

  test('holds nothing but what the domain names', () => {
    const made = situationOf({ language: 'de', german: 'A2' });
    expect(made.ok && Object.keys(made.value).toSorted()).toEqual([
      'audiences',
      'children',
      'fields',
      'formats',
      'german',
      'goals',
      'helpers',
      'stepFree',
      'support',
      'travel',
    ]);
  });
});
