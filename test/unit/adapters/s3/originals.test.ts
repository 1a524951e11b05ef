import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOriginalKeeper, createOriginalReader } from '../../../../shared/adapters/s3/originals.ts';
import { createS3Client, S3_LIMITS } from '../../../../shared/adapters/s3/s3-client.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { FEED } from '../../../support/numbered-offers.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const s3 = mockClient(S3Client);
beforeEach(() => {
  s3.reset();
});
const region = SOME_REGION.region.id;
const bytes = Buffer.from('id;title');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const at = { client: new S3Client({}), bucket: 'originals' };
const answered = (content: Uint8Array) =>
  ({ Body: { transformToByteArray: () => Promise.resolve(content) } }) as never;

describe('an original', () => {
  it('is kept under region, feed and hash, which the store checks', async () => {
    s3.on(PutObjectCommand).resolves({});
    await createOriginalKeeper(at).keep(region, FEED, { bytes, sha256 });
    expect(s3.commandCalls(PutObjectCommand)[0]!.args[0].input).toEqual({
      Bucket: 'originals',
      Key: `${region}/${FEED}/${sha256}`,
      Body: bytes,
      ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
      ContentType: 'application/octet-stream',
    });
  });

  it('is read as it was kept', async () => {
    s3.on(GetObjectCommand, { Bucket: 'originals', Key: `${region}/${FEED}/${sha256}` }).resolves(
      answered(bytes),
    );
    expect(await createOriginalReader(at).read(region, FEED, sha256)).toEqual({
      ok: true,
      value: { bytes, sha256 },
    });
  });

  it('that has other bytes than its name says is unreadable', async () => {
    s3.on(GetObjectCommand).resolves(answered(Buffer.from('id;other')));
    expect(await createOriginalReader(at).read(region, FEED, sha256)).toEqual({
      ok: false,
      failure: 'source-unreadable',
    });
  });

  it('that is gone is not found', async () => {
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }));
    expect(await createOriginalReader(at).read(region, FEED, sha256)).toEqual({
      ok: false,
      failure: 'source-not-found',
    });
  });

  it.each(['AccessDenied', 'SlowDown', 'TimeoutError'])(
    'cannot be had when the store says %s',
    async (name) => {
      const error = Object.assign(new Error('with a name of a bucket inside'), { name });
      s3.rejects(error);
      const reading = createOriginalReader(at).read(region, FEED, sha256);
      await expect(reading).rejects.toThrow(new StoreUnavailable(`originals: ${name}`));
      const keeping = createOriginalKeeper(at).keep(region, FEED, { bytes, sha256 });
      await expect(keeping).rejects.toThrow(StoreUnavailable);
    },
  );
});

it('the client gives up on a store that stays silent', async () => {
  const { requestHandler, maxAttempts } = createS3Client().config;
  expect(await maxAttempts()).toBe(S3_LIMITS.maxAttempts);
  const config = await (requestHandler as unknown as { configProvider: Promise<Record<string, unknown>> })
    .configProvider;
  expect(config).toMatchObject({
    connectionTimeout: S3_LIMITS.connectionTimeoutMs,
    requestTimeout: S3_LIMITS.attemptTimeoutMs,
    throwOnRequestTimeout: true,
  });
});
