import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileOriginals } from '../../../../shared/adapters/file/originals.ts';
import { parseFeedId } from '../../../../shared/domain/offer/offer-id.ts';
import { parseRegionId } from '../../../../shared/domain/place/region.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { scratchFolder } from '../../../support/stores.ts';

const [REGION, FEED] = [parseRegionId('berlin')!, parseFeedId('vhs')!];
const fetchedOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};
const one = fetchedOf('one');

let folder = scratchFolder();
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});
const originals = () => createFileOriginals(folder.path);
const fileOf = ({ sha256 }: { readonly sha256: string }) => join(folder.path, REGION, FEED, sha256);

describe('originals in a folder', () => {
  it('are given back byte for byte', async () => {
    await originals().keep(REGION, FEED, one);
    const read = await originals().read(REGION, FEED, one.sha256);
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('one');
  });

  it('are written once', async () => {
    await originals().keep(REGION, FEED, one);
    utimesSync(fileOf(one), 1, 1);
    await originals().keep(REGION, FEED, one);
    expect(statSync(fileOf(one)).mtimeMs).toBe(1000);
    expect(readdirSync(join(folder.path, REGION, FEED))).toEqual([one.sha256]);
  });

  it('are not found when they are gone, and not believed when they are others', async () => {
    expect(await originals().read(REGION, FEED, one.sha256)).toEqual({
      ok: false,
      failure: 'source-not-found',
    });
    await originals().keep(REGION, FEED, one);
    writeFileSync(fileOf(one), 'two');
    expect(await originals().read(REGION, FEED, one.sha256)).toEqual({
      ok: false,
      failure: 'source-unreadable',
    });
  });

  it('are listed with their day, and removed one by one', async () => {
    const two = fetchedOf('two');
    for (const original of [one, two]) await originals().keep(REGION, FEED, original);
    utimesSync(fileOf(one), 86_400, 86_400);
    const listed = await originals().list(REGION);
    expect(listed.map(({ sha256 }) => sha256).toSorted()).toEqual([one.sha256, two.sha256].toSorted());
    expect(listed.find(({ sha256 }) => sha256 === one.sha256)).toMatchObject({
      feed: FEED,
      keptAt: 86_400_000,
    });
    await originals().remove(REGION, FEED, one.sha256);
    await originals().remove(REGION, FEED, one.sha256);
    expect((await originals().list(REGION)).map(({ sha256 }) => sha256)).toEqual([two.sha256]);
    expect(await originals().list(parseRegionId('elsewhere')!)).toEqual([]);
  });

  it('are an outage where the folder is none', async () => {
    writeFileSync(join(folder.path, REGION), '');
    await expect(originals().keep(REGION, FEED, one)).rejects.toThrow(StoreUnavailable);
    mkdirSync(fileOf({ sha256: 'x' }).replace(REGION, 'other'), { recursive: true });
    await expect(originals().read(parseRegionId('other')!, FEED, 'x')).rejects.toThrow(StoreUnavailable);
  });
});
