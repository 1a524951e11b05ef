import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { admitOffer } from '../../../shared/feeds/admit-offer.ts';
import { SCHEMA_ORG } from '../../../shared/feeds/schema-org/schema-org.ts';
import { bytesOf, codesOf, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const FOLDER = 'test/feeds/schema-org';
const examples = readdirSync(new URL('real', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .toSorted();

it('the examples of schema.org give the golden offers and notices', async () => {
  expect(examples).toHaveLength(21);
  const all = await Promise.all(
    examples.map(async (name) => {
      const outcomes = await outcomesOf(SCHEMA_ORG, bytesOf(`${FOLDER}/real/${name}`));
      return {
        name,
        offers: outcomes.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer),
        notices: outcomes.flatMap(({ notices }) => notices),
      };
    }),
  );
  await expect(lines(all)).toMatchFileSnapshot('golden/examples.jsonl');
});

describe('a made-up page of a provider', () => {
  const read = () => outcomesOf(SCHEMA_ORG, bytesOf(`${FOLDER}/made-up/page.html`));

  it('gives the golden offers and notices', async () => {
    const outcomes = await read();
    expect(outcomes).toHaveLength(12);
    await expect(lines(outcomes.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer))).toMatchFileSnapshot(
      'golden/page.offers.jsonl',
    );
    await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
      'golden/page.notices.jsonl',
    );
  });

  it('has a broken script, which is reported, and the others are used', async () => {
    const refused = (await read()).filter(({ offer }) => offer === undefined);
    expect(refused.flatMap(({ notices }) => codesOf(notices))).toEqual(['json-broken']);
  });

  it('gives no person, no address of a refuge and no seat of a provider as a place', async () => {
    const kept = (await read()).map(({ offer, record, notices }) => [
      notices,
      offer && admitOffer(offer, record),
    ]);
    expect(JSON.stringify(kept)).not.toMatch(
      /Erika|0171 1|Geheimweg|geheimweg|Geheimgasse|Lisa|example.org~2Ffh|0170 5|Sitz 1/u,
    );
    expect(JSON.stringify(kept)).toContain('030 998877');
  });

  it('keeps the dates of a course together', async () => {
    const courses = (await read()).flatMap(({ offer }) =>
      offer?.title === 'Deutsch B1 am Vormittag' ? [offer] : [],
    );
    expect(courses.map(({ course }) => course)).toEqual(
      Array.from({ length: 3 }, () => 'https://example.org/kurse/b1'),
    );
    expect(new Set(courses.map(({ id }) => id)).size).toBe(3);
    expect(courses[0]).toMatchObject({
      goals: ['german'],
      teaches: { german: { to: 'B1' } },
      funding: ['bildungsgutschein'],
    });
  });
});

const course = (own: object) => ({
  '@context': 'https://schema.org',
  '@type': 'Course',
  '@id': 'https://example.org/k',
  name: 'Kurs',
  ...own,
});
const withSchedule = (own: object) =>
  course({
    hasCourseInstance: {
      '@type': 'CourseInstance',
      startDate: '2025-04-07',
      endDate: '2025-04-30',
      courseSchedule: { startTime: '09:00', endTime: '10:00', ...own },
    },
  });
const firstOf = async (value: unknown) => (await outcomesOf(SCHEMA_ORG, utf8(value)))[0];

describe('days of a schedule', () => {
  it.each([
    ['https://schema.org/Monday', [0]],
    ['http://schema.org/Sunday', [6]],
    ['schema:Tuesday', [1]],
    ['Monday', [0]],
    ['MO', [0]],
    [
      ['Mo', 'We', 'Fr'],
      [0, 2, 4],
    ],
    [
      ['Montag', 'Mittwoch'],
      [0, 2],
    ],
    ['Mo-Fr', [0, 1, 2, 3, 4]],
  ])('written %j', async (byDay, days) => {
    expect(offerOf(await firstOf(withSchedule({ repeatFrequency: 'P1W', byDay }))).timetable).toMatchObject({
      weekly: [{ days, from: 540, to: 600 }],
      complete: true,
    });
  });

  it.each([
    ['an unknown word', { byDay: 'Morgen' }],
    ['an unknown frequency', { repeatFrequency: 'immer', byDay: 'Monday' }],
    ['no frequency and no day', {}],
  ])('that nobody can follow are not known: %s', async (_, schedule) => {
    const outcome = await firstOf(withSchedule(schedule));
    expect(offerOf(outcome).timetable).toMatchObject({ weekly: [], dated: [], complete: false });
    expect(codesOf(outcome?.notices ?? [])).toContain('recurrence-unreadable');
  });

  it('in another zone are not known', async () => {
    const outcome = await firstOf(
      withSchedule({ repeatFrequency: 'P1W', byDay: 'Monday', scheduleTimezone: 'America/Glace_Bay' }),
    );
    expect(codesOf(outcome?.notices ?? [])).toEqual(['time-zone-unclear']);
  });

  it('are every second week, every weekday of a daily rule, or weeks of a month', async () => {
    const dates = async (own: object) => offerOf(await firstOf(withSchedule(own))).timetable.dated.length;
    expect(await dates({ repeatFrequency: 'P2W', byDay: 'Monday' })).toBe(2);
    expect(await dates({ byDay: 'Wednesday', byMonthWeek: [1, 3] })).toBe(1);
    const daily = offerOf(
      await firstOf(withSchedule({ repeatFrequency: 'P1D', byDay: ['Monday', 'Friday'] })),
    );
    expect(daily.timetable.weekly[0]?.days).toEqual([0, 4]);
  });
});

describe('a price', () => {
  it.each<[string, object, object | undefined]>([
    ['in euros', { offers: { price: 84.7, priceCurrency: 'EUR' } }, { cents: 8470 }],
    [
      'of a specification',
      { offers: { priceSpecification: { price: '1.204,50', priceCurrency: 'EUR' } } },
      { cents: 120_450 },
    ],
    ['that is free in words', { isAccessibleForFree: true }, { cents: 0, free: true }],
    ['of 0 without such words', { offers: { price: 0, priceCurrency: 'EUR' } }, undefined],
    ['without a currency', { offers: { price: 10 } }, undefined],
    [
      'for two groups',
      {
        offers: [
          { price: 10, priceCurrency: 'EUR' },
          { price: 5, priceCurrency: 'EUR' },
        ],
      },
      undefined,
    ],
  ])('%s', async (_, own, cost) => {
    expect(offerOf(await firstOf(course(own))).cost?.cents).toBe(
      (cost as { cents?: number } | undefined)?.cents,
    );
  });
});

it('a page in the Western encoding is read when it says so, and refused when it does not', async () => {
  const page = (charset: string) =>
    new Uint8Array(
      Buffer.from(
        `<html><meta charset="${charset}"><script type="application/ld+json">${JSON.stringify(course({ name: 'Büro' }))}</script>`,
        'latin1',
      ),
    );
  expect(offerOf((await outcomesOf(SCHEMA_ORG, page('iso-8859-1')))[0]).title).toBe('Büro');
  await expect(outcomesOf(SCHEMA_ORG, page('utf-8'))).rejects.toThrow('encoding-wrong');
});

it('things that point to each other in a circle are read once', async () => {
  const graph = [
    {
      '@type': 'Course',
      '@id': 'https://example.org/a',
      name: 'A',
      provider: { '@id': 'https://example.org/p' },
    },
    {
      '@type': 'Organization',
      '@id': 'https://example.org/p',
      name: 'P',
      makesOffer: { '@id': 'https://example.org/a' },
    },
  ];
  const outcomes = await outcomesOf(SCHEMA_ORG, utf8({ '@graph': [...graph, ...graph] }));
  expect(outcomes.map((outcome) => offerOf(outcome).provider.name)).toEqual(['P']);
});

it('ages within one year of life are no contradiction', async () => {
  const audience = { suggestedMinAge: 7.0417, suggestedMaxAge: 7 };
  const care = { '@type': 'ChildCare', '@id': 'https://example.org/c', name: 'Betreuung', audience };
  expect(offerOf(await firstOf(care)).care?.ages).toEqual({ fromMonths: 85, toMonths: 95 });
  const outcome = await firstOf({ ...care, audience: { suggestedMinAge: 8, suggestedMaxAge: 6 } });
  expect(codesOf(outcome?.notices ?? [])).toEqual(['ages-invalid']);
});
