import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createUploadLinks } from '../../../../shared/adapters/s3/upload-links.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { FEED } from '../../../support/numbered-offers.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const region = SOME_REGION.region.id;
const NOW = Date.parse('2026-11-23T01:00:00Z');
const sha256 = '0'.repeat(64);
const checksum = Buffer.alloc(32).toString('base64');
const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token' };
const links = (own: object = {}) =>
  createUploadLinks({
    client: new S3Client({ region: 'eu-central-1', credentials, ...own }),
    bucket: 'originals',
    clock: () => NOW,
  });

describe('an address for an upload', () => {
  it('is that of the original, and is good for a quarter of an hour', async () => {
    const { url, until } = await links()({ region, feed: FEED, sha256, bytes: 7 });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin).toBe('https://originals.s3.eu-central-1.amazonaws.com');
    expect(pathname).toBe(`/${region}/${FEED}/${sha256}`);
    expect(searchParams.get('X-Amz-Date')).toBe('20261123T010000Z');
    expect(searchParams.get('X-Amz-Expires')).toBe('900');
    expect(until).toBe(NOW + 900_000);
  });

  it('has size, type and hash signed as headers, so that nothing else is taken there', async () => {
    const { url, headers } = await links()({ region, feed: FEED, sha256, bytes: 7 });
    expect(headers).toEqual({
      'content-length': '7',
      'content-type': 'application/octet-stream',
      'x-amz-checksum-sha256': checksum,
    });
    const { searchParams } = new URL(url);
    expect(searchParams.get('X-Amz-SignedHeaders')!.split(';')).toEqual(
      [...Object.keys(headers), 'host'].toSorted(),
    );
    for (const name of Object.keys(headers)) expect(searchParams.has(name)).toBe(false);
  });

  it.each([
    { sha256, bytes: 8 },
    { sha256: '1'.repeat(64), bytes: 7 },
  ])('of another file is signed otherwise: %j', async (other) => {
    const signature = async (file: typeof other) =>
      new URL((await links()({ region, feed: FEED, ...file })).url).searchParams.get('X-Amz-Signature');
    expect(await signature(other)).not.toBe(await signature({ sha256, bytes: 7 }));
  });

  it('cannot be made without credentials', async () => {
    const without = links({ credentials: () => Promise.reject(new Error('none here')) });
    await expect(without({ region, feed: FEED, sha256, bytes: 7 })).rejects.toThrow(StoreUnavailable);
  });
});
