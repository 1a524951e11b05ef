import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

const OFFERS = [someOffer('vhs:1')];
const MARK = /Kanarie\d+x/i;

/** Marks: every text somebody sends is one of its own, so that any trace of it can be found. */
function createMarks() {
  const marks: string[] = [];
  return {
    marks,
    next: (): string => {
      const mark = `Kanarie${String(marks.length)}x`;
      marks.push(mark);
      return mark;
    },
  };
}

type Marks = ReturnType<typeof createMarks>;

/** A situation that is right in form, its every text a mark; also one with a mark for a field's name. */
function markedSituation({ next }: Marks): object {
  const slot = () => ({ days: [next(), next()], from: next(), to: next() });
  const place = () => ({ postcode: next(), district: next(), [next()]: next() });
  return {
    goals: [next()],
    fields: [next()],
    home: place(),
    travel: { by: next(), maxMinutes: next() },
    children: [
      {
        ageMonths: next(),
        care: [
          { kind: next(), hours: [slot()], place: place(), from: next(), until: next(), holidays: next() },
        ],
        schoolFrom: next(),
        searchingSince: next(),
        [next()]: next(),
      },
    ],
    helpers: [{ ...slot(), children: [next()], every: next() }],
    busy: [{ ...slot(), why: next(), varies: next() }],
    work: { hoursPerWeek: next(), employees: next(), parentalLeaveUntil: next() },
    german: next(),
    schooling: next(),
    degree: next(),
    age: next(),
    audiences: { women: next(), [next()]: true },
    support: [next()],
    from: next(),
    until: next(),
    formats: [next()],
    budgetCents: next(),
    language: next(),
    cursor: next(),
    explain: next(),
    [next()]: next(),
  };
}

/** A situation that is accepted, with the few free texts it can hold. */
const acceptedSituation = { home: { postcode: '80331' }, language: 'xyz-Zz', german: 'B1', age: 47 };

function markedHeaders({ next }: Marks): Record<string, string> {
  return {
    'user-agent': next(),
    'x-forwarded-for': next(),
    'x-request-id': next(),
    'x-amzn-trace-id': next(),
    cookie: `session=${next()}`,
    referer: `https://${next()}.example/${next()}`,
    origin: `https://${next()}.example`,
    authorization: `Bearer ${next()}`,
    'if-none-match': `"${next()}"`,
  };
}

/** Sends marks through every route and every way to fail; gives all that was answered to failures or logged. */
async function traces(parts: Parameters<typeof apiOver>[1], marks: Marks): Promise<readonly string[]> {
  const api = await apiOver(OFFERS, parts);
  const found: string[] = [];
  const send = async (path: string, init: RequestInit) => {
    const response = await api.app.request(path, {
      ...init,
      headers: { ...markedHeaders(marks), ...(init.headers as object) },
    });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    found.push(`${response.status}\n${headers}\n${await response.text()}`);
  };
  const json = { 'content-type': 'application/json' };
  const whole = () => JSON.stringify(markedSituation(marks));
  for (const path of [
    '/v1/matches',
    '/v1/offers/vhs:1/explanation',
    `/v1/offers/${marks.next()}/explanation`,
  ]) {
    const post = async (body: string, headers: Record<string, string> = json) =>
      send(path, { method: 'POST', body, headers });
    await post(whole());
    await post(JSON.stringify(acceptedSituation));
    await post(`{"german": "${marks.next()}`);
    await post(marks.next());
    await post(`"${marks.next()}"`);
    await post(JSON.stringify({ ...acceptedSituation, cursor: marks.next() }));
    await post(JSON.stringify({ ...acceptedSituation, home: { district: marks.next() } }));
    await post(whole() + ' '.repeat(17_000));
    await post(whole(), { 'content-type': `text/${marks.next()}` });
    await post(whole(), { 'content-type': `application/json; charset=${marks.next()}` });
    await post(whole(), { ...json, accept: `text/${marks.next()}` });
  }
  const query = [
    'kind',
    'goal',
    'q',
    'near',
    'day',
    'from',
    'to',
    'childcare',
    'funding',
    'cursor',
    'limit',
    marks.next(),
  ]
    .map((name) => `${name}=${marks.next()}`)
    .join('&');
  await send(`/v1/offers?${query}`, {});
  await send(`/v1/offers?q=${marks.next()}`, {});
  const asked = ['search', 'page', 'per_page', 'modified_after', 'full', 'format', marks.next()];
  await send(`/hsds/services?${asked.map((name) => `${name}=${marks.next()}`).join('&')}`, {});
  await send(`/hsds/services/${marks.next()}`, {});
  await send(`/v1/offers/${marks.next()}?${query}`, {});
  await send(`/v1/offers/vhs:${marks.next()}`, {});
  for (const path of ['/healthz', '/readyz', '/openapi.json', `/${marks.next()}/${marks.next()}`])
    await send(`${path}?${query}`, {});
  await send(`/v1/matches?${query}`, { method: 'DELETE' });
  await send(`/v1/matches`, { method: marks.next() });
  return [...found, ...api.logged.lines];
}

const down = () => Promise.reject(new StoreUnavailable('out'));
const crash = (text: () => string) => () => {
  throw new Error(`crashed on ${text()}`);
};

describe('nothing a person sends', () => {
  const marks = createMarks();
  test.each<[string, Parameters<typeof apiOver>[1]]>([
    ['when all is well', {}],
    ['when the store is down', { catalogues: (store) => ({ ...store, readPointers: down }) }],
    [
      'when the text of an offer cannot be read',
      { offerStore: (store) => ({ ...store, readVersion: down }) },
    ],
    [
      'when matching crashes with an answer in its message',
      { match: (input) => crash(() => JSON.stringify(input.situation) + marks.next())() },
    ],
    [
      'when the store throws what it was asked for',
      { offerStore: (store) => ({ ...store, readVersion: crash(marks.next) }) },
    ],
  ])('gets out in an answer or the log %s', async (_name, parts) => {
    const found = await traces(parts, marks);
    expect(marks.marks.length).toBeGreaterThan(200);
    const hits = found.filter((text) => MARK.test(text));
    expect(hits).toEqual([]);
  });

  test('is in a log line even of an offer that exists: the line names the route, not the id', async () => {
    const api = await apiOver(OFFERS);
    await api.app.request('/v1/offers/vhs:1');
    expect(api.logged.lines.join('')).not.toContain('vhs:1');
  });

  test('would go unseen by this test: a mark in a title of an offer is found in the answer', async () => {
    const api = await apiOver([someOffer('vhs:1', { title: marks.next() })]);
    expect(await (await api.post('/v1/matches', {})).text()).toMatch(MARK);
  });
});
