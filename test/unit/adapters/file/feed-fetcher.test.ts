import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileFeedFetcher } from '../../../../shared/adapters/file/feed-fetcher.ts';

let top = '';
let folder = '';

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'feed-fetcher-'));
  folder = join(top, 'region');
  await mkdir(join(folder, 'feeds'), { recursive: true });
  await writeFile(join(folder, 'feeds', 'courses.json'), 'abc');
  await writeFile(join(top, 'outside.json'), 'secret');
});

afterEach(() => rm(top, { recursive: true }));

describe('createFileFeedFetcher', () => {
  it('gives the bytes and their SHA-256', async () => {
    expect(await createFileFeedFetcher(folder)({ file: 'feeds/courses.json' })).toEqual({
      ok: true,
      value: {
        bytes: Buffer.from('abc'),
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    });
  });

  it.each(['feeds/none.json', 'feeds', '../outside.json', '/etc/hostname', 'feeds/courses.json/x', '.'])(
    'finds nothing at %s',
    async (file) => {
      expect(await createFileFeedFetcher(folder)({ file })).toEqual({
        ok: false,
        failure: 'source-not-found',
      });
    },
  );

  it('follows no link out of the folder', async () => {
    await symlink(join(top, 'outside.json'), join(folder, 'feeds', 'link.json'));
    expect(await createFileFeedFetcher(folder)({ file: 'feeds/link.json' })).toEqual({
      ok: false,
      failure: 'source-not-found',
    });
  });

  it('refuses a file above the limit', async () => {
    expect(await createFileFeedFetcher(folder, 2)({ file: 'feeds/courses.json' })).toEqual({
      ok: false,
      failure: 'source-too-large',
    });
  });

  it('fetches nothing from the web', async () => {
    expect(await createFileFeedFetcher(folder)({ url: 'https://example.org/feed.json' })).toEqual({
      ok: false,
      failure: 'source-unreadable',
    });
  });
});
