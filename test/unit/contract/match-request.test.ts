import { describe, expect, test } from 'vitest';
import { fieldErrors } from '../../../shared/contract/field-errors.ts';
import { matchRequest } from '../../../shared/contract/match-request.ts';

const SLOT = { days: ['mo', 'fr'], from: '07:30', to: '15:00' };

/** Everything a request can hold, all of it good. */
function goodRequest(): Record<string, unknown> {
  return structuredClone({
    goals: ['german'],
    fields: ['health'],
    home: { postcode: '12045' },
    travel: { by: 'transit', maxMinutes: 45 },
    children: [
      {
        ageMonths: 40,
        care: [
          {
            kind: 'kita',
            hours: [SLOT],
            place: { postcode: '12055' },
            from: '2024-08-01',
            until: '2025-07-31',
          },
        ],
        schoolFrom: '2027-08-01',
        needsCare: true,
        goesAlone: false,
        searchingSince: '2024-02-01',
      },
    ],
    helpers: [{ days: ['we'], from: '14:00', to: '18:00', children: [0], every: 'week' }],
    busy: [{ days: ['sa'], from: '22:00', to: '06:00', why: 'work', varies: false }],
    work: { hoursPerWeek: 20, wantedHoursPerWeek: 35, saturdays: false, employees: '16-45' },
    german: 'B1',
    schooling: 'abitur',
    degree: 'foreign',
    workedYears: 4,
    age: 29,
    audiences: { women: true, 'single-parents': false },
    support: ['wohngeld'],
    from: '2025-04-01',
    until: '2025-06-30',
    formats: ['on-site'],
    stepFree: true,
    budgetCents: 0,
    language: 'de',
    limitPerVerdict: 20,
    levers: true,
    explain: 'all',
  });
}

/** What is wrong with a request, as the API says it. */
function faultsOf(body: unknown) {
  const parsed = matchRequest.safeParse(body);
  return parsed.success ? [] : fieldErrors(parsed.error.issues, body);
}

/** The good request with one value at a path replaced; `undefined` removes it. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const body = goodRequest();
  let part = body as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) part = part[step] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(part, last);
  else part[last] = value;
  return body;
}

describe('a request for matches', () => {
  test('with everything in it is good', () => {
    expect(faultsOf(goodRequest())).toEqual([]);
  });

  test('may be empty: nothing has to be answered', () => {
    expect(matchRequest.parse({})).toMatchObject({
      goals: [],
      children: [],
      limitPerVerdict: 20,
      explain: 'shown',
    });
  });

  test('keeps what was not said apart from what is none', () => {
    const { children, busy } = matchRequest.parse({ children: [{}, { care: [] }] });
    expect(children[0]).not.toHaveProperty('care');
    expect(children[1]?.care).toEqual([]);
    expect(busy).toBeUndefined();
    expect(matchRequest.parse({ busy: [] }).busy).toEqual([]);
  });

  test('has its times in minutes and its days ascending without repeats', () => {
    const { busy } = matchRequest.parse({ busy: [{ days: ['fr', 'mo', 'fr'], from: '07:30', to: '24:00' }] });
    expect(busy).toEqual([{ hours: { days: [0, 4], from: 450, to: 1440 }, why: 'other', varies: false }]);
  });

  test('has a slot end on the next day where the end is before the start', () => {
    const { busy } = matchRequest.parse({ busy: [{ days: ['sa'], from: '22:00', to: '06:00' }] });
    expect(busy?.[0]?.hours).toEqual({ days: [5], from: 1320, to: 1800 });
  });

  test.each<[string, readonly (string | number)[], unknown, string, string]>([
    ['a text for a number', ['age'], '29', '/age', 'wrong-type'],
    ['a broken number for a whole one', ['age'], 29.5, '/age', 'wrong-type'],
    ['null for an absent field', ['german'], null, '/german', 'not-one-of'],
    ['an object for a list', ['children'], {}, '/children', 'wrong-type'],
    ['an unknown level', ['german'], 'B7', '/german', 'not-one-of'],
    ['an unknown goal', ['goals', 0], 'riches', '/goals/0', 'not-one-of'],
    ['an unknown day', ['busy', 0, 'days', 0], 'montag', '/busy/0/days/0', 'not-one-of'],
    ['no days', ['busy', 0, 'days'], [], '/busy/0/days', 'too-few'],
    ['a missing end', ['busy', 0, 'to'], undefined, '/busy/0/to', 'required'],
    ['a missing kind', ['children', 0, 'care', 0, 'kind'], undefined, '/children/0/care/0/kind', 'required'],
    ['a missing rhythm of a helper', ['helpers', 0, 'every'], undefined, '/helpers/0/every', 'required'],
    ['a time that is none', ['busy', 0, 'from'], '25:00', '/busy/0/from', 'not-a-time'],
    ['a start at the end of the day', ['busy', 0, 'from'], '24:00', '/busy/0/from', 'not-a-time'],
    ['an empty slot', ['busy', 0, 'to'], '22:00', '/busy/0/to', 'slot-empty'],
    [
      'an empty slot of care',
      ['children', 0, 'care', 0, 'hours', 0, 'to'],
      '07:30',
      '/children/0/care/0/hours/0/to',
      'slot-empty',
    ],
    ['care without hours', ['children', 0, 'care', 0, 'hours'], [], '/children/0/care/0/hours', 'too-few'],
    ['a date that does not exist', ['from'], '2025-02-30', '/from', 'not-a-date'],
    ['a day of another century', ['from'], '1492-10-12', '/from', 'not-a-date'],
    ['an end before the start', ['until'], '2025-03-31', '/until', 'ends-before-start'],
    [
      'care that ends before it starts',
      ['children', 0, 'care', 0, 'until'],
      '2024-07-31',
      '/children/0/care/0/until',
      'ends-before-start',
    ],
    ['a postcode as number', ['home', 'postcode'], 12045, '/home/postcode', 'wrong-type'],
    ['a postcode of four digits', ['home', 'postcode'], '1204', '/home/postcode', 'not-a-postcode'],
    ['two places at once', ['home', 'district'], 'neukoelln', '/home', 'one-of-several'],
    ['a place without anything', ['home'], {}, '/home', 'one-of-several'],
    [
      'a point with lat and lon swapped',
      ['home'],
      { point: { lat: 13.4, lon: 52.5 } },
      '/home/point/lat',
      'out-of-range',
    ],
    ['two ages of one child', ['children', 0, 'ageYears'], 3, '/children/0', 'one-of-several'],
    ['an age nobody has', ['age'], 250, '/age', 'out-of-range'],
    ['more than a week of work', ['work', 'hoursPerWeek'], 169, '/work/hoursPerWeek', 'out-of-range'],
    [
      'a helper for a child that is not there',
      ['helpers', 0, 'children', 0],
      1,
      '/helpers/0/children/0',
      'no-such-child',
    ],
    ['nine children', ['children'], Array.from({ length: 9 }, () => ({})), '/children', 'too-many'],
    ['51 busy slots', ['busy'], Array.from({ length: 51 }, () => SLOT), '/busy', 'too-many'],
    ['more matches than a page holds', ['limitPerVerdict'], 101, '/limitPerVerdict', 'out-of-range'],
    ['a sentence for a language', ['language'], 'Deutsch bitte', '/language', 'too-long'],
    ['a language that is no code', ['language'], 'deutsch', '/language', 'not-a-language'],
  ])('is refused for %s', (_name, path, value, pointer, code) => {
    expect(faultsOf(withValue(path, value))).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  test('is refused for an eleventh care entry of a child', () => {
    const entry = { kind: 'kita', hours: [SLOT] };
    const body = { children: [{ care: Array.from({ length: 11 }, () => entry) }] };
    expect(faultsOf(body)).toEqual([{ pointer: '/children/0/care', code: 'too-many' }]);
  });

  test('is refused for an unknown field, naming the object and the documented name it comes closest to', () => {
    expect(faultsOf({ children: [{ ageMonth: 40 }] })).toEqual([
      { pointer: '/children/0', code: 'unknown-field', meant: 'ageMonths' },
    ]);
    expect(faultsOf({ Ayşe: 1 })).toEqual([{ pointer: '', code: 'unknown-field' }]);
  });

  test('with the names of a prototype in it gains nothing', () => {
    const body: unknown = JSON.parse('{"__proto__": {"stepFree": true}, "constructor": 1}');
    expect(faultsOf(body).map(({ code }) => code)).toContain('unknown-field');
  });

  test('has at most 50 of its faults named', () => {
    const body = { busy: Array.from({ length: 50 }, () => ({ days: ['x', 'y'], from: 'z', to: 'z' })) };
    expect(faultsOf(body)).toHaveLength(50);
  });
});
