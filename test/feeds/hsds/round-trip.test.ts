import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { scheduleOf } from '../../../shared/domain/time/schedule.ts';
import type { Timetable } from '../../../shared/domain/time/timetable.ts';
import { toService, uuidOf } from '../../../shared/exports/hsds/to-service.ts';
import { HSDS } from '../../../shared/feeds/hsds/hsds.ts';
import { anyOffer } from '../../support/any-offer.ts';
import { FEED_CONTEXT, offerOf } from '../../support/feed-under-test.ts';
import { someOffer } from '../../support/some-offer.ts';

const readBack = (service: object): Offer =>
  offerOf(HSDS.toOffer({ number: 1, value: JSON.parse(JSON.stringify(service)) as unknown }, FEED_CONTEXT));

describe('offers written as services and read again', () => {
  it('keep every field, under identifiers made from the old ones', () => {
    fc.assert(
      fc.property(anyOffer(), (offer) => {
        const { id, provider, freshness } = offer;
        expect(readBack(toService(offer))).toEqual({
          ...offer,
          id: `test-feed:${uuidOf('service', id)}`,
          provider: {
            id: uuidOf('organization', `source ${provider.id ?? provider.name}`),
            name: provider.name,
          },
          freshness: { ...freshness, feed: 'test-feed' },
        });
      }),
      { numRuns: 300 },
    );
  });

  it('say to those who do not know our facts where, when and what it costs', () => {
    fc.assert(
      fc.property(anyOffer(['course', 'job', 'apprenticeship', 'advice']), (stored) => {
        const offer: Offer = { ...stored, timetable: { ...stored.timetable, except: [] } };
        const read = readBack({ ...toService(offer), attributes: [] });
        const { title, summary, places, online, languages, links, contact, seats, cost, needs } = offer;
        expect(read).toMatchObject({ title, places, online, languages, links });
        expect([read.summary, read.contact, read.seats]).toEqual([summary, contact, seats]);
        expect(read.cost?.cents).toBe(cost?.cents);
        expect(read.needs.ageYears ?? {}).toEqual(needs.ageYears ?? {});
        expect(sessionsOf(read.timetable)).toEqual(sessionsOf(offer.timetable));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same bytes each time', () => {
    const offer = someOffer('test:1');
    expect(JSON.stringify(toService(offer))).toBe(JSON.stringify(toService(structuredClone(offer))));
  });
});

/** What is held at any place: weekly slots may come back as dates. */
function sessionsOf({ weekly, dated, ...timetable }: Timetable): ReadonlySet<string> {
  const anywhere: Timetable = {
    ...timetable,
    weekly: weekly.map(({ days, from, to }) => ({ days, from, to })),
    dated: dated.map(({ date, from, to }) => ({ date, from, to })),
  };
  const frame = {
    rolling: false,
    today: FEED_CONTEXT.today,
    from: FEED_CONTEXT.today,
    publicHolidays: new Set<never>(),
  };
  const { sessions } = scheduleOf(anywhere, frame);
  return new Set(sessions.map(({ date, from, to }) => `${String(date)} ${String(from)} ${String(to)}`));
}

describe('an exported place of refuge', () => {
  it('is a name and a telephone, whatever the stored offer holds', () => {
    const refuge = someOffer('test:1', {
      title: 'Frauenhaus',
      contact: { phone: '0231 800081', mail: 'wohnen@donaustrasse.example' },
      summary: 'Donaustraße 1',
    });
    const text = JSON.stringify(toService(refuge));
    expect(text).toContain('0231 800081');
    expect(text).not.toMatch(/donaustra|12045|52\.4|latitude|address_1|example/iu);
  });
});

it('an exported childminder has no street and no coordinates', () => {
  const { timetable, ...rest } = someOffer('test:1');
  const text = JSON.stringify(
    toService({
      ...rest,
      kind: 'childcare',
      timetable: { ...timetable, weekly: [] },
      places: [
        {
          street: 'Donaustraße 1',
          postcode: '12045',
          point: { lat: 52.48, lon: 13.43 },
          precision: 'street',
        },
      ],
      care: { kind: 'childminder', openings: [], bookedHours: [], fetches: false },
    }),
  );
  expect(text).toContain('12045');
  expect(text).not.toMatch(/Donaustra|52\.4|latitude/u);
});
