import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOrder } from '../../functions/import/queue-event.ts';
import { bundleStage, type BundledStage } from '../../infra/bundle-stage.ts';
import { STAGE_SETTINGS } from '../../infra/stage-settings.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createKeyTexts } from '../../shared/adapters/crypto/key-texts.ts';
import { createDynamoPartnerKeys } from '../../shared/adapters/dynamodb/partner-keys.ts';
import { readRegion, REGIONS_FOLDER } from '../../shared/adapters/file/read-region.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import { issueKey } from '../../shared/use-cases/issue-key.ts';
import { apiOver } from '../support/api-under-test.ts';
import { startLoopbackCloud, type LoopbackCloud } from '../support/loopback-cloud.ts';
import { sentOffer, WRITER } from '../support/partner-under-test.ts';
import { openEmbedded, scratchFolder } from '../support/stores.ts';
import { outsideFolder } from './synthesized.ts';

const { stage, region } = STAGE_SETTINGS[0]!;
const [folder, data] = [outsideFolder(), scratchFolder()];
const { bundles, feeds }: BundledStage = await bundleStage({ stage, region }, folder.path);
const PEPPER = 'a pepper of thirty-two characters';
let embedded: Awaited<ReturnType<typeof openEmbedded>>;
let cloud: LoopbackCloud;
beforeAll(async () => {
  embedded = await openEmbedded(data.path);
  cloud = await startLoopbackCloud();
});
afterAll(async () => {
  await cloud.stop();
  await embedded.store.stop();
  data.remove();
  folder.remove();
});

const pathOf = (name: keyof typeof bundles) =>
  join(bundles[name].folder, bundles[name].handler.replace(/\.handler$/, '.mjs'));

/** Runs a bundle in a process that has nothing but what Lambda would give it; the answers and the lines it logged. */
async function invoke(name: keyof typeof bundles, events: readonly unknown[]) {
  const program = join(import.meta.dirname, '../support/invoke-bundle.mjs');
  const child = spawn(
    process.execPath,
    [program, pathOf(name), ...events.map((event) => JSON.stringify(event))],
    {
      cwd: folder.path,
      env: {
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 'token',
        AWS_ENDPOINT_URL_DYNAMODB: embedded.store.endpoint,
        AWS_ENDPOINT_URL_S3: cloud.endpoint,
        AWS_ENDPOINT_URL_SQS: cloud.endpoint,
        VEREINBAR_STAGE: stage,
        VEREINBAR_REGION: region,
        VEREINBAR_TABLE: 'vereinbar',
        VEREINBAR_CURSOR_KEY: 'a key of thirty-two characters..',
        VEREINBAR_KEY_PEPPER: PEPPER,
        VEREINBAR_ORIGINALS_BUCKET: 'originals',
        VEREINBAR_IMPORT_QUEUE: `${cloud.endpoint}/000000000000/imports`,
        VEREINBAR_FETCH_QUEUE: `${cloud.endpoint}/000000000000/fetches`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(printed.err).toBe('');
  expect(code).toBe(0);
  const lines = printed.out.split('\n');
  const answers = lines
    .filter((line) => line.startsWith('answer '))
    .map((line) => JSON.parse(line.slice(7)) as unknown);
  return { answers, logged: lines.filter((line) => line.startsWith('{')).join('\n') };
}

// As API Gateway documents the event of a REST API (payload 1.0), shortened by what nobody reads.
const restEvent = (path: string) => ({
  resource: '/{proxy+}',
  path,
  httpMethod: 'GET',
  headers: { Accept: 'application/json', Host: 'abcdefghij.execute-api.eu-central-1.amazonaws.com' },
  multiValueHeaders: {
    Accept: ['application/json'],
    Host: ['abcdefghij.execute-api.eu-central-1.amazonaws.com'],
  },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: { proxy: path.slice(1) },
  stageVariables: null,
  requestContext: {
    resourceId: '123456',
    resourcePath: '/{proxy+}',
    httpMethod: 'GET',
    path: `/live${path}`,
    protocol: 'HTTP/1.1',
    stage: 'live',
    domainName: 'abcdefghij.execute-api.eu-central-1.amazonaws.com',
    requestTimeEpoch: 1_795_305_600_000,
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    identity: { sourceIp: '192.0.2.1', userAgent: 'a browser' },
    apiId: 'abcdefghij',
  },
  body: null,
  isBase64Encoded: false,
});
const queueEvent = (body: unknown) => ({
  Records: [
    {
      messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
      receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      awsRegion: 'eu-central-1',
    },
  ],
});
type RestAnswer = { readonly statusCode: number; readonly body: string };
const bodyOf = (answer: unknown) => JSON.parse((answer as RestAnswer).body) as Record<string, unknown>;

/** All that is read of the region, as text: an outline holds functions. */
async function regionIn(home: string) {
  const read = await readRegion(join(home, region));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return inspect({ ...read.value, folder: '' }, { depth: Infinity, maxArrayLength: Infinity });
}

describe('the bundles', () => {
  // Read at the start, measured on 2026-11-23: api 575, web 598, fetch 501, import 1143, partner 661, authorizer 261 KiB. The aim is
  // 400 for api, 360 for authorizer, 600 for import; README, "Deploying", tells what weighs most. A bound is raised only with a
  // sentence why: api and web carry the index of the fast matcher (58 KiB) since their bounds of 580, and read
  // what finds levers when it is asked for; import reads XML, archives,
  // calendars and four more formats since its bound of 820, and
  // lays updates over catalogues since its bound of 1100, and tries and imports files of partners since 1130, which operate releases; partner has parts of the
  // SDK in common with what puts those files away, which is loaded with the first of them, since its bound of 640.
  it.each([
    ['api', 580],
    ['web', 610],
    ['fetch', 540],
    ['import', 1160],
    ['operate', 1160],
    ['sweep', 400],
    ['authorizer', 360],
    ['partner', 670],
  ] as const)('%s reads at most %d KiB at its start', (name, most) => {
    expect(bundles[name].bytes).toBeGreaterThan(100_000);
    expect(bundles[name].bytes / 1024).toBeLessThan(most);
  });

  it('api keeps sentences, what puts them together, its description and levers apart until they are asked for', () => {
    const files = readdirSync(dirname(pathOf('api')));
    for (const part of ['de', 'en', 'messages', 'openapi', 'levers-ranking'])
      expect(files.filter((file) => new RegExp(`^${part}-[A-Z0-9]+\\.mjs$`).test(file))).toHaveLength(1);
  });

  it('what answers carries nothing that only imports or descriptions need', () => {
    for (const name of ['api', 'web', 'authorizer'] as const) {
      const parts = readdirSync(dirname(pathOf(name))).filter((file) =>
        /^(?:lambda|chunk-\w+)\.mjs$/.test(file),
      );
      const code = parts.map((file) => readFileSync(join(dirname(pathOf(name)), file), 'utf8')).join('\n');
      for (const word of ['+proj=', 'BEGIN:VCALENDAR', '#/components/schemas/'])
        expect(code.includes(word), `${name}: ${word}`).toBe(false);
    }
  });

  it.each(['api', 'web', 'fetch', 'import', 'operate', 'sweep', 'authorizer', 'partner'] as const)(
    '%s holds no texts of zod in other languages and no paths',
    (name) => {
      for (const file of readdirSync(dirname(pathOf(name))).filter((found) => found.endsWith('.mjs'))) {
        const code = readFileSync(join(dirname(pathOf(name)), file), 'utf8');
        expect(code).not.toContain('Ungültige Eingabe');
        expect(code).not.toContain(process.cwd());
      }
    },
  );

  it.each(['api', 'web', 'import', 'operate', 'partner'] as const)(
    '%s holds the tables of its region as records, not the files of feeds',
    async (name) => {
      expect(await regionIn(join(bundles[name].folder, 'region'))).toEqual(await regionIn(REGIONS_FOLDER));
      const files = readdirSync(join(bundles[name].folder, 'region'), { recursive: true }).map(String);
      expect(files).toContain(join(region, 'region.json'));
      expect(files).toContain('german-postcodes.txt');
      expect(files.filter((file) => /\.(?:gz|zip|csv)$/.test(file))).toEqual([]);
    },
  );
});

describe('a bundle in a process of its own', () => {
  it('answers a request before anything was imported', async () => {
    const { answers } = await invoke('api', [restEvent('/healthz'), restEvent('/readyz')]);
    expect(answers[0]).toMatchObject({ statusCode: 200, body: '{"ok":true}' });
    expect(answers[1]).toMatchObject({ statusCode: 503 });
    expect(bodyOf(answers[1])).toMatchObject({ ready: false });
  });

  it('describes itself as the source does, though the bundle leaves parts of zod out', async () => {
    const { answers } = await invoke('api', [restEvent('/openapi.json')]);
    const { app } = await apiOver([]);
    const described: unknown = await (await app.request('/openapi.json')).json();
    expect(bodyOf(answers[0])).toEqual(described);
  });

  it('refuses settings that are missing, naming the setting', async () => {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', `await import(${JSON.stringify(pathOf('api'))})`],
      {
        env: { VEREINBAR_REGION: region },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(printed).toContain('VEREINBAR_CURSOR_KEY must be 32 characters or more');
  });

  it('hands what it cannot work off back to the queue, one message at a time', async () => {
    const { answers, logged } = await invoke('fetch', [
      queueEvent('no JSON'),
      queueEvent({ feed: 'never-there' }),
      queueEvent({ feed: feeds[0]!.id, more: 1 }),
    ]);
    const again = { batchItemFailures: [{ itemIdentifier: '059f36b4-87a3-44ab-83d2-661975830a7d' }] };
    expect(answers).toEqual([again, again, again]);
    expect(logged).toContain('"reason":"feed-unknown"');
    expect(cloud.messages).toEqual([]);
  });

  it('together they bring every feed of the region from its source to an answer', async () => {
    const fetched = await invoke(
      'fetch',
      feeds.map(({ id }) => queueEvent({ feed: id })),
    );
    expect(fetched.answers).toEqual(feeds.map(() => ({ batchItemFailures: [] })));
    expect(cloud.objects.size).toBe(feeds.length);

    const imported = await invoke('import', [...cloud.messages, ...cloud.messages].map(queueEvent));
    expect(imported.answers).toEqual([...feeds, ...feeds].map(() => ({ batchItemFailures: [] })));
    expect(imported.logged.match(/"import-published"/g)).toHaveLength(feeds.length);
    expect(imported.logged.match(/"import-unchanged"/g)).toHaveLength(feeds.length);

    const before = cloud.messages.length;
    const planned = await invoke('import', [queueEvent({ feed: feeds[0]!.id, part: 'changes' })]);
    expect(planned.answers).toEqual([{ batchItemFailures: [] }]);
    const [plan = ''] = cloud.messages.splice(before);
    expect(JSON.parse(plan)).toEqual({
      feed: feeds[0]!.id,
      part: 'changes',
      since: expect.any(Number) as number,
    });
    expect(fetchOrder.safeParse(JSON.parse(plan)).success).toBe(true);

    const hourly = feeds.filter(({ occupancyMinute }) => occupancyMinute !== undefined);
    const ordered = cloud.messages.length;
    await invoke(
      'fetch',
      hourly.map(({ id }) => queueEvent({ feed: id, part: 'occupancy' })),
    );
    const seats = await invoke('import', cloud.messages.slice(ordered).map(queueEvent));
    expect(seats.answers).toEqual(hourly.map(() => ({ batchItemFailures: [] })));
    expect(seats.logged.match(/"seats-updated"/g)).toHaveLength(hourly.length);

    const mother = readFileSync('test/journeys/situations/dortmund-mother-of-two.json', 'utf8');
    const question = { ...(JSON.parse(mother) as object), levers: true };
    const { answers } = await invoke('api', [
      restEvent('/readyz'),
      restEvent('/v1/offers'),
      {
        ...restEvent('/v1/matches'),
        httpMethod: 'POST',
        multiValueHeaders: { 'Content-Type': ['application/json'] },
        body: JSON.stringify(question),
      },
    ]);
    expect(bodyOf(answers[0])).toMatchObject({ ready: true, degraded: false });
    expect((bodyOf(answers[0])['feeds'] as { feed: string }[]).map(({ feed }) => feed)).toEqual(
      feeds.map(({ id }) => id).toSorted(),
    );
    expect(answers[1]).toMatchObject({ statusCode: 200 });
    expect(bodyOf(answers[2])['levers']).toHaveLength(5);
  });

  it('sweeps what is stored, and tells an operator what was done and which orders there are', async () => {
    const swept = await invoke('sweep', [{ order: 'sweep' }]);
    expect(swept.answers).toMatchObject([{ version: 0, catalogue: 0, chunk: 0, leftAlone: [] }]);
    expect(swept.logged).toContain('"store-swept"');
    const { answers } = await invoke('operate', [{ release: feeds[0]!.id }, { relaese: feeds[0]!.id }]);
    expect(answers).toMatchObject([
      { done: false, result: 'nothing-held-back' },
      { done: false, result: 'not-an-order', wanted: expect.stringContaining('"release"') as string },
    ]);
  });

  it('lets a partner write with its key: what the authorizer says goes with the request, and the API has the offer', async () => {
    const keys = createDynamoPartnerKeys(embedded.access);
    const [texts, seal] = [createKeyTexts(stage), createHmacSeal(PEPPER)];
    const issued = await issueKey({ keys, texts, seal, clock: Date.now }, parseRegionId(region)!, WRITER);
    if (!issued.ok) throw new Error(issued.failure);
    const methodArn =
      'arn:aws:execute-api:eu-central-1:000000000000:abcdefghij/live/PUT/v1/partners/me/offers/k-1';
    const token = (authorizationToken: string) => ({ type: 'TOKEN', authorizationToken, methodArn });
    const asked = await invoke('authorizer', [
      token(`Bearer ${issued.value.text}`),
      token(`Bearer ${texts.make().text}`),
    ]);
    expect(asked.answers).toMatchObject([
      { policyDocument: { Statement: [{ Effect: 'Allow' }] }, context: { feed: 'traeger' } },
      { policyDocument: { Statement: [{ Effect: 'Deny' }] } },
    ]);

    const { context } = asked.answers[0] as { context: object };
    const offer = sentOffer({
      places: [],
      online: true,
      timetable: { certainty: 'stated', complete: false },
    });
    const plain = restEvent('/v1/partners/me/offers/k-1');
    const headers = { 'Content-Type': ['application/json'], 'If-None-Match': ['*'] };
    const put = (authorizer: object) => ({
      ...plain,
      httpMethod: 'PUT',
      headers: null,
      multiValueHeaders: headers,
      // As it comes with every media type taken for bytes.
      body: Buffer.from(JSON.stringify(offer)).toString('base64'),
      isBase64Encoded: true,
      requestContext: { ...plain.requestContext, authorizer },
    });
    const download = {
      ...restEvent('/v1/partners/me/supplements.xlsx'),
      requestContext: {
        ...plain.requestContext,
        authorizer: { name: 'VHS', feed: feeds.at(-1)!.id, scopes: 'supplements' },
      },
    };
    const { answers } = await invoke('partner', [
      put({}),
      put({ ...context, principalId: 'traeger', integrationLatency: 3 }),
      download,
    ]);
    expect(answers).toMatchObject([
      { statusCode: 401 },
      { statusCode: 201 },
      { statusCode: 200, isBase64Encoded: true },
    ]);
    expect((answers[2] as RestAnswer).body).toMatch(/^UEsD/); // PK
    const read = await invoke('api', [restEvent('/v1/offers/traeger:k-1')]);
    expect(bodyOf(read.answers[0])).toMatchObject({ freshness: { statedBy: WRITER.name } });
  });

  it('takes a file of a partner, small by itself and large by an address, imports both, and tells what became of them', async () => {
    const authorizer = { name: 'Tr%C3%A4ger', feed: 'verein', scopes: 'offers' };
    const ask = (
      httpMethod: string,
      path: string,
      own: { body?: string; key?: string; query?: object } = {},
    ) => {
      const plain = restEvent(path);
      return {
        ...plain,
        httpMethod,
        multiValueQueryStringParameters: own.query ?? null,
        multiValueHeaders: {
          'Content-Type': ['application/json'],
          ...(own.key !== undefined && { 'Idempotency-Key': [`"${own.key}"`] }),
        },
        body: own.body === undefined ? null : Buffer.from(own.body).toString('base64'),
        isBase64Encoded: own.body !== undefined,
        requestContext: { ...plain.requestContext, authorizer },
      };
    };
    const timeless = { places: [], online: true, timetable: { certainty: 'stated', complete: false } };
    const small = JSON.stringify([sentOffer(timeless)]);
    const large = JSON.stringify([sentOffer(timeless), sentOffer({ ...timeless, id: 'k-2' })]);
    const sha256 = createHash('sha256').update(large).digest('hex');
    const wanted = JSON.stringify({ sha256, bytes: large.length });
    const ordered = cloud.messages.length;
    const { answers } = await invoke('partner', [
      ask('POST', '/v1/partners/me/imports', { body: small, key: 'small' }),
      ask('POST', '/v1/partners/me/uploads', { body: wanted }),
      ask('POST', '/v1/partners/me/imports', { key: 'large', query: { upload: [sha256] } }),
    ]);
    expect(answers.map((answer) => (answer as RestAnswer).statusCode)).toEqual([202, 200, 202]);
    const { url, headers } = bodyOf(answers[1]) as { url: string; headers: Record<string, string> };
    const { 'content-length': _byFetch, ...sent } = headers;
    expect((await fetch(url, { method: 'PUT', headers: sent, body: large })).status).toBe(200);
    await invoke('import', cloud.messages.slice(ordered).map(queueEvent));
    const ids = [answers[0], answers[2]].map((answer) => String(bodyOf(answer)['id']));
    const reports = await invoke(
      'partner',
      ids.map((id) => ask('GET', `/v1/partners/me/imports/${id}`)),
    );
    expect(reports.answers.map(bodyOf)).toMatchObject([
      { state: 'done', counts: { added: 1 } },
      { state: 'done', counts: { added: 1, changed: 0 } },
    ]);
    const read = await invoke('api', [restEvent('/v1/offers/verein:k-2')]);
    expect(bodyOf(read.answers[0])).toMatchObject({ freshness: { statedBy: 'Träger' } });
  });

  it('shows the form with its styles', async () => {
    const { answers } = await invoke('web', [restEvent('/de/beratung')]);
    const { statusCode: status, body } = answers[0] as RestAnswer;
    expect(status).toBe(200);
    const sheet = /\/styles\/[\w.-]+\.css/.exec(body)?.[0];
    expect(sheet).toBeDefined();
    const styles = await invoke('web', [restEvent(sheet!)]);
    expect(styles.answers[0]).toMatchObject({ statusCode: 200 });
  });
});
