import { describe, expect, it } from 'vitest';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import type { PartnerImports } from '../../shared/ports/partner-imports.ts';
import type { PartnerQuota } from '../../shared/ports/partner-quota.ts';
import type { PartnerKeys, StoredKey } from '../../shared/ports/partner-keys.ts';
import { FEED, freshRegion } from '../support/numbered-offers.ts';

const key = (id: string, own: Partial<StoredKey> = {}): StoredKey => ({
  id,
  partner: { name: 'Träger', feed: FEED, scopes: ['offers', 'supplements'] },
  sealed: 'seal',
  createdAt: 1,
  ...own,
});

/** What every PartnerKeys has to keep; run over each adapter. */
export function partnerKeysContract(name: string, open: () => PartnerKeys): void {
  describe(`${name} as PartnerKeys`, () => {
    it('gives back a key as it was written, and lists all of a region ascending by id', async () => {
      const [keys, region] = [open(), freshRegion()];
      const ended = key('b', { notAfter: 20, revokedAt: 10 });
      await keys.writeKey(region, ended);
      await keys.writeKey(region, key('a'));
      expect(await keys.readKey(region, 'a')).toEqual(key('a'));
      expect(await keys.readKeys(region)).toEqual([key('a'), ended]);
    });

    it('writes over the key of the same id', async () => {
      const [keys, region] = [open(), freshRegion()];
      await keys.writeKey(region, key('a'));
      await keys.writeKey(region, key('a', { revokedAt: 5 }));
      expect(await keys.readKeys(region)).toEqual([key('a', { revokedAt: 5 })]);
    });

    it('knows no key of another region, and none that was never written', async () => {
      const [keys, region] = [open(), freshRegion()];
      await keys.writeKey(region, key('a'));
      expect(await keys.readKey(freshRegion(), 'a')).toBeUndefined();
      expect(await keys.readKey(region, 'b')).toBeUndefined();
      expect(await keys.readKeys(freshRegion())).toEqual([]);
    });
  });
}

const NOW = 1_000_000;
const claim = (own: object = {}) => ({
  id: 'one',
  fingerprint: 'f',
  startedAt: NOW,
  deadFrom: NOW - 30,
  forgottenFrom: NOW - 1000,
  ...own,
});

/** What every PartnerImports has to keep; run over each adapter. */
export function partnerImportsContract(name: string, open: () => PartnerImports): void {
  describe(`${name} as PartnerImports`, () => {
    const begin = async (own: object = {}) => {
      const [imports, region] = [open(), freshRegion()];
      expect(await imports.claimImport(region, FEED, claim(own))).toEqual({ ok: true, value: undefined });
      const started = { id: 'one', fingerprint: 'f', startedAt: NOW, ...own };
      return { imports, region, started };
    };

    it('lets one work on an import and shows it to the others', async () => {
      const { imports, region, started } = await begin();
      expect(await imports.readImport(region, FEED, 'one')).toEqual(started);
      expect(await imports.claimImport(region, FEED, claim())).toEqual({ ok: false, failure: started });
    });

    it('of many at once exactly one', async () => {
      const [imports, region] = [open(), freshRegion()];
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => imports.claimImport(region, FEED, claim())),
      );
      expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('gives one that died to who wants the same, not to who wants another', async () => {
      const { imports, region } = await begin({ startedAt: NOW - 30 });
      expect((await imports.claimImport(region, FEED, claim({ fingerprint: 'g' }))).ok).toBe(false);
      expect((await imports.claimImport(region, FEED, claim({ deadFrom: NOW - 31 }))).ok).toBe(false);
      expect((await imports.claimImport(region, FEED, claim())).ok).toBe(true);
    });

    it('keeps what is done from being done again, until it is forgotten', async () => {
      const { imports, region, started } = await begin({ startedAt: NOW - 999 });
      const done = { ...started, report: '{}' };
      await imports.finishImport(region, FEED, done);
      expect(await imports.claimImport(region, FEED, claim())).toEqual({ ok: false, failure: done });
      expect((await imports.claimImport(region, FEED, claim({ forgottenFrom: NOW - 999 }))).ok).toBe(true);
      expect(await imports.readImport(region, FEED, 'one')).toEqual(claimed());
    });

    it('keeps what file is worked on, and lists all of a feed', async () => {
      const file = { original: 'a', name: 'Träger', dryRun: true, format: 'hsds', map: 'kurse' } as const;
      const { imports, region, started } = await begin({ file });
      expect(await imports.readImport(region, FEED, 'one')).toEqual({ ...started, file });
      const done = { ...started, file, report: '{}' };
      await imports.finishImport(region, FEED, done);
      await imports.claimImport(region, FEED, claim({ id: 'two' }));
      await imports.claimImport(region, parseFeedId(`${FEED}-2`)!, claim({ id: 'three' }));
      const all = await imports.readImports(region, FEED);
      expect(all.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
        done,
        { ...claimed(), id: 'two' },
      ]);
    });

    it('keeps feeds and regions apart', async () => {
      const { imports, region } = await begin();
      const other = parseFeedId('other-feed')!;
      expect(await imports.readImport(region, other, 'one')).toBeUndefined();
      expect((await imports.claimImport(region, other, claim())).ok).toBe(true);
      expect(await imports.readImport(freshRegion(), FEED, 'one')).toBeUndefined();
    });
  });
}

/** What every PartnerQuota has to keep; run over each adapter. */
export function partnerQuotaContract(name: string, open: () => PartnerQuota): void {
  describe(`${name} as PartnerQuota`, () => {
    it('counts each request of a window once, however many come at once', async () => {
      const [quota, region] = [open(), freshRegion()];
      const counts = await Promise.all(
        Array.from({ length: 20 }, () => quota.countRequest(region, FEED, 60_000)),
      );
      expect(counts.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });

    it('begins anew with the next window, for another feed and in another region', async () => {
      const [quota, region] = [open(), freshRegion()];
      await quota.countRequest(region, FEED, 0);
      expect(await quota.countRequest(region, FEED, 60_000)).toBe(1);
      expect(await quota.countRequest(region, parseFeedId('other-feed')!, 60_000)).toBe(1);
      expect(await quota.countRequest(freshRegion(), FEED, 60_000)).toBe(1);
    });
  });
}

function claimed() {
  return { id: 'one', fingerprint: 'f', startedAt: NOW };
}
