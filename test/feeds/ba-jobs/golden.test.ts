import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { BA_JOBS } from '../../../shared/feeds/ba-jobs/ba-jobs.ts';
import { searchPage, splitSearch } from '../../../shared/feeds/ba-jobs/search-pages.ts';
import { feedsFileSchema } from '../../../shared/feeds/feed-settings.ts';
import { bytesOf, codesOf, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const read = () => outcomesOf(BA_JOBS, bytesOf('test/feeds/ba-jobs/made-up/two-answers.json'));

async function failureOf(value: unknown): Promise<string> {
  for await (const one of BA_JOBS.read(utf8(value)))
    if (!one.ok) return `${one.failure.code} ${one.failure.field ?? ''}`.trim();
  return 'none';
}

describe('two made-up answers', () => {
  it('give the golden offers and notices', async () => {
    const outcomes = await read();
    await expect(lines(outcomes.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer))).toMatchFileSnapshot(
      'golden/jobs.offers.jsonl',
    );
    await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
      'golden/jobs.notices.jsonl',
    );
  });

  it('give parts of the day, pay with its period, and references without blanks', async () => {
    const [first, second, third] = (await read()).map((outcome) => outcome.offer);
    expect(first).toMatchObject({
      id: 'test-feed:10001-1000000001-S',
      dayParts: ['morning'],
      pay: { fromCents: 1450, toCents: 1600, per: 'hour' },
    });
    expect(second).toMatchObject({
      dayParts: ['shift', 'full-time'],
      pay: { fromCents: 290_000, per: 'month' },
      places: [{ postcode: '01067', city: 'Essen' }],
    });
    expect(third).toMatchObject({
      kind: 'apprenticeship',
      dayParts: ['flexible'],
      places: [],
      pay: { fromCents: 105_000, toCents: 120_000 },
    });
  });

  it('give no address of a refuge, no self-employment and no unknown kind', async () => {
    const outcomes = await read();
    expect(JSON.stringify(outcomes)).not.toMatch(/Geheimweg|geheimweg|52\.481|Franchise/u);
    expect(
      outcomes.filter(({ offer }) => offer === undefined).flatMap(({ notices }) => codesOf(notices)),
    ).toEqual(['kind-unknown', 'id-invalid']);
  });
});

const job = (number: number) => ({
  referenznummer: `1-${String(number)}-S`,
  stellenangebotsart: 'ARBEIT',
  stellenangebotsTitel: 'Stelle',
  arbeitszeitVollzeit: true,
});

describe('an interface that was changed is noticed', () => {
  it.each<[string, unknown, string]>([
    ['no list, nothing counted', { maxErgebnisse: 0 }, 'none'],
    ['no list, but jobs counted', { maxErgebnisse: 12 }, 'records-missing ergebnisliste'],
    ['no list and no count', { facetten: {} }, 'records-missing ergebnisliste'],
    [
      'the names of version 4',
      { maxErgebnisse: 1, stellenangebote: [{ refnr: '1' }] },
      'records-missing ergebnisliste',
    ],
    [
      'a list whose references have another name',
      { maxErgebnisse: 1, ergebnisliste: [{ refnr: '1', titel: 'Stelle' }] },
      'field-renamed referenznummer',
    ],
    [
      'fewer jobs than counted',
      { maxErgebnisse: 3, ergebnisliste: [job(1)] },
      'records-missing maxErgebnisse',
    ],
    [
      'no working time in any of many jobs',
      {
        maxErgebnisse: 20,
        ergebnisliste: Array.from({ length: 20 }, (_, index) => ({
          ...job(index),
          arbeitszeitVollzeit: undefined,
        })),
      },
      'field-renamed arbeitszeit…',
    ],
    ['all as it was', { maxErgebnisse: 2, ergebnisliste: [job(1), job(2)] }, 'none'],
    ['nothing at all', [], 'records-missing maxErgebnisse'],
  ])('%s', async (_, answer, failure) => {
    expect(await failureOf(answer)).toBe(failure);
  });

  it('and one job with a field of its own is read without it', async () => {
    const [outcome] = await outcomesOf(
      BA_JOBS,
      utf8({ maxErgebnisse: 1, ergebnisliste: [{ ...job(1), neuesFeld: { a: 1 } }] }),
    );
    expect(offerOf(outcome).dayParts).toEqual(['full-time']);
  });
});

describe('a search', () => {
  const search = 'https://example.org/jobs?was=Pflege&wo=Dortmund&size=500';

  it('has pages of 100, up to the 10,000th job', () => {
    expect(searchPage(search, 2)).toBe('https://example.org/jobs?was=Pflege&wo=Dortmund&size=100&page=2');
    expect(searchPage(search, 100)).toContain('page=100');
    expect(searchPage(search, 101)).toBeUndefined();
  });

  it('without a place in its field would be refused', () => {
    expect(searchPage('https://example.org/jobs?wo=', 1)).toBeUndefined();
  });

  it('that finds too much is cut by working time, once', () => {
    expect(splitSearch(search, 10_000)).toEqual([search]);
    const parts = splitSearch(search, 10_001);
    expect(parts).toHaveLength(5);
    expect(splitSearch(parts[0] ?? '', 20_000)).toEqual([parts[0]]);
  });
});

describe('a feed of this format', () => {
  const feed = { id: 'jobs', source: { file: 'jobs.json' }, name: 'Stellen', credit: '-', licence: '-' };
  const idsOf = (own: object) => feedsFileSchema.parse([{ ...feed, ...own }]).map(({ id }) => String(id));

  it('is off unless somebody switches it on', () => {
    expect(idsOf({ format: 'ba-jobs' })).toEqual([]);
    expect(idsOf({ format: 'ba-jobs', switchedOn: true })).toEqual(['jobs']);
  });

  it('is no exception for others: they are on unless switched off', () => {
    expect(idsOf({ format: 'offers-json' })).toEqual(['jobs']);
    expect(idsOf({ format: 'offers-json', switchedOn: false })).toEqual([]);
  });
});
