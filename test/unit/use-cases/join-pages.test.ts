import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ok, failed } from '../../../shared/domain/result.ts';
import { feedSettingsSchema, type FeedSource } from '../../../shared/feeds/feed-settings.ts';
import type { FeedFetcher } from '../../../shared/ports/feed-fetcher.ts';
import { joiningPages } from '../../../shared/use-cases/join-pages.ts';
import { offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { formatBy } from '../../support/table-under-test.ts';

const SOURCE: FeedSource = {
  url: 'https://data.example.org/api/explore/v2.1/catalog/datasets/kitas/records?order_by=objektid&limit=7',
  pages: 'opendatasoft',
};

type Page = { readonly total_count: number; readonly results: readonly object[] };
const kita = (number: number) => ({
  objektid: String(number),
  name: `Kita ${number}`,
  geo_point_2d: { lon: 13.4, lat: 52.5 },
});

/** A portal with so many records; `alter` may damage a page before it is sent. */
function portal(records: number, alter: (page: Page, offset: number) => unknown = (page) => page) {
  const asked: string[] = [];
  const fetchFeed: FeedFetcher = (source) => {
    const url = new URL('url' in source ? source.url : '');
    asked.push(url.search);
    const [limit, offset] = ['limit', 'offset'].map((name) => Number(url.searchParams.get(name)));
    const all = Array.from({ length: records }, (_, index) => kita(index));
    const page = alter({ total_count: records, results: all.slice(offset, offset! + limit!) }, offset!);
    const bytes = page instanceof Uint8Array ? page : utf8(page);
    return Promise.resolve(ok({ bytes, sha256: '0'.repeat(64) }));
  };
  return { asked, fetch: () => joiningPages(fetchFeed)(SOURCE) };
}

describe('a source in pages', () => {
  it('is asked for page after page in its order, whatever the address says of pages', async () => {
    const { asked, fetch } = portal(250);
    expect((await fetch()).ok).toBe(true);
    expect(asked).toEqual([0, 100, 200].map((offset) => `?order_by=objektid&limit=100&offset=${offset}`));
  });

  it('gives a table every record of every page', async () => {
    const fetched = await portal(250, (page) => gzipSync(JSON.stringify(page))).fetch();
    const format = formatBy({
      offers: 'childcare',
      file: { form: 'json', records: '$.*.results.*' },
      id: { as: 'column', from: 'objektid' },
      title: { as: 'text', from: 'name' },
      provider: { as: 'constant', value: 'Stadt' },
      place: { point: { as: 'degrees', lat: 'geo_point_2d.lat', lon: 'geo_point_2d.lon' } },
      care: { kind: { as: 'constant', value: 'kita' } },
    });
    const read = await outcomesOf(format, fetched.ok ? fetched.value.bytes : utf8(''));
    expect(read.map((outcome) => offerOf(outcome).title)).toEqual(
      Array.from({ length: 250 }, (_, index) => `Kita ${index}`),
    );
  });

  it.each([0, 1, 100, 101])('may have %i records', async (records) => {
    const fetched = await portal(records).fetch();
    const pages = fetched.ok ? (JSON.parse(new TextDecoder().decode(fetched.value.bytes)) as Page[]) : [];
    expect(pages.flatMap(({ results }) => results)).toHaveLength(records);
  });

  it('of the same pages has the same hash, of others another', async () => {
    const [one, again, other] = await Promise.all(
      [portal(150), portal(150), portal(151)].map(({ fetch }) => fetch()),
    );
    const hash = (fetched: typeof one) => (fetched?.ok === true ? fetched.value.sha256 : 'none');
    expect(hash(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(again)).toBe(hash(one));
    expect(hash(other)).not.toBe(hash(one));
  });

  it.each<[what: string, alter: (page: Page, offset: number) => unknown, failure: string]>([
    [
      'a page that is empty before its time',
      (page, at) => (at === 100 ? { ...page, results: [] } : page),
      'pages-differ',
    ],
    [
      'a page that is too short',
      (page, at) => (at === 100 ? { ...page, results: page.results.slice(1) } : page),
      'pages-differ',
    ],
    [
      'a page that is too long',
      (page, at) => (at === 0 ? { ...page, results: [...page.results, kita(0)] } : page),
      'pages-differ',
    ],
    ['another total on a later page', (page, at) => ({ ...page, total_count: 250 + at }), 'pages-differ'],
    [
      'a later page that leaves the list out',
      (_, at) =>
        at === 0
          ? { total_count: 250, results: Array.from({ length: 100 }, (__, n) => kita(n)) }
          : { total_count: 250 },
      'source-unreadable',
    ],
    ['a page that is no JSON', () => utf8('<html>'), 'source-unreadable'],
    ['a page in another encoding', () => Uint8Array.of(0x7b, 0xf6), 'source-unreadable'],
    [
      'more records than are given in pages',
      (page) => ({ ...page, total_count: 10_001 }),
      'source-too-large',
    ],
    ['a total below nothing', (page) => ({ ...page, total_count: -1 }), 'source-unreadable'],
  ])('with %s gives nothing', async (_what, alter, failure) => {
    expect(await portal(250, alter).fetch()).toEqual({ ok: false, failure });
  });

  it('stops at the first page that cannot be fetched', async () => {
    let asked = 0;
    const fetchFeed: FeedFetcher = () => {
      asked += 1;
      return Promise.resolve(failed('source-not-found'));
    };
    expect(await joiningPages(fetchFeed)(SOURCE)).toEqual({ ok: false, failure: 'source-not-found' });
    expect(asked).toBe(1);
  });
});

describe('a source without pages', () => {
  it('goes through as it is', async () => {
    const sources: FeedSource[] = [{ url: 'https://example.org/a.json' }, { file: 'a.json' }];
    const seen: FeedSource[] = [];
    const fetchFeed: FeedFetcher = (source) => {
      seen.push(source);
      return Promise.resolve(failed('source-not-found'));
    };
    for (const source of sources) await joiningPages(fetchFeed)(source);
    expect(seen).toEqual(sources);
  });
});

describe('the settings of a source in pages', () => {
  const settings = (url: string) =>
    feedSettingsSchema.safeParse({
      id: 'kitas',
      format: 'table',
      map: 'kitas.map.json',
      source: { url, pages: 'opendatasoft' },
      name: 'x',
      credit: 'x',
      licence: 'x',
    });

  it('name an order, without which records may be lost between pages', () => {
    expect(settings('https://example.org/records?order_by=id').success).toBe(true);
    expect(settings('https://example.org/records').success).toBe(false);
  });
});
