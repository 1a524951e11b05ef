import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropBlankRows } from '../../../../functions/web/answers/change-rows.ts';
import { readSituation } from '../../../../functions/web/answers/read-situation.ts';
import { explanationRequest } from '../../../../shared/contract/match-request.ts';
import { toSituation } from '../../../../shared/contract/to-situation.ts';
import { CARE_KINDS, GOALS } from '../../../../shared/domain/offer/terms.ts';
import { WEEKDAY_NAMES } from '../../../../shared/domain/time/weekday.ts';
import { fieldsOfRequest, type RequestBody } from '../../../support/fields-of-request.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const FOLDER = join(import.meta.dirname, '../../../journeys/situations');
/** All postcodes exist, so that the families of every region can be read. */
const LOOKUP = { ...SOME_REGION, postcodeExists: () => true };

function situationOf(request: RequestBody) {
  const parsed = explanationRequest.parse(request);
  const situation = toSituation(parsed, LOOKUP);
  if (!situation.ok) throw new Error(JSON.stringify(situation.failure));
  return situation.value;
}

const read = (request: RequestBody) =>
  readSituation(dropBlankRows(new Map(fieldsOfRequest(request))), LOOKUP);

describe('a form that says what a request says', () => {
  test.each(readdirSync(FOLDER))('is the same situation: %s', (file) => {
    const request = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as RequestBody;
    expect(read(request)).toEqual({ ok: true, value: situationOf(request) });
  });

  const two = (value: number) => String(value).padStart(2, '0');
  const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const slot = fc
    .record({
      days: fc.uniqueArray(fc.constantFrom(...WEEKDAY_NAMES), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1300 }),
      length: fc.integer({ min: 1, max: 130 }),
    })
    .map(({ days, from, length }) => ({ days, from: clock(from), to: clock(from + length) }));
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const care = fc.record({
    kind: fc.constantFrom(...CARE_KINDS),
    hours: fc.array(slot, { minLength: 1, maxLength: 2 }),
    place: some(fc.constant({ postcode: '12045' })),
    from: some(fc.constant('2025-08-01')),
    until: some(fc.constant('2026-07-31')),
    holidays: fc.boolean(),
  });
  /** Entries that differ in more than their hours; others are one entry in the form. */
  const entryKey = ({
    kind,
    place,
    from,
    until,
    holidays,
  }: typeof care extends fc.Arbitrary<infer Entry> ? Entry : never) =>
    JSON.stringify([kind, place, from, until, holidays]);
  const child = fc.record({
    ageMonths: some(fc.integer({ min: -10, max: 215 })),
    care: some(fc.uniqueArray(care, { maxLength: 3, selector: entryKey })),
    needsCare: some(fc.boolean()),
    goesAlone: fc.boolean(),
    schoolFrom: some(fc.constant('2026-08-01')),
  });
  const body = fc.record({
    goals: fc.uniqueArray(fc.constantFrom(...GOALS)),
    home: some(fc.constantFrom({ postcode: '12045' }, { district: 'neukoelln' })),
    children: fc.array(child, { maxLength: 4 }),
    helpers: fc.array(
      fc
        .tuple(slot, fc.constantFrom('week' as const, 'sometimes' as const))
        .map(([hours, every]) => ({ ...hours, every })),
      { maxLength: 2 },
    ),
    busy: some(fc.array(slot, { maxLength: 2 })),
    work: some(fc.record({ hoursPerWeek: fc.integer({ min: 0, max: 80 }), saturdays: fc.boolean() })),
    german: some(fc.constantFrom('none' as const, 'B1' as const)),
    audiences: fc.record({ women: some(fc.boolean()) }),
    budgetCents: some(fc.integer({ min: 0, max: 100_000 })),
  });

  test('is the same situation, whatever is said', () => {
    fc.assert(
      fc.property(body, (said) => {
        const request = JSON.parse(JSON.stringify(said)) as RequestBody;
        expect(read(request)).toEqual({ ok: true, value: situationOf(request) });
      }),
    );
  });
});

describe('what is typed as people type it', () => {
  const rows = (own: Record<string, string>) => {
    const fields: [string, readonly string[]][] = Object.entries({
      'children.0.years': '3',
      'children.0.care.0.kind': 'kita',
      'children.0.care.0.from': '7:30',
      'children.0.care.0.to': '14:30',
      ...own,
    }).map(([name, value]) => [name, [value]]);
    return readSituation(new Map([...fields, ['children.0.care.0.days', ['mo']]]), LOOKUP);
  };

  test.each([
    ['7', 420],
    ['7:05', 425],
    ['7.30', 450],
    ['0730', 450],
    ['730', 450],
    ['07:30 Uhr', 450],
  ])('a time: %s', (typed, from) => {
    const situation = rows({ 'children.0.care.0.from': typed });
    expect(situation).toMatchObject({ ok: true, value: { children: [{ care: [{ hours: [{ from }] }] }] } });
  });

  test('an amount with a comma, a date with dots, a postcode with a space', () => {
    expect(rows({ budget: '149,50 €', from: '1.4.2025', 'home.postcode': '120 45' })).toMatchObject({
      ok: true,
      value: { budgetCents: 14_950, home: { postcode: '12045' } },
    });
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no time', { 'children.0.care.0.from': 'früh' }, 'children.0.care.0.from', 'not-a-time'],
    ['an end that is the start', { 'children.0.care.0.to': '7:30' }, 'children.0.care.0.to', 'slot-empty'],
    ['a missing end', { 'children.0.care.0.to': '' }, 'children.0.care.0.to', 'required'],
    ['a missing kind', { 'children.0.care.0.kind': '' }, 'children.0.care.0.kind', 'required'],
    ['four digits', { 'home.postcode': '1204' }, 'home.postcode', 'not-a-postcode'],
    [
      'two homes',
      { 'home.postcode': '12045', 'home.district': 'neukoelln' },
      'home.postcode',
      'one-of-several',
    ],
    ['no district', { 'home.district': 'atlantis' }, 'home.district', 'district-unknown'],
    ['too old', { 'children.0.years': '18' }, 'children.0.years', 'out-of-range'],
    ['too many months', { 'children.0.months': '12' }, 'children.0.months', 'out-of-range'],
    ['a word as age', { 'children.0.years': 'drei' }, 'children.0.years', 'wrong-type'],
    ['none and some care', { 'children.0.noCare': 'on' }, 'children.0.noCare', 'none-and-other'],
    [
      'care that ends first',
      { 'children.0.care.0.validFrom': '2026-01-01', 'children.0.care.0.validUntil': '2025-01-01' },
      'children.0.care.0.validUntil',
      'ends-before-start',
    ],
    [
      'no postcode of care',
      { 'children.0.care.0.postcode': 'hier' },
      'children.0.care.0.postcode',
      'not-a-postcode',
    ],
    ['an end before the begin', { from: '2025-05-01', until: '2025-04-01' }, 'until', 'ends-before-start'],
    ['a word as amount', { budget: 'wenig' }, 'budget', 'wrong-type'],
  ])('is refused at its field: %s', (_name, own, name, code) => {
    expect(rows(own)).toEqual({ ok: false, failure: [{ name, code }] });
  });

  test('days that are missing are asked for at the row they are missing in', () => {
    const fields = new Map([
      ['children.0.care.0.kind', ['kita']],
      ['children.0.care.0.days', ['mo']],
      ['children.0.care.0.from', ['8']],
      ['children.0.care.0.to', ['12']],
      ['children.0.care.1.kind', ['kita']],
      ['children.0.care.1.from', ['8']],
      ['children.0.care.1.to', ['11']],
    ]);
    expect(readSituation(fields, LOOKUP)).toEqual({
      ok: false,
      failure: [{ name: 'children.0.care.1.days', code: 'too-few' }],
    });
  });
});
