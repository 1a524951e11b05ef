import fc from 'fast-check';
import { offerJson } from '../../shared/domain/offer/offer-json.ts';
import { parseFeedId, parseOfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import {
  AUDIENCES,
  CARE_KINDS,
  DAY_PARTS,
  FIELDS,
  FUNDINGS,
  GOALS,
  OFFER_KINDS,
  type OfferKind,
} from '../../shared/domain/offer/terms.ts';
import { WEEKDAY_NAMES } from '../../shared/domain/time/weekday.ts';
import { FEED_CONTEXT } from './feed-under-test.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const words = (min: number, max: number) =>
  fc
    .array(
      fc.constantFrom(
        'Deutsch',
        'für',
        'Frauen',
        'am',
        'Vormittag',
        'Büro',
        'mit',
        'Ärzten',
        'und',
        'Pflege',
        'B1',
        'Kochen',
      ),
      {
        minLength: min,
        maxLength: max,
      },
    )
    .map((list) => list.join(' '));
const two = (number: number) => String(number).padStart(2, '0');
const clock = (from: number, to: number) =>
  fc
    .integer({ min: from * 12, max: to * 12 })
    .map((step) => `${two(Math.floor(step / 12))}:${two((step % 12) * 5)}`);
const date = (from: string, days: number) =>
  fc
    .integer({ min: 0, max: days })
    .map((offset) => new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10));
const span = { from: clock(6, 13), to: clock(14, 22) };
const slot = fc.record({ days: fc.subarray([...WEEKDAY_NAMES], { minLength: 1 }), ...span });
const count = fc.integer({ min: 0, max: 30 });
const ages = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([one, other]) => ({ fromMonths: Math.min(one, other), toMonths: Math.max(one, other) }));

/** Places as a feed can give them in the small Berlin of the tests: a house, a postcode, or a city. */
const house = fc.record({
  name: maybe(words(1, 3)),
  street: fc.integer({ min: 1, max: 200 }).map((number) => `Karl-Marx-Straße ${String(number)}`),
  postcode: fc.constant('12045'),
  city: fc.constant('Berlin'),
  point: fc.record({ lat: fc.constantFrom(52.48, 52.4912), lon: fc.constantFrom(13.43, 13.4401) }),
  precision: fc.constant('street'),
});
const area = fc.record({
  postcode: fc.constant('12045'),
  city: fc.constant('Berlin'),
  point: fc.constant({ lat: 52.486, lon: 13.436 }),
  precision: fc.constant('postcode'),
});
const city = fc.record({ city: fc.constantFrom('Berlin', 'Potsdam'), precision: fc.constant('city') });

function timetable(places: number, online: boolean) {
  // A session is at one of the places or online, never both.
  const where = fc.constantFrom<{ place?: number; online?: boolean }[]>(
    {},
    ...(places > 0 ? [{ place: places - 1 }, { place: 0 }] : []),
    ...(online ? [{ online: true }] : []),
  );
  const placed = <Value extends object>(session: fc.Arbitrary<Value>) =>
    fc.tuple(session, where).map(([own, at]) => ({ ...own, ...at }));
  return fc.record({
    weekly: fc.array(placed(slot), { maxLength: 3 }),
    dated: fc.array(placed(fc.record({ date: date('2025-04-01', 60), ...span })), { maxLength: 4 }),
    first: maybe(date('2025-04-01', 40)),
    last: maybe(date('2025-06-01', 90)),
    except: fc.array(date('2025-04-20', 60), { maxLength: 2 }),
    text: maybe(words(1, 6)),
    certainty: fc.constantFrom('stated', 'read-from-text'),
    complete: fc.boolean(),
    missing: some(['session-times', 'practical-part']),
  });
}

/**
 * Offers with every field of the contract, of the given kinds. They are as an import of a feed gives them: plain texts,
 * lists in order, places as in FEED_CONTEXT.
 */
export function anyOffer(kinds: readonly OfferKind[] = OFFER_KINDS): fc.Arbitrary<Offer> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      online: fc.boolean(),
      careKind: fc.constantFrom(...CARE_KINDS),
    })
    .chain((base) => {
      const place = base.careKind === 'childminder' ? area : fc.oneof(house, area, city);
      return fc.array(place, { maxLength: 3 }).map((places) => ({ ...base, places }));
    })
    .chain(({ kind, online, careKind, places }) =>
      fc.record({
        id: fc.integer({ min: 1, max: 9999 }).map((number) => `k-${String(number)}`),
        kind: fc.constant(kind),
        course: maybe(words(1, 1)),
        goals: some(GOALS),
        fields: some(FIELDS),
        leadsTo: maybe(fc.constantFrom('degree', 'certificate')),
        title: words(1, 6),
        summary: maybe(words(1, 30)),
        provider: fc.record({ id: maybe(fc.constantFrom('vhs', 'diakonie')), name: words(1, 3) }),
        places: fc.constant(places),
        online: fc.constant(online),
        timetable: timetable(places.length, online),
        rolling: fc.boolean(),
        registerBy: maybe(date('2025-03-25', 60)),
        hours: maybe(
          fc
            .tuple(count, count)
            .map(([one, other]) => ({ min: Math.min(one, other), max: Math.max(one, other) })),
        ),
        dayParts: maybe(some(DAY_PARTS)),
        growth: maybe(
          fc.record({
            toHours: count,
            withinMonths: maybe(count),
            certainty: fc.constantFrom('stated', 'read-from-text'),
          }),
        ),
        seats: maybe(
          fc.tuple(count, count).map(([free, taken]) => ({ free, total: free + taken, asOf: '2025-03-20' })),
        ),
        teaches: maybe(
          fc.record({
            german: fc.record({
              from: maybe(fc.constantFrom('A1', 'A2')),
              to: maybe(fc.constantFrom('B1', 'B2')),
            }),
          }),
        ),
        needs: fc.record({
          german: maybe(fc.constantFrom('A2', 'B1')),
          schooling: maybe(fc.constantFrom('hauptschule', 'abitur')),
          audiences: maybe(some(AUDIENCES)),
          ageYears: maybe(
            fc.record({
              from: fc.integer({ min: 16, max: 30 }),
              to: maybe(fc.integer({ min: 30, max: 60 })),
            }),
          ),
        }),
        childcare: maybe(
          fc.record({
            ages: maybe(ages),
            hours: fc.array(slot, { maxLength: 2 }),
            during: fc.boolean(),
            free: maybe(count),
            certainty: fc.constant('stated'),
          }),
        ),
        care:
          kind === 'childcare'
            ? fc.record({
                kind: fc.constant(careKind),
                ages: maybe(ages),
                openings: fc.array(slot, { maxLength: 3 }),
                bookedHours: some([25, 35, 45]),
                free: maybe(count),
                fetches: fc.boolean(),
              })
            : fc.constant(undefined),
        cost: maybe(
          fc.oneof(
            fc.record({ cents: fc.integer({ min: 1, max: 500_000 }), text: maybe(words(1, 4)) }),
            fc.constant({ cents: 0, free: true }),
          ),
        ),
        funding: some(FUNDINGS),
        occupation: maybe(fc.constantFrom('82182', '01234')),
        pay: maybe(
          fc.record({
            fromCents: fc.integer({ min: 1300, max: 400_000 }),
            per: fc.constantFrom('hour', 'month', 'year'),
          }),
        ),
        access: maybe(fc.record({ stepFree: fc.boolean() })),
        languages: some(['de', 'en', 'ar']),
        absence: maybe(words(1, 5)),
        contact: maybe(
          fc.constantFrom(
            { phone: '0231 50-0' },
            { mail: 'kurse@example.org' },
            { phone: '+49 231 500', mail: 'a.b@example.org' },
          ),
        ),
        links: fc.record({
          page: maybe(fc.constant('https://example.org/kurs')),
          booking: maybe(fc.constant('https://example.org/buchen?id=1')),
        }),
        freshness: fc.record({
          changed: maybe(date('2025-01-01', 80)),
          validUntil: maybe(date('2025-06-01', 300)),
        }),
      }),
    )
    .map(toOffer);
}

function toOffer(value: object): Offer {
  // What is `undefined` is not there, as after JSON.
  const { id, duplicateOf: _, freshness, ...facts } = offerJson.parse(JSON.parse(JSON.stringify(value)));
  const feed = parseFeedId('source')!;
  const { changed, validUntil } = freshness ?? {};
  return {
    ...facts,
    id: parseOfferId(`source:${id}`)!,
    freshness: {
      feed,
      checked: FEED_CONTEXT.today,
      ...(changed !== undefined && { changed }),
      ...(validUntil !== undefined && { validUntil }),
    },
  };
}
