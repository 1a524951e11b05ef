import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../../shared/contract/to-offer-answer.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import { OFFERS_JSON } from '../../../../shared/feeds/offers-json/offers-json.ts';
import {
  bytesOf,
  codesOf,
  FEED_CONTEXT,
  offerOf,
  outcomesOf,
  utf8,
} from '../../../support/feed-under-test.ts';
import { generateOffers } from '../../../support/generate-offers.ts';
import { day } from '../../../support/some-offer.ts';

const KITA = {
  id: 'kita-1',
  kind: 'childcare',
  goals: ['childcare'],
  title: 'Kita am Kanal',
  provider: { name: 'Kanal e. V.' },
  places: [
    {
      street: 'Donaustraße 1',
      postcode: '12045',
      city: 'Berlin',
      point: { lat: 52.48, lon: 13.43 },
      precision: 'street',
    },
  ],
  care: {
    kind: 'kita',
    ages: { fromMonths: 12, toMonths: 78 },
    openings: [{ days: ['we', 'mo', 'mo'], from: '07:00', to: '17:00' }],
    bookedHours: [25, 45],
    free: 2,
    asOf: '2025-03-17',
  },
};
const outcome = (own: object = {}, context = FEED_CONTEXT) =>
  OFFERS_JSON.toOffer({ number: 4, value: { ...KITA, ...own } }, context);
const offer = (own: object = {}) => offerOf(outcome(own));
const asJson = (value: Offer) => JSON.parse(JSON.stringify(toOfferAnswer(value))) as object;

describe('an offer in the shape of the contract', () => {
  it('becomes an offer of this feed', () => {
    expect(outcome().notices).toEqual([]);
    expect(offer()).toMatchObject({
      id: 'test-feed:kita-1',
      care: { openings: [{ days: [0, 2], from: 420, to: 1020 }], asOf: day('2025-03-17'), fetches: false },
      timetable: { weekly: [], dated: [], complete: false },
      needs: {},
      funding: [],
      links: {},
      freshness: { feed: 'test-feed', checked: day('2025-03-24') },
    });
  });

  it('may carry the name of its feed in its id, and of no other', () => {
    expect(offer({ id: 'test-feed:kita-1' }).id).toBe('test-feed:kita-1');
    expect(codesOf(outcome({ id: 'other:kita-1' }).notices)).toEqual(['id-invalid']);
  });

  it('is of the feed and day of the run, whatever it says', () => {
    expect(
      offer({ freshness: { feed: 'other', checked: '2020-01-01', changed: '2025-03-01' } }).freshness,
    ).toEqual({
      feed: 'test-feed',
      checked: day('2025-03-24'),
      changed: day('2025-03-01'),
    });
  });

  it('is a sample when its feed or itself says so', () => {
    expect(offer().freshness.sample).toBeUndefined();
    expect(offer({ freshness: { sample: true } }).freshness.sample).toBe(true);
    expect(offerOf(outcome({}, { ...FEED_CONTEXT, sample: true })).freshness.sample).toBe(true);
  });

  it('ends with its last session where it does not say until when it is valid', () => {
    const dated = [
      { date: '2025-05-02', from: '09:00', to: '12:00' },
      { date: '2025-04-02', from: '09:00', to: '12:00' },
    ];
    const course = {
      kind: 'course',
      care: undefined,
      timetable: { dated, certainty: 'stated', complete: true },
    };
    const { care: _, ...withoutCare } = { ...KITA, ...course };
    const read = OFFERS_JSON.toOffer({ number: 1, value: withoutCare }, FEED_CONTEXT);
    expect(offerOf(read).freshness.validUntil).toBe(day('2025-05-02'));
  });

  it.each([
    ['an unknown field', { titel: 'Kita' }, '(record)'],
    ['no title', { title: ' ' }, 'title'],
    [
      'a time that is none',
      { care: { ...KITA.care, openings: [{ days: ['mo'], from: '7', to: '17:00' }] } },
      'care.openings.0.from',
    ],
    [
      'a window without length',
      { care: { ...KITA.care, openings: [{ days: ['mo'], from: '07:00', to: '07:00' }] } },
      'care.openings.0.to',
    ],
    [
      'ages that end before they begin',
      { care: { ...KITA.care, ages: { fromMonths: 36, toMonths: 12 } } },
      'care.ages',
    ],
    ['an impossible date', { registerBy: '2025-02-30' }, 'registerBy'],
    ['childcare without care', { care: undefined }, 'care'],
    [
      'a precision without its point',
      { places: [{ city: 'Berlin', precision: 'street' }] },
      'places.0.point',
    ],
    [
      'a session at a place that is not there',
      {
        timetable: {
          weekly: [{ days: ['mo'], from: '08:00', to: '09:00', place: 1 }],
          certainty: 'stated',
          complete: true,
        },
      },
      'timetable.weekly.0.place',
    ],
  ])('is refused with %s, by the name of the field alone', (_, own, field) => {
    expect(outcome(own).offer).toBeUndefined();
    expect(outcome(own).notices).toEqual([
      { code: 'record-invalid', severity: 'error', record: { number: 4 }, field },
    ]);
  });

  it('loses coordinates outside the region', () => {
    const places = [{ ...KITA.places[0], point: { lat: 13.43, lon: 52.48 } }];
    expect(offer({ places }).places).toMatchObject([
      { precision: 'postcode', point: { lat: 52.486, lon: 13.436 } },
    ]);
    expect(codesOf(outcome({ places }).notices)).toEqual(['coordinates-implausible']);
  });

  it('loses links that are none, and markup', () => {
    const own = {
      links: { page: 'javascript:alert(1)', booking: 'www.example.org' },
      title: '<b>Kita</b> &amp; Hort',
    };
    expect(offer(own)).toMatchObject({
      links: { booking: 'https://www.example.org/' },
      title: 'Kita & Hort',
    });
    expect(codesOf(outcome(own).notices)).toEqual(['link-invalid']);
  });
});

describe('offers written by the contract', () => {
  const { region, today, feed } = FEED_CONTEXT;

  it('are read back as they were', () => {
    const offers = generateOffers({ region, today, count: 300, seed: 7 });
    for (const written of offers) {
      const read = OFFERS_JSON.toOffer(
        { number: 1, value: { ...asJson(written), id: written.id.split(':')[1] } },
        FEED_CONTEXT,
      );
      const { feed: _, checked: __, validUntil: ___, ...freshness } = offerOf(read).freshness;
      expect({ ...offerOf(read), freshness }).toEqual({
        ...written,
        id: `${feed}:${written.id.split(':')[1]!}`,
        freshness: {},
      });
    }
  });

  it('hold the sample childcare of the region berlin, each place marked as a sample', async () => {
    const context = { ...FEED_CONTEXT, sample: true, feed: 'beispiel-betreuung' as typeof feed };
    const outcomes = await outcomesOf(
      OFFERS_JSON,
      bytesOf('shared/region/berlin/feeds/childcare-sample.json'),
      context,
    );
    expect(outcomes.length).toBeGreaterThan(5);
    for (const one of outcomes) {
      expect(one.notices).toEqual([]);
      expect(offerOf(one)).toMatchObject({ kind: 'childcare', freshness: { sample: true } });
      expect(
        asJson(offerOf(OFFERS_JSON.toOffer({ number: 1, value: asJson(offerOf(one)) }, context))),
      ).toEqual(asJson(offerOf(one)));
    }
  });

  it('are read from a list', async () => {
    expect(await outcomesOf(OFFERS_JSON, utf8([KITA, { ...KITA, id: 'kita-2' }]))).toHaveLength(2);
  });
});
