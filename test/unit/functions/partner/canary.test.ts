import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { publishOffers } from '../../../support/api-under-test.ts';
import { partnerApi, PROVIDER, sentOffer, WRITER } from '../../../support/partner-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

// Whatever a partner sends bears a mark of its own; none may come back in a failure, or be logged on any way.

const ME = '/v1/partners/me';
let marks = 0;
const mark = () => `Kanarie${String((marks += 1))}x`;
const headers = (): Record<string, string> => ({
  'if-match': `"${mark()}"`,
  'user-agent': mark(),
  'x-forwarded-for': mark(),
  'x-request-id': mark(),
  authorization: `Bearer ${mark()}`,
  cookie: mark(),
});
const markedOffer = () => ({
  ...sentOffer({ id: mark(), kind: mark(), title: mark(), registerBy: mark(), provider: { name: mark() } }),
  places: [{ street: mark(), postcode: mark(), precision: mark(), [mark()]: mark() }],
  [mark()]: mark(),
});
const markedTable = () => `Kennung;Titel;Textstand;${mark()}\r\n${mark()};${mark()};${mark()};${mark()}\r\n`;

async function sendEverything(api: ReturnType<typeof partnerApi>): Promise<readonly Response[]> {
  const post = (query: string, key: string, type: string, body: string) =>
    api.ask(`${ME}/imports${query}`, {
      method: 'POST',
      as: PROVIDER,
      headers: { ...headers(), 'idempotency-key': key, 'content-type': type },
      body,
    });
  return Promise.all([
    ...['PUT', 'GET', 'DELETE', 'PATCH'].flatMap((method) =>
      [mark(), `vhs:${mark()}`, `${mark()}%20`].map((id) =>
        api.ask(`${ME}/offers/${id}`, {
          method,
          headers: headers(),
          ...(method === 'PUT' ? { body: markedOffer() } : {}),
        }),
      ),
    ),
    api.ask(`${ME}/offers/k-1`, { method: 'PUT', headers: headers(), body: sentOffer({ title: mark() }) }),
    api.ask(`${ME}/offers/k-1`, {
      method: 'PUT',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: `{"${mark()}`,
    }),
    api.ask(`${ME}/offers/k-1`, {
      method: 'PUT',
      headers: { ...headers(), 'content-type': mark() },
      body: mark(),
    }),
    post('', `"${mark()}"`, 'text/csv', markedTable()),
    post('', mark(), 'text/csv', markedTable()),
    post(`?dryRun=${mark()}&${mark()}=${mark()}`, `"${mark()}"`, 'text/csv', mark()),
    post('', `"${mark()}"`, mark(), mark()),
    ...['', `?format=${mark()}`, `?map=${mark()}`, `?upload=${mark()}`].map((query) =>
      api.ask(`${ME}/imports${query}`, {
        method: 'POST',
        headers: { ...headers(), 'idempotency-key': `"${mark()}"`, 'content-type': mark() },
        body: JSON.stringify([markedOffer()]),
      }),
    ),
    api.ask(`${ME}/uploads`, {
      method: 'POST',
      headers: headers(),
      body: { sha256: mark(), bytes: mark(), [mark()]: mark() },
    }),
    api.ask(`${ME}/imports/${mark()}`, { as: PROVIDER, headers: headers() }),
    api.ask(`${ME}/${mark()}?${mark()}=${mark()}`, { headers: headers() }),
    api.ask(`${ME}/offers/${mark()}`, { as: 'nobody', headers: headers() }),
    api.ask(`${ME}/offers/${mark()}`, { as: { ...WRITER, scopes: [] }, headers: headers() }),
  ]);
}

async function expectNoMark(api: ReturnType<typeof partnerApi>, answers: readonly Response[]): Promise<void> {
  for (const answer of answers) {
    const sent = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
    expect(sent).not.toMatch(/Kanarie/i);
  }
  expect(api.logged.lines.length).toBeGreaterThanOrEqual(answers.length);
  expect(api.logged.lines.join('')).not.toMatch(/Kanarie/i);
}

test('no failure says anything that was sent, and no line of the log', async () => {
  const api = partnerApi();
  await publishOffers(api.stores, [someOffer('vhs:1')], api.time.now, `${'a'.repeat(64)}/x`);
  const answers = await sendEverything(api);
  expect(new Set(answers.map(({ status }) => status))).toEqual(
    new Set([400, 401, 403, 404, 405, 412, 415, 201, 202]),
  );
  await expectNoMark(api, answers);
});

test('nor when the store is out', async () => {
  const { stores } = partnerApi();
  const out = () => Promise.reject(new StoreUnavailable(`no ${mark()}`));
  const api = partnerApi({
    ...stores,
    catalogues: { ...stores.catalogues, takeLease: out, readPointers: out },
  });
  const answers = await sendEverything(api);
  expect(answers.map(({ status }) => status)).toContain(503);
  await expectNoMark(api, answers);
});
