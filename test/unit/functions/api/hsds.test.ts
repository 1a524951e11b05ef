import { describe, expect, it } from 'vitest';
import { hsdsPage, hsdsService } from '../../../../shared/contract/hsds-answer.ts';
import { HSDS } from '../../../../shared/feeds/hsds/hsds.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import { serviceIdOf } from '../../../../shared/exports/hsds/to-service.ts';
import { apiOver, publishOffers } from '../../../support/api-under-test.ts';
import { offerOf, outcomesOf, utf8 } from '../../../support/feed-under-test.ts';
import { SOME_REGION } from '../../../support/some-region.ts';
import { day, someOffer } from '../../../support/some-offer.ts';

type Service = Record<string, unknown> & { id: string; name: string };
type Page = { contents: Service[] } & Record<string, unknown>;

const kita = (number: number, own: Partial<Offer> = {}): Offer =>
  someOffer(`kita:${String(number).padStart(3, '0')}`, {
    kind: 'childcare',
    care: { kind: 'kita', openings: [], bookedHours: [], fetches: false },
    title: `Kita ${String(number)}`,
    summary: `Der lange Text ${String(number)}.`,
    ...own,
  });
const advice = someOffer('kita:rat', { kind: 'advice', title: 'Frauenberatung am Markt' });
const course = someOffer('kita:kurs', { kind: 'course', title: 'Deutsch B1' });
const over = kita(900, { freshness: { ...kita(900).freshness, validUntil: day('2025-03-23') } });
const OFFERS = [...[1, 2, 3, 4, 5].map((number) => kita(number)), advice, course, over];

const get = async (api: Awaited<ReturnType<typeof apiOver>>, path: string, headers = {}) => {
  const response = await api.app.request(path, { headers });
  const text = await response.text();
  const body = (text === '' ? { contents: [] } : JSON.parse(text)) as Page;
  return { status: response.status, headers: response.headers, body };
};

describe('GET /hsds', () => {
  it('says which HSDS it is and where its description lies', async () => {
    const { status, body } = await get(await apiOver([]), '/hsds');
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: '3.0', openapi_url: '/openapi.json' });
  });
});

describe('GET /hsds/services', () => {
  it('lists childcare and advice that is not over, and nothing else', async () => {
    const { body } = await get(await apiOver(OFFERS), '/hsds/services');
    expect(hsdsPage.parse(body)).toMatchObject({ total_items: 6, total_pages: 1, size: 6, empty: false });
    expect(body.contents.map(({ name }) => name)).toEqual([
      'Kita 1',
      'Kita 2',
      'Kita 3',
      'Kita 4',
      'Kita 5',
      'Frauenberatung am Markt',
    ]);
    expect(body.contents[0]).toMatchObject({ description: 'Der lange Text 1.', status: 'active' });
    expect(body.contents[0]).not.toHaveProperty('schedules');
  });

  it('walks its pages without losing or repeating any, in one order', async () => {
    const api = await apiOver(OFFERS);
    const names: string[] = [];
    for (const page of [1, 2, 3]) {
      const { body } = await get(api, `/hsds/services?per_page=2&page=${String(page)}`);
      expect(body).toMatchObject({
        total_items: 6,
        total_pages: 3,
        page_number: page,
        size: 2,
        first_page: page === 1,
        last_page: page === 3,
      });
      names.push(...body.contents.map(({ name }) => name));
    }
    expect(new Set(names).size).toBe(6);
    const { body } = await get(api, '/hsds/services?per_page=2&page=4');
    expect(body).toMatchObject({ size: 0, empty: true, last_page: true, contents: [] });
  });

  it('gives whole services that the reader of HSDS makes the same offers of', async () => {
    const { body } = await get(await apiOver([kita(1)]), '/hsds/services?full=true');
    expect(hsdsService.parse(body.contents[0])).toBeDefined();
    const [outcome] = await outcomesOf(HSDS, utf8([body]));
    expect(offerOf(outcome)).toMatchObject({
      kind: 'childcare',
      title: 'Kita 1',
      summary: 'Der lange Text 1.',
    });
  });

  it('finds words in the name', async () => {
    const { body } = await get(await apiOver(OFFERS), '/hsds/services?search=frauenberatung');
    expect(body.contents.map(({ name }) => name)).toEqual(['Frauenberatung am Markt']);
  });

  it('says nothing of feeds that were not published since a moment, and all of those that were', async () => {
    const api = await apiOver(OFFERS);
    const since = async (moment: string) =>
      (await get(api, `/hsds/services?modified_after=${encodeURIComponent(moment)}`)).body['total_items'];
    expect(await since('2025-03-24T12:00:00Z')).toBe(6);
    expect(await since('2025-03-24T13:00:00+01:00')).toBe(6);
    expect(await since('2025-03-24T12:00:01Z')).toBe(0);
    expect(await since('2025-03-25')).toBe(0);
    api.time.now += 3_600_000;
    await publishOffers(api.stores, [...OFFERS, kita(6)], api.time.now);
    expect(await since('2025-03-24T12:30:00Z')).toBe(7);
  });

  it('leaves out what an operator has hidden', async () => {
    const api = await apiOver(OFFERS);
    await api.stores.catalogues.hide(SOME_REGION.region.id, { kind: 'offer', id: kita(1).id }, 0);
    api.time.now += 60_000;
    expect((await get(api, '/hsds/services')).body['total_items']).toBe(5);
    expect((await get(api, `/hsds/services/${serviceIdOf(kita(1).id)}`)).status).toBe(404);
  });

  it('tells of a place of refuge its name and telephone alone, and of a childminder no street', async () => {
    const place = { ...kita(1).places[0]!, street: 'Verborgener Weg 7', postcode: '12045', city: 'Berlin' };
    const refuge: Offer = { ...advice, title: 'Frauenhaus', places: [place], contact: { phone: '030 1' } };
    const home = kita(2, {
      title: 'Tagespflege',
      places: [place],
      care: { kind: 'childminder', openings: [], bookedHours: [], fetches: false },
    });
    const { body } = await get(await apiOver([refuge, home]), '/hsds/services?full=true');
    expect(JSON.stringify(body)).not.toContain('Verborgener Weg');
    const [minder, shelter] = body.contents;
    expect(shelter).toMatchObject({
      name: 'Frauenhaus',
      phones: [{ number: '030 1' }],
      service_at_locations: [],
    });
    expect(JSON.stringify(minder)).toContain('12045');
  });

  it.each([
    ['page=0', 'page', 'out-of-range'],
    ['page=two', 'page', 'out-of-range'],
    ['per_page=101', 'per_page', 'out-of-range'],
    ['modified_after=yesterday', 'modified_after', 'not-a-date'],
    ['full=yes', 'full', 'not-one-of'],
    ['format=ndjson', 'format', 'not-one-of'],
    ['taxonomy_id=7', '', 'unknown-field'],
  ])('refuses %s, naming field and cure', async (query, field, code) => {
    const { status, body } = await get(await apiOver(OFFERS), `/hsds/services?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: field === '' ? '' : `/${field}`, code }] });
  });

  it('is not sent again to who has it', async () => {
    const api = await apiOver(OFFERS);
    const { headers } = await get(api, '/hsds/services');
    const again = await get(api, '/hsds/services', { 'if-none-match': headers.get('etag') });
    expect(again.status).toBe(304);
    expect(headers.get('cache-control')).toContain('public');
  });

  it('says that there is no catalogue yet', async () => {
    expect((await get(await apiOver([]), '/hsds/services')).status).toBe(503);
  });
});

describe('GET /hsds/services/{id}', () => {
  it('gives one whole service by the id that lists have', async () => {
    const api = await apiOver(OFFERS);
    const { body: list } = await get(api, '/hsds/services');
    const { id } = list.contents[2]!;
    const { status, body } = await get(api, `/hsds/services/${id}`);
    expect(status).toBe(200);
    expect(hsdsService.parse(body)).toMatchObject({ id, name: 'Kita 3', description: 'Der lange Text 3.' });
  });

  it.each([serviceIdOf(course.id), serviceIdOf(over.id), 'kita:001', 'nothing'])(
    'knows no %s',
    async (id) => {
      expect((await get(await apiOver(OFFERS), `/hsds/services/${id}`)).status).toBe(404);
    },
  );
});
