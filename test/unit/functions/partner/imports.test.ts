import { beforeEach, describe, expect, it } from 'vitest';
import { createExcelSheetFiles } from '../../../../shared/adapters/excel/sheet-files.ts';
import { importReport } from '../../../../shared/contract/partner-import.ts';
import { problem, type ProblemCode } from '../../../../shared/contract/problem.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { publishOffers } from '../../../support/publish-offers.ts';
import { partnerApi, PROVIDER, WRITER } from '../../../support/partner-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const IMPORTS = '/v1/partners/me/imports';
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ORIGINAL = 'a'.repeat(64);

let api: ReturnType<typeof partnerApi>;
beforeEach(async () => {
  api = partnerApi();
  await publishOffers(api.stores, SOME_REGION.region.id, [someOffer('vhs:1'), someOffer('vhs:2')], {
    owner: 'test',
    now: api.time.now,
    source: `${ORIGINAL}/open-vhs-1`,
  });
});

async function problemOf(response: Response, code: ProblemCode) {
  const body = problem.parse(await response.json());
  expect(body.type).toBe(`urn:vereinbar:problem:${code}`);
  return body;
}

/** The downloaded table with some cells of its rows filled in, by heading. */
async function filled(...rows: readonly Readonly<Record<string, string>>[]): Promise<string> {
  const response = await api.ask('/v1/partners/me/supplements.csv', { as: PROVIDER });
  const [heading = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
  const columns = heading.replace('\ufeff', '').split(';');
  const written = lines.map((line, index) => {
    const cells = line.split(';');
    for (const [column, cell] of Object.entries(rows[index] ?? {})) cells[columns.indexOf(column)] = cell;
    return cells.join(';');
  });
  return [heading, ...written].join('\r\n');
}

const send = (body: string | Uint8Array, key: string, own: { type?: string; query?: string } = {}) =>
  api.ask(`${IMPORTS}${own.query ?? ''}`, {
    method: 'POST',
    as: PROVIDER,
    headers: { 'content-type': own.type ?? CSV, 'idempotency-key': `"${key}"` },
    body,
  });
const reportOf = async (response: Response) => {
  expect(response.status).toBe(201);
  return importReport.parse(await response.json());
};
const stated = () => api.stores.supplements.readSupplements(SOME_REGION.region.id, PROVIDER.feed);
const CARE = { Kinderbetreuung: 'während des Kurses', 'Deutsch zu Beginn': 'A2' };

describe('the table of supplements', () => {
  it('comes as CSV with its byte order mark, to be saved under the name of the feed', async () => {
    const response = await api.ask('/v1/partners/me/supplements.csv', { as: PROVIDER });
    expect(response.headers.get('content-type')).toBe(CSV);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="vhs.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(4);
  });

  it('comes as XLSX with the same rows', async () => {
    const response = await api.ask('/v1/partners/me/supplements.xlsx', { as: PROVIDER });
    expect(response.headers.get('content-type')).toBe(XLSX);
    const read = await createExcelSheetFiles().read(new Uint8Array(await response.arrayBuffer()));
    expect(read.ok && read.value.map((row) => row[0])).toEqual(['Kennung', '1', '2']);
  });

  it('is not there before the feed was imported', async () => {
    const other = partnerApi();
    await problemOf(await other.ask('/v1/partners/me/supplements.csv', { as: PROVIDER }), 'no-catalogue-yet');
  });
});

describe('a table that is sent', () => {
  it('states its facts and orders the import that lays them over the feed', async () => {
    const response = await send(await filled(CARE), 'one');
    const report = await reportOf(response);
    expect(report).toMatchObject({ state: 'done', dryRun: false, stated: 1, removed: 0, faults: [] });
    expect(response.headers.get('location')).toBe(`${IMPORTS}/${report.id}`);
    expect(await stated()).toMatchObject([
      { offer: 'vhs:1', facts: { childcare: { during: true }, german: 'A2' } },
    ]);
    expect(api.ordered).toEqual([{ feed: 'vhs', sha256: ORIGINAL }]);
    const read = await api.ask(`${IMPORTS}/${report.id}`, { as: PROVIDER });
    expect(await read.json()).toEqual(report);
  });

  it('is taken as XLSX too', async () => {
    const rows = (await filled(CARE)).split('\r\n').map((line) => line.replace('\ufeff', '').split(';'));
    const file = await createExcelSheetFiles().write(rows);
    const report = await reportOf(await send(file, 'sheet', { type: XLSX }));
    expect(report).toMatchObject({ state: 'done', stated: 1 });
    expect(await stated()).toHaveLength(1);
  });

  it('names each fault by line and column, in German and English, without the value; other rows count', async () => {
    const response = await send(await filled({ 'Deutsch zu Beginn': 'Kanarie1x' }, CARE), 'faults');
    const text = await response.clone().text();
    const { faults, stated: count } = await reportOf(response);
    expect(faults).toMatchObject([{ line: 2, column: 'Deutsch zu Beginn', code: 'german-unknown' }]);
    expect(faults[0]!.de.cure).toMatch(/Möglich/);
    expect(faults[0]!.en.cure).toMatch(/Use/);
    expect(count).toBe(1);
    expect(text + api.logged.lines.join('')).not.toContain('Kanarie');
  });

  it('that cannot be read is refused as a whole', async () => {
    const report = await reportOf(await send('no zip', 'broken', { type: XLSX }));
    expect(report).toMatchObject({ state: 'refused', faults: [{ line: 1, code: 'table-broken' }] });
    expect(api.ordered).toEqual([]);
  });

  it('to try stores nothing and orders nothing, with the same report', async () => {
    const report = await reportOf(await send(await filled(CARE), 'try', { query: '?dryRun=true' }));
    expect(report).toMatchObject({ dryRun: true, stated: 1 });
    expect(await stated()).toEqual([]);
    expect(api.ordered).toEqual([]);
  });

  it('states nothing of another feed', async () => {
    await reportOf(await send((await filled(CARE)).replace('\r\n1;', '\r\nother:1;'), 'foreign'));
    expect(await stated()).toEqual([]);
  });

  it.each([
    [{ type: 'application/json' }, 'not-a-table'],
    [{ query: '?dryRun=yes' }, 'invalid-request'],
    [{ query: '?feed=other' }, 'invalid-request'],
  ] as const)('%j is told what it lacks', async (own, code) => {
    await problemOf(await send('x', 'bad', own), code);
  });

  it('of more than 4 MB is refused', async () => {
    await problemOf(await send('x'.repeat(4 * 1024 * 1024 + 1), 'large'), 'upload-too-large');
  });
});

describe('an import is done once for each key', () => {
  it.each([undefined, 'plain', '""', `"${'k'.repeat(65)}"`, '"two" "keys"', '"ü"'])(
    'asks for a key in double quotes: %s is none',
    async (key) => {
      const headers = { 'content-type': CSV, ...(key === undefined ? {} : { 'idempotency-key': key }) };
      const response = await api.ask(IMPORTS, { method: 'POST', as: PROVIDER, headers, body: 'x' }).catch(
        // A header that is no Latin-1 never leaves the sender.
        () => undefined,
      );
      if (response === undefined) return;
      const { errors } = await problemOf(response, 'invalid-request');
      expect(errors).toMatchObject([{ pointer: '/idempotency-key' }]);
    },
  );

  it('gives the same report again and does nothing twice', async () => {
    const table = await filled(CARE);
    const first = await reportOf(await send(table, 'same'));
    expect(await reportOf(await send(table, 'same'))).toEqual(first);
    expect(api.ordered).toHaveLength(1);
  });

  it('refuses another body, and another way, under the same key', async () => {
    await send(await filled(CARE), 'same');
    await problemOf(await send(await filled(), 'same'), 'key-used-otherwise');
    await problemOf(await send(await filled(CARE), 'same', { query: '?dryRun=true' }), 'key-used-otherwise');
  });

  it('of fifty at once one is worked on, and the others get its report or are told to wait', async () => {
    const table = await filled(CARE);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(table, 'many')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(api.ordered).toHaveLength(1);
    expect((await send(table, 'many')).status).toBe(201);
  });

  it('that died half-way is done anew after half a minute, not before', async () => {
    const table = await filled(CARE);
    const { readSupplements } = api.stores.supplements;
    const dying = partnerApi({
      ...api.stores,
      supplements: {
        readSupplements,
        changeSupplements: () => Promise.reject(new StoreUnavailable('out')),
      },
    });
    const sendTo = (one: typeof api) =>
      one.ask(IMPORTS, {
        method: 'POST',
        as: PROVIDER,
        headers: { 'content-type': CSV, 'idempotency-key': '"k"' },
        body: table,
      });
    await problemOf(await sendTo(dying), 'temporary-reduced-capacity');
    await problemOf(await sendTo(dying), 'import-running');
    const id = /[0-9a-f]{32}/;
    dying.time.now += 30_000;
    await problemOf(await sendTo(dying), 'temporary-reduced-capacity');
    expect((await reportOf(await sendTo(api))).id).toMatch(id);
    expect(await stated()).toHaveLength(1);
  });

  it('a key is forgotten after a day', async () => {
    await send(await filled(CARE), 'same');
    api.time.now += 24 * 3_600_000;
    expect((await send(await filled(), 'same')).status).toBe(201);
  });

  it('the same key of another partner is another import', async () => {
    const { id } = await reportOf(await send(await filled(CARE), 'same'));
    const other = { ...WRITER, scopes: ['supplements'] as const };
    await problemOf(await api.ask(`${IMPORTS}/${id}`, { as: other }), 'import-not-found');
    for (const path of [`${IMPORTS}/${'0'.repeat(32)}`, `${IMPORTS}/x%23y`])
      await problemOf(await api.ask(path, { as: PROVIDER }), 'import-not-found');
  });
});
