import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { scheduleOf } from '../../../shared/domain/time/schedule.ts';
import type { Timetable } from '../../../shared/domain/time/timetable.ts';
import { toThing } from '../../../shared/exports/schema-org/to-thing.ts';
import { SCHEMA_ORG } from '../../../shared/feeds/schema-org/schema-org.ts';
import { anyOffer } from '../../support/any-offer.ts';
import { FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { someOffer } from '../../support/some-offer.ts';

/** Written into a page, as we would, and read from it again. */
async function readBack(offer: Offer): Promise<Offer> {
  const script = `<script type="application/ld+json">${JSON.stringify(toThing(offer))}</script>`;
  const outcomes = await outcomesOf(SCHEMA_ORG, utf8(`<!doctype html><title>Angebot</title>${script}`));
  expect(outcomes).toHaveLength(1);
  return offerOf(outcomes[0]);
}

/** What is held; the format has no word for weeks without a first day, for doubts, and for sessions at different places. */
function sessionsOf(timetable: Timetable): ReadonlySet<string> {
  const frame = {
    rolling: false,
    today: FEED_CONTEXT.today,
    from: FEED_CONTEXT.today,
    publicHolidays: new Set<never>(),
  };
  return new Set(
    scheduleOf(timetable, frame).sessions.map(
      ({ date, from, to }) => `${String(date)} ${String(from)} ${String(to)}`,
    ),
  );
}

const onePlace = (offer: Offer): Offer => ({
  ...offer,
  places: offer.places.slice(0, 1),
  online: offer.places.length === 0 && offer.online,
  timetable: {
    ...offer.timetable,
    certainty: 'stated',
    complete: true,
    missing: [],
    weekly:
      offer.timetable.first === undefined
        ? []
        : offer.timetable.weekly.map(({ place: _p, online: _o, ...slot }) => slot),
    dated: offer.timetable.dated.map(({ place: _p, online: _o, ...session }) => session),
  },
});
const common = ({ title, summary, provider, links, contact, languages }: Offer) => [
  title,
  summary,
  provider.name,
  links.page,
  contact,
  languages,
];

describe('offers written as things and read again keep', () => {
  it('of a course all but what schema.org has no field for', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffer(['course']), async (stored) => {
        const offer = onePlace(stored);
        const read = await readBack(offer);
        expect(common(read)).toEqual(common(offer));
        expect([read.places, read.online, read.course, read.cost]).toEqual([
          offer.places,
          offer.online,
          offer.course ?? offer.id,
          offer.cost,
        ]);
        expect([read.seats?.free, read.seats?.total]).toEqual([offer.seats?.free, offer.seats?.total]);
        expect(sessionsOf(read.timetable)).toEqual(sessionsOf(offer.timetable));
      }),
      { numRuns: 200 },
    );
  });

  it('of a course with doubtful or scattered times no time at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffer(['course']), async (offer) => {
        const { complete, certainty } = offer.timetable;
        const isDoubtful = !complete || certainty === 'read-from-text';
        fc.pre(isDoubtful);
        const read = await readBack(offer);
        expect([read.timetable.weekly, read.timetable.dated, read.timetable.complete]).toEqual([
          [],
          [],
          false,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('of an apprenticeship its days, deadline, pay, occupation and cost', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffer(['apprenticeship']), async (offer) => {
        const read = await readBack(offer);
        expect(common(read)).toEqual(common(offer));
        expect([read.kind, read.registerBy, read.pay, read.occupation, read.cost, read.seats?.total]).toEqual(
          ['apprenticeship', offer.registerBy, offer.pay, offer.occupation, offer.cost, offer.seats?.total],
        );
        expect([read.timetable.first, read.timetable.last]).toEqual([
          offer.timetable.first,
          offer.timetable.last,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('of a job its places, start, hours, pay, occupation, openings and last day', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffer(['job']), async (stored) => {
        const offer: Offer = {
          ...stored,
          languages: [],
          ...(stored.hours && { hours: { min: stored.hours.min + 1, max: stored.hours.max + 1 } }),
        };
        const read = await readBack(offer);
        expect(common(read)).toEqual(common(offer));
        expect([read.places, read.online, read.hours, read.pay, read.occupation]).toEqual([
          offer.places,
          offer.online,
          offer.hours,
          offer.pay,
          offer.occupation,
        ]);
        expect([read.timetable.first, read.freshness.validUntil]).toEqual([
          offer.timetable.first,
          offer.freshness.validUntil,
        ]);
        expect(read.seats?.free).toBe(offer.seats?.free === 0 ? undefined : offer.seats?.free);
      }),
      { numRuns: 100 },
    );
  });

  it('of childcare its place, opening hours, ages and cost', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffer(['childcare']), async (offer) => {
        const read = await readBack({ ...offer, languages: [] });
        expect(read.care).toMatchObject({ openings: offer.care?.openings });
        expect([read.care?.ages, read.cost, read.places.length]).toEqual([
          offer.care?.ages,
          offer.cost,
          offer.places.length,
        ]);
      }),
      { numRuns: 100 },
    );
  });
});

it('an exported place of refuge is a name and a telephone', () => {
  const refuge = someOffer('test:1', {
    title: 'Frauenhaus',
    contact: { phone: '0231 800081', mail: 'a@donaustrasse.example' },
    summary: 'Donaustraße 1',
  });
  const text = JSON.stringify(toThing(refuge));
  expect(text).toContain('0231 800081');
  expect(text).not.toMatch(/donaustra|12045|52\.4|latitude|streetAddress|example/iu);
});

it('an exported childminder has no street and no coordinates', () => {
  const text = JSON.stringify(
    toThing({
      ...someOffer('test:1'),
      kind: 'childcare',
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

it('advice has no type of its own', () => {
  expect(toThing({ ...someOffer('test:1'), kind: 'advice' })).toBeUndefined();
});
