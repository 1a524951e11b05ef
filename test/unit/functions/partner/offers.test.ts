import { beforeEach, describe, expect, it } from 'vitest';
import { problem, PROBLEMS, type ProblemCode } from '../../../../shared/contract/problem.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { partnerApi, PROVIDER, sentOffer, WRITER } from '../../../support/partner-under-test.ts';
import { MOST_OFFERS_OF_PARTNER } from '../../../../shared/use-cases/put-partner-offer.ts';
import { publishOffers } from '../../../support/api-under-test.ts';
import { countingStores, dyingStores } from '../../../support/faulty-store.ts';
import { someOffer } from '../../../support/some-offer.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const PATH = '/v1/partners/me/offers/k-1';
const NEW = { 'if-none-match': '*' };

let api: ReturnType<typeof partnerApi>;
beforeEach(() => {
  api = partnerApi();
});

async function problemOf(response: Response, code: ProblemCode) {
  const text = await response.text();
  expect(response.headers.get('content-type'), text).toBe('application/problem+json');
  const body = problem.parse(JSON.parse(text));
  expect(body).toMatchObject({ type: `urn:vereinbar:problem:${code}`, status: PROBLEMS[code].status });
  expect(response.status).toBe(PROBLEMS[code].status);
  return body;
}

const put = (own: object = {}, headers: Record<string, string> = NEW) =>
  api.ask(PATH, { method: 'PUT', headers, body: sentOffer(own) });
async function created(): Promise<string> {
  const response = await put();
  expect(response.status).toBe(201);
  return response.headers.get('etag')!;
}
const current = async () => {
  const region = SOME_REGION.region.id;
  const [pointer] = await api.stores.catalogues.readPointers(region);
  return pointer && api.stores.catalogues.readCatalogue(region, pointer.feed, pointer.catalogue);
};

describe('writing an offer', () => {
  it('creates it under the name of the partner, in a catalogue that is current at once', async () => {
    const response = await put();
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: 'traeger:k-1', did: 'created', notices: [] });
    const [entry] = (await current())!.entries;
    expect(entry!.offer).toMatchObject({
      id: 'traeger:k-1',
      freshness: { feed: 'traeger', statedBy: WRITER.name },
    });
    expect(response.headers.get('etag')).toBe(`"${entry!.version}"`);
    expect(api.logged).toHaveLogged('partner-feed-changed', { feed: 'traeger', sequence: 1 });
  });

  it('reads it back with the version that the next write names', async () => {
    const etag = await created();
    const response = await api.ask(PATH);
    expect(response.headers.get('etag')).toBe(etag);
    const read = (await response.json()) as object;
    const again = await api.ask(PATH, {
      method: 'PUT',
      headers: { 'if-match': etag },
      body: { ...read, title: 'Deutsch' },
    });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ did: 'changed' });
    expect(again.headers.get('etag')).not.toBe(etag);
  });

  it('takes the id with its feed before it or without, in path and body', async () => {
    await created();
    const response = await api.ask('/v1/partners/me/offers/traeger:k-1', {
      method: 'PUT',
      headers: { 'if-match': '"anything"' },
      body: sentOffer({ id: 'traeger:k-1' }),
    });
    expect(await response.json()).toMatchObject({ did: 'nothing' });
  });

  it('does nothing when it is there already, so that a lost answer can be asked for again', async () => {
    const etag = await created();
    await put({ title: 'Deutsch' }, { 'if-match': etag });
    const again = await put({ title: 'Deutsch' }, { 'if-match': etag });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ did: 'nothing' });
    expect((await api.stores.catalogues.readPointers(SOME_REGION.region.id))[0]!.sequence).toBe(2);
  });

  it('asks for a version: none, a star, and If-None-Match with a tag are 428', async () => {
    await created();
    for (const headers of [{}, { 'if-match': '*' }, { 'if-match': '' }, { 'if-none-match': '"x"' }])
      await problemOf(await put({ title: 'Deutsch' }, headers), 'precondition-required');
  });

  it('refuses a stale, a weak and an unknown version with 412, the current one in ETag', async () => {
    const first = await created();
    const second = (await put({ title: 'Zwei' }, { 'if-match': first })).headers.get('etag')!;
    for (const tag of [first, `W/${second}`, '"', 'x', `"${'0'.repeat(32)}"`]) {
      const response = await put({ title: 'Drei' }, { 'if-match': tag });
      expect(response.headers.get('etag'), tag).toBe(second);
      await problemOf(response, 'version-changed');
    }
    const response = await put({ title: 'Drei' }, { 'if-match': `"other", ${second}` });
    expect(response.status).toBe(200);
  });

  it('refuses to create what is there, and to change what is not', async () => {
    const absent = await put({}, { 'if-match': '"some"' });
    expect(absent.headers.get('etag')).toBeNull();
    await problemOf(absent, 'version-changed');
    await created();
    await problemOf(await put({ title: 'Neu' }), 'version-changed');
  });

  it('of two writers with the same version exactly one wins, a thousand times', async () => {
    let etag = await created();
    for (let round = 0; round < 1000; round++) {
      if (round % 100 === 0) api.time.now += 60_000; // a new window of the quota
      const answers = await Promise.all(
        ['a', 'b'].map((who) => put({ title: `${who} ${String(round)}` }, { 'if-match': etag })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
      etag = answers.find(({ status }) => status === 200)!.headers.get('etag')!;
      expect(answers.every((answer) => answer.headers.get('etag') === etag)).toBe(true);
    }
  });

  it('keeps its other offers as they are', async () => {
    await created();
    await api.ask('/v1/partners/me/offers/k-2', {
      method: 'PUT',
      headers: NEW,
      body: sentOffer({ id: 'k-2' }),
    });
    expect((await current())!.entries.map(({ offer }) => offer.id)).toEqual(['traeger:k-1', 'traeger:k-2']);
  });
});

describe('an offer passes the rules of every import', () => {
  it('keeps of a place of refuge its telephone alone, and says so without any value', async () => {
    const response = await put({
      title: 'Frauenhaus Mitte',
      summary: 'Geheime Straße 7',
      contact: { phone: '030 1', mail: 'a@b.de' },
    });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ notices: [{ code: 'place-confidential' }] });
    expect(text).not.toMatch(/Geheime|12045|030/);
    const [entry] = (await current())!.entries;
    expect(entry!.offer).toMatchObject({ places: [], contact: { phone: '030 1' } });
    const stored = await api.stores.offers.readVersion(
      SOME_REGION.region.id,
      entry!.offer.id,
      entry!.version,
    );
    expect(JSON.stringify(stored)).not.toMatch(/Geheime|a@b/);
  });

  it('leaves out the person who is a childminder', async () => {
    const response = await put({
      kind: 'childcare',
      goals: ['childcare'],
      title: 'Tagesmutter Erika Beispiel',
      provider: { name: 'Erika Beispiel' },
      care: { kind: 'childminder' },
    });
    expect(await response.json()).toMatchObject({ notices: [{ code: 'person-left-out' }] });
    expect(JSON.stringify(await current())).not.toContain('Erika');
  });

  it('does not believe a point outside the region', async () => {
    const places = [{ postcode: '12045', point: { lat: 48, lon: 11 }, precision: 'street' }];
    const response = await put({ places });
    expect(await response.json()).toMatchObject({ notices: [{ code: 'coordinates-implausible' }] });
    expect((await current())!.entries[0]!.offer.places[0]!.point).not.toEqual({ lat: 48, lon: 11 });
  });

  it.each([
    [{ title: 'Testkurs 1' }, '', 'record-is-test'],
    [{ title: 'FÃ¼r alle' }, '', 'text-garbled'],
    [
      { timetable: { first: '2025-01-07', last: '2025-03-23', certainty: 'stated', complete: false } },
      '',
      'record-ended',
    ],
    [{ id: 'k-2' }, '/id', 'not-a-path-id'],
    [{ id: 'vhs:k-1' }, '/id', 'not-a-path-id'],
    [{ freshness: { sample: true } }, '/freshness/sample', 'sample-refused'],
    [{ verified: true }, '', 'unknown-field'],
    [{ kind: 'curs' }, '/kind', 'not-one-of'],
    [{ care: { kind: 'kita' } }, '/care', 'care-and-kind-differ'],
    [{ places: [{ precision: 'street' }] }, '/places/0/point', 'point-and-precision-differ'],
    [{ registerBy: '31.03.2025' }, '/registerBy', 'not-a-date'],
    [{ title: undefined }, '/title', 'required'],
  ])('refuses %j by pointer and code, and stores nothing', async (own, pointer, code) => {
    const { errors } = await problemOf(await put(own), 'invalid-request');
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await current()).toBeUndefined();
  });

  it('never echoes what was sent', async () => {
    const response = await put({
      title: 'Kanarie1x',
      Kanarie2x: 1,
      kind: 'Kanarie3x',
      registerBy: 'Kanarie4x',
    });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text + api.logged.lines.join('')).not.toContain('Kanarie');
  });
});

describe('withdrawing an offer', () => {
  const withdraw = (headers: Record<string, string>, path = PATH) =>
    api.ask(path, { method: 'DELETE', headers });

  it('takes it out of the catalogue and leaves a tombstone', async () => {
    const etag = await created();
    expect((await withdraw({ 'if-match': etag })).status).toBe(204);
    expect((await current())!.entries).toEqual([]);
    const changes = await api.stores.catalogues.readChanges(SOME_REGION.region.id, WRITER.feed, 1, 5);
    expect(changes).toMatchObject([{ kind: 'removed', offer: 'traeger:k-1' }]);
    await problemOf(await api.ask(PATH), 'offer-not-found');
  });

  it('asks for the version, and refuses a stale one', async () => {
    const etag = await created();
    await problemOf(await withdraw({}), 'precondition-required');
    await problemOf(await withdraw({ 'if-match': '*' }), 'precondition-required');
    const stale = await withdraw({ 'if-match': '"old"' });
    expect(stale.headers.get('etag')).toBe(etag);
    await problemOf(stale, 'version-changed');
    expect((await current())!.entries).toHaveLength(1);
  });

  it('does not know what is not there', async () => {
    await problemOf(await withdraw({ 'if-match': '"x"' }), 'offer-not-found');
  });
});

describe('who may write what', () => {
  const etag = { 'if-match': '"x"' };
  const ROUTES = [
    ['GET', PATH, 'offers'],
    ['PUT', PATH, 'offers'],
    ['DELETE', PATH, 'offers'],
    ['GET', '/v1/partners/me/supplements.csv', 'supplements'],
    ['GET', '/v1/partners/me/supplements.xlsx', 'supplements'],
    ['POST', '/v1/partners/me/imports', 'offers or supplements'],
    ['GET', `/v1/partners/me/imports/${'0'.repeat(32)}`, 'offers or supplements'],
    ['POST', '/v1/partners/me/uploads', 'offers'],
  ] as const;

  it('knows every route there is', () => {
    const served = api.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)]).toHaveLength(ROUTES.length);
  });

  it.each(ROUTES)(
    '%s %s answers nobody without a key, nor with a key for something else',
    async (method, path, scope) => {
      const headers = { ...etag, 'idempotency-key': '"k"', 'content-type': 'application/json' };
      const upload = { sha256: 'a'.repeat(64), bytes: 1 };
      const body =
        method === 'PUT' ? { body: sentOffer() } : path.endsWith('/uploads') ? { body: upload } : {};
      await problemOf(await api.ask(path, { method, headers, as: 'nobody', ...body }), 'not-authenticated');
      const nothing: typeof WRITER = { ...WRITER, scopes: [] };
      const other = { offers: PROVIDER, supplements: WRITER, 'offers or supplements': nothing }[scope];
      await problemOf(await api.ask(path, { method, headers, as: other, ...body }), 'scope-missing');
    },
  );

  it.each(['GET', 'PUT', 'DELETE'])('%s finds no offer of another feed', async (method) => {
    await publishOffers(api.stores, [someOffer('vhs:1')], api.time.now);
    const body = method === 'PUT' ? { body: sentOffer({ id: 'vhs:1' }) } : {};
    const response = await api.ask('/v1/partners/me/offers/vhs:1', { method, headers: etag, ...body });
    await problemOf(response, 'offer-not-found');
  });

  it('writes no offer into a feed that is imported from a file', async () => {
    await publishOffers(api.stores, [someOffer('traeger:9')], api.time.now);
    await problemOf(await put(), 'feed-imported');
    await problemOf(await api.ask(PATH, { method: 'DELETE', headers: etag }), 'feed-imported');
  });
});

describe('a process that dies while it writes', () => {
  const WRITES = 6;

  it.each(['before', 'after'] as const)(
    '%s any of its writes leaves the old offer or the new one, and sending it again ends the same',
    async (death) => {
      for (let at = 1; at <= WRITES; at++) {
        api = partnerApi();
        const etag = await created();
        const { stores, hasDied } = dyingStores(api.stores, { at, death });
        const dying = partnerApi(stores);
        const headers = { 'if-match': etag };
        const body = sentOffer({ title: 'Zwei' });
        const answer = await dying.ask(PATH, { method: 'PUT', headers, body });
        expect(hasDied(), String(at)).toBe(true);
        // A lease that cannot be given back does no harm to what is written.
        expect(answer.status).toBe(at === WRITES ? 200 : 503);
        const [entry, ...others] = (await current())!.entries;
        expect(others).toEqual([]);
        expect(['Deutsch am Vormittag', 'Zwei']).toContain(entry!.offer.title);
        api.time.now += 30_000;
        const again = await api.ask(PATH, { method: 'PUT', headers, body });
        expect(again.status, `${death} ${String(at)}`).toBe(200);
        expect((await current())!.entries.map(({ offer }) => offer.title)).toEqual(['Zwei']);
      }
    },
  );

  it('makes no more writes than those', async () => {
    const etag = await created();
    const counting = countingStores(api.stores);
    const body = sentOffer({ title: 'Zwei' });
    await partnerApi(counting.stores).ask(PATH, { method: 'PUT', headers: { 'if-match': etag }, body });
    expect(counting.writes()).toBe(WRITES);
  });
});

describe('what goes wrong beneath', () => {
  it('a feed of 2,000 offers takes no more, and still lets them be changed', async () => {
    const offers = Array.from({ length: MOST_OFFERS_OF_PARTNER }, (_, n) =>
      someOffer(`traeger:n-${String(n)}`),
    );
    await publishOffers(api.stores, offers, api.time.now, 'partner');
    await problemOf(await put(), 'feed-full');
    const read = await api.ask('/v1/partners/me/offers/n-7');
    const changed = await api.ask('/v1/partners/me/offers/n-7', {
      method: 'PUT',
      headers: { 'if-match': read.headers.get('etag')! },
      body: sentOffer({ id: 'n-7' }),
    });
    expect(changed.status).toBe(200);
  });

  it('an outage of the store is 503, to be tried again, and its lease is given back', async () => {
    const broken = {
      ...api.stores,
      catalogues: {
        ...api.stores.catalogues,
        writeCatalogue: () => Promise.reject(new StoreUnavailable('out')),
      },
    };
    const other = partnerApi(broken);
    const response = await other.ask(PATH, { method: 'PUT', headers: NEW, body: sentOffer() });
    expect(response.headers.get('retry-after')).toBe('2');
    await problemOf(response, 'temporary-reduced-capacity');
    expect(await current()).toBeUndefined();
    await created();
  });

  it('a feed that somebody else is writing for long is busy', async () => {
    const { now } = api.time;
    const wanted = { owner: 'other', now, until: now + 60_000 };
    await api.stores.catalogues.takeLease(SOME_REGION.region.id, WRITER.feed, wanted);
    const response = await put();
    expect(response.headers.get('retry-after')).toBe('2');
    await problemOf(response, 'feed-busy');
  });

  it('a body that is too large, no JSON, or not declared as such is told so', async () => {
    const headers = { ...NEW, 'content-type': 'application/json' };
    const send = (body: string, own: Record<string, string> = headers) =>
      api.ask(PATH, { method: 'PUT', headers: own, body });
    await problemOf(await send(' '.repeat(65_537)), 'upload-too-large');
    await problemOf(await send('{'), 'invalid-request');
    await problemOf(await send('{}', { ...NEW, 'content-type': 'text/plain' }), 'unsupported-media-type');
  });

  it('a path or method that is not served is told so', async () => {
    await problemOf(await api.ask('/v1/partners/me/nothing'), 'not-found');
    const response = await api.ask(PATH, { method: 'PATCH' });
    expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD, PUT');
    await problemOf(response, 'method-not-allowed');
  });
});
