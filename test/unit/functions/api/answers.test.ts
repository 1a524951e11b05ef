import { describe, expect, test } from 'vitest';
import { browseAnswer } from '../../../../shared/contract/browse-query.ts';
import { explanationAnswer, matchAnswer } from '../../../../shared/contract/match-answer.ts';
import { parseFeedId } from '../../../../shared/domain/offer/offer-id.ts';
import { offerAnswer } from '../../../../shared/contract/offer-answer.ts';
import { readinessAnswer } from '../../../../shared/contract/readiness-answer.ts';
import { apiOver, publishOffers } from '../../../support/api-under-test.ts';
import { day, someOffer } from '../../../support/some-offer.ts';
import { fakeJudge, fakeMatch } from '../../../support/fake-match.ts';

const OFFERS = [
  someOffer('vhs:1'),
  someOffer('vhs:2', { title: 'Kurs #nearly' }),
  someOffer('vhs:3', { goals: [] }),
];

const twoHundredAndMore = Array.from({ length: 450 }, (_, i) =>
  someOffer(`vhs:${String(i).padStart(3, '0')}`, { title: i % 3 === 0 ? 'Kurs #no' : 'Kurs #ask' }),
);

/** All pages of a request, by the cursors of the answers. */
async function walk(api: Awaited<ReturnType<typeof apiOver>>, body: object) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const response = await api.post('/v1/matches', cursor === undefined ? body : { ...body, cursor });
    const answer = matchAnswer.parse(await response.json());
    pages.push(answer.matches.map(({ offer }) => offer.id));
    cursor = answer.next;
  } while (cursor !== undefined);
  return pages;
}

describe('POST /v1/matches', () => {
  test('answers in the form of the contract and says what it was made from', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.post('/v1/matches', { goals: ['german'] });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = matchAnswer.parse(await response.json());
    expect(answer).toMatchObject({
      asOf: '2025-03-24T06:00:00+01:00',
      region: { id: 'berlin', name: 'Berlin', today: '2025-03-24', pinned: true },
      counts: { fits: 1, nearly: 1 },
      assumptions: [{ id: 'home-centre' }],
      matches: [
        {
          verdict: 'fits',
          travelMinutes: 15,
          offer: {
            id: 'vhs:1',
            first: '2025-04-07',
            place: { postcode: '12045' },
            freshness: { feed: 'vhs' },
          },
        },
        { verdict: 'nearly' },
      ],
    });
    expect(answer.catalogue).toMatch(/^[0-9a-f]{32}$/);
  });

  test('gives the same bytes for the same question, in any order of its fields', async () => {
    const api = await apiOver(twoHundredAndMore);
    const one = await api.post('/v1/matches', { german: 'B1', age: 29 });
    const other = await api.post('/v1/matches', { age: 29, german: 'B1' });
    expect(await other.text()).toBe(await one.text());
  });

  test('marks offers of a sample and says that there are some', async () => {
    const sample = someOffer('probe:1', {
      freshness: { ...someOffer('probe:1').freshness, sample: true },
    });
    const api = await apiOver([sample]);
    const answer = matchAnswer.parse(await (await api.post('/v1/matches', {})).json());
    expect(answer.sampleData).toBe(true);
    expect(answer.matches[0]?.offer.freshness.sample).toBe(true);
  });

  test('shows the best of each verdict first and walks the rest in the one order, nothing twice, nothing left out', async () => {
    const api = await apiOver(twoHundredAndMore);
    const pages = await walk(api, { limitPerVerdict: 5 });
    expect(pages.map((page) => page.length)).toEqual([5, 200, 95]);
    const order = fakeMatch({ offers: twoHundredAndMore, situation: { goals: [] } } as never).matches;
    expect(pages.flat()).toEqual(
      order.filter(({ verdict }) => verdict === 'ask').map(({ offer }) => offer.id),
    );
  });

  test('explains every candidate in the one order, 200 a page', async () => {
    const api = await apiOver(twoHundredAndMore);
    const pages = await walk(api, { explain: 'all', limitPerVerdict: 5 });
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50]);
    expect(new Set(pages.flat()).size).toBe(450);
  });

  test('refuses a cursor that was altered', async () => {
    const api = await apiOver(twoHundredAndMore);
    const { next = '' } = matchAnswer.parse(await (await api.post('/v1/matches', {})).json());
    const altered = [`${next}A`, `${next}.A`, next.slice(0, -2), `A${next}`, 'x', ''];
    for (const cursor of altered) {
      const response = await api.post('/v1/matches', { cursor });
      expect(response.status, cursor).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ pointer: '/cursor', code: 'cursor-invalid' }],
      });
    }
  });

  test('refuses a cursor of another request', async () => {
    const api = await apiOver(twoHundredAndMore);
    const { next } = matchAnswer.parse(await (await api.post('/v1/matches', {})).json());
    const response = await api.post('/v1/matches', { cursor: next, age: 30 });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ code: 'cursor-of-another-request' }] });
  });

  test('answers 410 to a cursor when the offers have changed since', async () => {
    const api = await apiOver(twoHundredAndMore);
    const { next } = matchAnswer.parse(await (await api.post('/v1/matches', {})).json());
    await publishOffers(api.stores, twoHundredAndMore.slice(1), api.time.now);
    await api.currentOffers.refresh();
    const response = await api.post('/v1/matches', { cursor: next });
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ type: 'urn:vereinbar:problem:catalogue-changed' });
  });

  test('asks for levers on the first page only', async () => {
    const asked: boolean[] = [];
    const api = await apiOver(twoHundredAndMore, {
      match: (input) => {
        asked.push(input.levers);
        return fakeMatch(input);
      },
    });
    await walk(api, { levers: true });
    expect(asked).toEqual([true, false, false]);
  });
});

describe('POST /v1/offers/{id}/explanation', () => {
  test('explains one offer', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.post('/v1/offers/vhs:2/explanation', { goals: ['german'] });
    expect(explanationAnswer.parse(await response.json())).toMatchObject({
      candidate: true,
      match: { verdict: 'nearly', offer: { id: 'vhs:2' } },
    });
  });

  test('explains an offer outside the wished goals and says that it is left out', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.post('/v1/offers/vhs:3/explanation', { goals: ['german'] });
    expect(explanationAnswer.parse(await response.json())).toMatchObject({
      candidate: false,
      leftOut: 'goals-or-fields',
      match: { offer: { id: 'vhs:3' } },
    });
  });

  test.each<[string, Parameters<typeof someOffer>[1]]>([
    ['is over', { freshness: { ...OFFERS[0]!.freshness, validUntil: day('2025-03-23') } }],
    ['another one stands for', { duplicateOf: OFFERS[0]!.id }],
  ])('explains an offer that %s and says that it is left out', async (_name, own) => {
    const api = await apiOver([...OFFERS, someOffer('vhs:4', own)]);
    const response = await api.post('/v1/offers/vhs:4/explanation', { goals: ['german'] });
    expect(explanationAnswer.parse(await response.json())).toMatchObject({
      candidate: false,
      leftOut: 'ended-or-duplicate',
      match: { offer: { id: 'vhs:4' } },
    });
  });

  test('looks at the childcare of the region beside the offer, and at no other offer', async () => {
    const seen: string[] = [];
    const api = await apiOver(
      [...OFFERS, someOffer('vhs:kita', { kind: 'childcare', goals: ['childcare'] })],
      {
        judge: (input, id) => {
          seen.push(...input.offers.map((offer) => offer.id));
          return fakeJudge(input, id);
        },
      },
    );
    await api.post('/v1/offers/vhs:1/explanation', {});
    expect(seen).toEqual(['vhs:kita', 'vhs:1']);
  });

  test('answers 404 for an offer that is not there', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.post('/v1/offers/vhs:99/explanation', {});
    expect(response.status).toBe(404);
  });
});

describe('GET /v1/offers', () => {
  const browse = async (query: string, offers = OFFERS) => {
    const api = await apiOver(offers);
    const response = await api.app.request(`/v1/offers${query}`);
    return browseAnswer.parse(await response.json());
  };
  const idsOf = (answer: { offers: { id: string }[] }) => answer.offers.map(({ id }) => id);

  test('lists all current offers, those outside every goal too', async () => {
    expect(idsOf(await browse(''))).toEqual(['vhs:1', 'vhs:2', 'vhs:3']);
  });

  test('leaves out what is over', async () => {
    const over = someOffer('vhs:0', {
      freshness: { ...OFFERS[0]!.freshness, validUntil: day('2025-03-23') },
    });
    expect(idsOf(await browse('', [over, ...OFFERS]))).not.toContain('vhs:0');
  });

  test.each<[string, string, Parameters<typeof someOffer>[1]]>([
    ['kind', '?kind=job', { kind: 'job' }],
    ['goal', '?goal=retraining', { goals: ['retraining'] }],
    ['words, case and accents aside', '?q=b%C3%BCro+neukolln', { title: 'BÜROKAUFLEUTE' }],
    ['funding', '?funding=bamf', { funding: ['bamf'] }],
    ['childcare', '?childcare=true', { childcare: { hours: [], during: true, certainty: 'stated' } }],
    [
      'day',
      '?day=sa',
      { timetable: { ...OFFERS[0]!.timetable, weekly: [{ days: [5], from: 600, to: 720 }] } },
    ],
    [
      'from and to',
      '?from=18:00&to=21:00',
      { timetable: { ...OFFERS[0]!.timetable, weekly: [{ days: [0], from: 1080, to: 1260 }] } },
    ],
  ])('narrows by %s', async (_name, query, own) => {
    expect(idsOf(await browse(query, [...OFFERS, someOffer('vhs:4', own)]))).toEqual(['vhs:4']);
  });

  test('counts what it leaves out only because its times are not known', async () => {
    const timeless = someOffer('vhs:4', {
      timetable: { ...OFFERS[0]!.timetable, weekly: [], complete: false },
    });
    expect(await browse('?day=mo', [...OFFERS, timeless])).toMatchObject({ total: 3, timesNotKnown: 1 });
  });

  test('puts the nearest first and places that are not known last', async () => {
    const far = someOffer('vhs:1', { places: [{ point: { lat: 52.6, lon: 13.2 }, precision: 'street' }] });
    const near = someOffer('vhs:2');
    const unknown = someOffer('vhs:0', { places: [] });
    expect(idsOf(await browse('?near=12045', [far, near, unknown]))).toEqual(['vhs:2', 'vhs:1', 'vhs:0']);
  });

  test('walks its pages without repeat or gap', async () => {
    const api = await apiOver(twoHundredAndMore);
    const ids: string[] = [];
    let cursor = '';
    do {
      const response = await api.app.request(`/v1/offers?limit=100${cursor}`);
      const answer = browseAnswer.parse(await response.json());
      ids.push(...idsOf(answer));
      cursor = answer.next === undefined ? '' : `&cursor=${answer.next}`;
    } while (cursor !== '');
    expect(ids).toEqual(twoHundredAndMore.map(({ id }) => id));
  });

  test.each([
    ['?limit=101', '/limit', 'out-of-range'],
    ['?limit=ten', '/limit', 'out-of-range'],
    ['?day=monday', '/day', 'not-one-of'],
    ['?from=8', '/from', 'not-a-time'],
    ['?near=80331', '/near', 'postcode-unknown'],
    ['?near=Mitte', '/near', 'not-a-postcode'],
    ['?colour=red', '', 'unknown-field'],
    ['?cursor=abc', '/cursor', 'cursor-invalid'],
  ])('refuses %s', async (query, pointer, code) => {
    const api = await apiOver(OFFERS);
    const response = await api.app.request(`/v1/offers${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer, code }] });
  });
});

describe('GET /v1/offers/{id}', () => {
  test('gives the offer in full with its long text', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.app.request('/v1/offers/vhs:1');
    expect(offerAnswer.parse(await response.json())).toMatchObject({
      id: 'vhs:1',
      summary: 'Kurs am Vormittag',
      timetable: { weekly: [{ days: ['mo', 'we'], from: '09:00', to: '12:15' }], first: '2025-04-07' },
    });
  });

  test('answers 304 without body while the offer is what the ETag names', async () => {
    const api = await apiOver(OFFERS);
    const etag = (await api.app.request('/v1/offers/vhs:1')).headers.get('etag')!;
    const again = await api.app.request('/v1/offers/vhs:1', {
      headers: { 'if-none-match': `W/"x", ${etag}` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
  });

  test('has another ETag if and only if its content is another', async () => {
    const api = await apiOver(OFFERS);
    const etagOf = async (id: string) => (await api.app.request(`/v1/offers/${id}`)).headers.get('etag');
    const before = [await etagOf('vhs:1'), await etagOf('vhs:2')];
    await publishOffers(
      api.stores,
      [someOffer('vhs:1', { summary: 'Abends' }), ...OFFERS.slice(1)],
      api.time.now,
    );
    await api.currentOffers.refresh();
    expect(await etagOf('vhs:1')).not.toBe(before[0]);
    expect(await etagOf('vhs:2')).toBe(before[1]);
  });

  test('is gone within a minute once an operator hides it', async () => {
    const api = await apiOver(OFFERS);
    expect((await api.app.request('/v1/offers/vhs:1')).status).toBe(200);
    await api.stores.catalogues.hide(
      (await import('../../../support/some-region.ts')).SOME_REGION.region.id,
      { kind: 'offer', id: OFFERS[0]!.id },
      api.time.now,
    );
    api.time.now += 60_000;
    expect((await api.app.request('/v1/offers/vhs:1')).status).toBe(404);
  });
});

describe('the state of the service', () => {
  test('/healthz answers whatever the store does', async () => {
    const api = await apiOver([]);
    expect((await api.app.request('/healthz')).status).toBe(200);
  });

  test('/readyz gives age and counts', async () => {
    const api = await apiOver(OFFERS);
    api.time.now += 90_000;
    expect(readinessAnswer.parse(await (await api.app.request('/readyz')).json())).toMatchObject({
      ready: true,
      degraded: false,
      offers: 3,
      sampleOffers: 0,
      feeds: [{ feed: 'vhs', sequence: 1, offers: 3, ageSeconds: 90 }],
      checkedSecondsAgo: 0,
    });
  });

  test('/readyz is degraded when no run has seen a feed for more than two days', async () => {
    const api = await apiOver(OFFERS);
    api.time.now += 51 * 3_600_000;
    const answer: unknown = await (await api.app.request('/readyz')).json();
    expect(answer).toMatchObject({ ready: true, degraded: true });
  });

  test('/readyz answers 503 with what there is while the first import of a feed goes on', async () => {
    const awaited = [parseFeedId('vhs')!, parseFeedId('other')!];
    const api = await apiOver(OFFERS, { awaitedFeeds: () => awaited });
    const response = await api.app.request('/readyz');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    const answer: unknown = await response.json();
    expect(readinessAnswer.parse(answer)).toMatchObject({ ready: false, offers: 3, awaited: ['other'] });
    awaited.pop();
    expect(await (await api.app.request('/readyz')).json()).toMatchObject({ ready: true });
  });

  test('/readyz answers 503 before the first catalogue', async () => {
    const api = await apiOver([]);
    const response = await api.app.request('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, offers: 0 });
  });
});
