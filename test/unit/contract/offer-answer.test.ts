import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { offerAnswer } from '../../../shared/contract/offer-answer.ts';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { OfferContext } from '../../../shared/feeds/feed-format.ts';
import { OFFERS_JSON } from '../../../shared/feeds/offers-json/offers-json.ts';
import { OPEN_VHS } from '../../../shared/feeds/open-vhs/open-vhs.ts';
import { day, someOffer } from '../../support/some-offer.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const context = (offer: Pick<Offer, 'freshness'>): OfferContext => ({
  feed: offer.freshness.feed,
  sample: false,
  region: SOME_REGION.region,
  bounds: { south: 52.3, west: 13, north: 52.7, east: 13.8 },
  today: SOME_REGION.asOf.date,
});

/** What a reader of the contract's form makes of the JSON of an offer. */
function readAgain(offer: Offer): Offer | undefined {
  const value: unknown = JSON.parse(JSON.stringify(toOfferAnswer(offer)));
  expect(offerAnswer.safeParse(value).error).toBeUndefined();
  const { offer: again, notices } = OFFERS_JSON.toOffer({ number: 1, value }, context(offer));
  expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  return again;
}

const base = someOffer('vhs:1');
const everyField: Offer = {
  ...base,
  course: 'deutsch-b2',
  goals: ['german', 'orientation'],
  fields: ['health'],
  leadsTo: 'certificate',
  online: true,
  timetable: {
    weekly: [
      { days: [0, 6], from: 1320, to: 1560, place: 0, core: true },
      { days: [2], from: 0, to: 1440, online: true },
    ],
    dated: [{ date: day('2025-05-02'), from: 540, to: 735, place: 0 }],
    first: day('2025-04-07'),
    last: day('2025-06-25'),
    except: [day('2025-05-01')],
    selfPaced: { hoursPerWeek: 4.5 },
    text: 'Mo, Mi vormittags',
    certainty: 'read-from-text',
    complete: false,
    missing: ['session-times', 'shifts'],
  },
  rolling: true,
  registerBy: day('2025-04-01'),
  hours: { min: 10, max: 20 },
  dayParts: ['morning', 'flexible'],
  growth: { toHours: 30, withinMonths: 12, certainty: 'stated' },
  seats: { free: 0, total: 12, asOf: day('2025-03-20') },
  teaches: { german: { from: 'B1', to: 'B2' } },
  needs: {
    german: 'B1',
    schooling: 'mittlere-reife',
    degree: 'vocational',
    schoolingOrDegree: true,
    audiences: ['women', 'migrants'],
    ageYears: { from: 18, to: 27 },
  },
  childcare: {
    ages: { fromMonths: 12, toMonths: 71 },
    hours: [{ days: [0], from: 480, to: 780 }],
    during: true,
    free: 3,
    costCents: 0,
    certainty: 'stated',
  },
  cost: { cents: 12_300, free: false, text: 'ermäßigt 60 Euro' },
  funding: ['bamf', 'bildungsurlaub'],
  occupation: '8130',
  pay: { fromCents: 1500, toCents: 1700, per: 'hour' },
  access: { stepFree: true },
  languages: ['de', 'tr'],
  absence: 'Krankmeldung am ersten Tag',
  contact: { phone: '030 90239 0', mail: 'info@example.org' },
  links: { page: 'https://example.org/kurs', booking: 'https://example.org/buchen' },
  provenance: [{ fact: 'timetable', from: 'text', on: day('2025-03-02') }],
  freshness: {
    ...base.freshness,
    changed: day('2025-03-01'),
    validUntil: day('2025-06-25'),
    statedBy: 'VHS',
    sample: true,
  },
};

const childcarePlace: Offer = {
  ...base,
  kind: 'childcare',
  goals: ['childcare'],
  care: {
    kind: 'childminder',
    ages: { fromMonths: 0, toMonths: 36 },
    openings: [{ days: [0, 1], from: 420, to: 1020 }],
    bookedHours: [25, 45],
    free: 1,
    asOf: day('2025-03-01'),
    closures: 'Sommer 3 Wochen',
    fetches: true,
  },
};

describe('an offer as JSON', () => {
  test('with every field in it is read again as the same offer', () => {
    expect(readAgain(everyField)).toEqual(everyField);
    const expected = { ...childcarePlace, freshness: { ...base.freshness, validUntil: base.timetable.last } };
    expect(readAgain(childcarePlace)).toEqual(expected);
  });

  test('says its times, days and dates in the text form of the contract', () => {
    expect(toOfferAnswer(everyField).timetable).toMatchObject({
      weekly: [
        { days: ['mo', 'su'], from: '22:00', to: '02:00' },
        { days: ['we'], from: '00:00', to: '24:00' },
      ],
      dated: [{ date: '2025-05-02', from: '09:00', to: '12:15' }],
      except: ['2025-05-01'],
    });
  });

  test('holds only what is named: a field that gets into the domain by accident stays inside', () => {
    const careless = {
      ...base,
      teacher: 'Frau M.',
      places: [{ precision: 'none', note: 'x' } as never],
    } as Offer;
    expect(JSON.stringify(toOfferAnswer(careless))).not.toMatch(/teacher|note/);
  });

  test('of every course of the real feed is read again as the same offer', async () => {
    const bytes = await readFile('test/feeds/open-vhs/real/kurse-klein.json');
    let courses = 0;
    for await (const record of OPEN_VHS.read(bytes)) {
      if (!record.ok) throw new Error(record.failure.code);
      const { offer } = OPEN_VHS.toOffer(record.value, context(base));
      if (offer === undefined) continue;
      courses += 1;
      expect(readAgain(offer)).toEqual(offer);
    }
    expect(courses).toBeGreaterThan(40);
  });
});
