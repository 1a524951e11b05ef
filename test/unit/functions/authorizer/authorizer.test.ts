import { beforeEach, describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../../functions/authorizer/app.ts';
import { createHmacSeal } from '../../../../shared/adapters/crypto/hmac-seal.ts';
import { createKeyTexts } from '../../../../shared/adapters/crypto/key-texts.ts';
import { createMemoryPartnerKeys } from '../../../../shared/adapters/memory/partner-keys.ts';
import type { PartnerKeys } from '../../../../shared/ports/partner-keys.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { issueKey, revokeKey } from '../../../../shared/use-cases/issue-key.ts';
import { recordLog, type RecordedLog } from '../../../support/log-matcher.ts';
import { PROVIDER, WRITER } from '../../../support/partner-under-test.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const METHOD = 'arn:aws:execute-api:eu-central-1:123456789012:abcdef/live/PUT/v1/partners/me/offers/k-1';
const region = SOME_REGION.region.id;
const seal = createHmacSeal('a pepper of the tests');
const texts = createKeyTexts('staging');

let keys: PartnerKeys;
let logged: RecordedLog;
let reads: number;
let now: number;
const clock = () => now;
beforeEach(() => {
  keys = createMemoryPartnerKeys();
  logged = recordLog();
  reads = 0;
  now = Date.parse('2026-11-22T12:00:00Z');
});

const authorize = (token: string | undefined, store: Pick<PartnerKeys, 'readKey'> = keys) =>
  createAuthorizer({
    keys: {
      readKey: (...about) => {
        reads += 1;
        return store.readKey(...about);
      },
    },
    texts,
    seal,
    clock,
    region,
    log: logged.log,
  })({ type: 'TOKEN', methodArn: METHOD, ...(token === undefined ? {} : { authorizationToken: token }) });
const effectOf = async (token: string | undefined) =>
  (await authorize(token)).policyDocument.Statement[0].Effect;
async function issued(notAfter?: number) {
  const key = await issueKey({ keys, texts, seal, clock }, region, WRITER, notAfter);
  if (!key.ok) throw new Error(key.failure);
  return key.value;
}
const withDigit = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;

describe('a key that was issued', () => {
  it('lets its partner pass on every path of partners, whichever was asked for first', async () => {
    const { text } = await issued();
    expect(await authorize(`Bearer ${text}`)).toEqual({
      principalId: 'traeger',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws:execute-api:eu-central-1:123456789012:abcdef/live/*/v1/partners/me/*',
          },
        ],
      },
      context: { name: 'Tr%C3%A4ger%20der%20Stadt', feed: 'traeger', scopes: 'offers' },
    });
  });

  it('is kept as a seal of its secret alone', async () => {
    const { text, id } = await issued();
    const [, , , secret = ''] = text.split('_');
    const stored = JSON.stringify(await keys.readKeys(region));
    expect(stored).toContain(id);
    expect(secret).toHaveLength(43);
    expect(stored).not.toContain(secret);
  });

  it('ends when it is revoked, and at its last instant', async () => {
    const { text, id } = await issued();
    await revokeKey({ keys, clock }, region, id);
    expect(await effectOf(`Bearer ${text}`)).toBe('Deny');
    expect(logged).toHaveLogged('partner-key-refused', { reason: 'key-ended' });
    const other = await issued(now + 1000);
    expect(await effectOf(`Bearer ${other.text}`)).toBe('Allow');
    now += 1000;
    expect(await effectOf(`Bearer ${other.text}`)).toBe('Deny');
  });

  it('has one beside it while keys are changed, and no third', async () => {
    const first = await issued();
    const second = await issued();
    expect(await issueKey({ keys, texts, seal, clock }, region, WRITER)).toEqual({
      ok: false,
      failure: 'two-live-keys',
    });
    expect((await issueKey({ keys, texts, seal, clock }, region, PROVIDER)).ok).toBe(true);
    await revokeKey({ keys, clock }, region, first.id);
    expect((await issueKey({ keys, texts, seal, clock }, region, WRITER)).ok).toBe(true);
    expect(await effectOf(`Bearer ${second.text}`)).toBe('Allow');
  });
});

describe('what is no key', () => {
  it('is refused without a look at the store: mistyped, of another stage, of another form', async () => {
    const { text } = await issued();
    const tokens = [
      undefined,
      '',
      text,
      `bearer ${text}`,
      `Basic ${text}`,
      `Bearer  ${text}`,
      `Bearer ${createKeyTexts('production').make().text}`,
      `Bearer ${text.replace('staging', 'production')}`,
      ...Array.from({ length: text.length }, (_, at) => `Bearer ${withDigit(text, at)}`),
    ];
    for (const token of tokens) expect(await effectOf(token), token).toBe('Deny');
    expect(reads).toBe(0);
  });

  it('is none that is well formed but was never issued, or sealed under another secret', async () => {
    for (let tried = 0; tried < 1000; tried++)
      expect(await effectOf(`Bearer ${texts.make().text}`)).toBe('Deny');
    const other = createHmacSeal('another pepper');
    const foreign = await issueKey({ keys, texts, seal: other, clock }, region, WRITER);
    expect(await effectOf(`Bearer ${foreign.ok ? foreign.value.text : ''}`)).toBe('Deny');
    expect(logged).toHaveLogged('partner-key-refused', { reason: 'key-unknown' });
  });

  it('is none whose id is right and whose secret is not', async () => {
    const { id } = await issued();
    const stored = (await keys.readKey(region, id))!;
    const made = texts.make();
    await keys.writeKey(region, { ...stored, id: made.id });
    expect(await effectOf(`Bearer ${made.text}`)).toBe('Deny');
  });

  it('leaves no trace in the log', async () => {
    await authorize(`Bearer ${(await issued()).text}`);
    await authorize('Bearer Kanarie1x');
    expect(logged.lines.join('')).not.toMatch(/Kanarie|vrb_/);
  });
});

it('an outage of the store is no refusal: it is thrown, so that nobody remembers it', async () => {
  const { text } = await issued();
  const down = { readKey: () => Promise.reject(new StoreUnavailable('out')) };
  await expect(authorize(`Bearer ${text}`, down)).rejects.toThrow(StoreUnavailable);
});
