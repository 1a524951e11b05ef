import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok } from '../../domain/result.ts';
import type { PartnerImport, PartnerImports } from '../../ports/partner-imports.ts';

/** What partners sent, in the memory of this process, gone with it. */
export function createMemoryPartnerImports(): PartnerImports {
  const kept = new Map<string, PartnerImport>();
  const nameOf = (region: RegionId, feed: FeedId, id: string) => `${region}#${feed}#${id}`;
  return {
    claimImport: (region, feed, { deadFrom, forgottenFrom, ...wanted }) => {
      const name = nameOf(region, feed, wanted.id);
      const there = kept.get(name);
      const isFree =
        there === undefined ||
        there.startedAt <= forgottenFrom ||
        (there.report === undefined &&
          there.startedAt <= deadFrom &&
          there.fingerprint === wanted.fingerprint);
      if (!isFree) return Promise.resolve(failed(there));
      kept.set(name, wanted);
      return Promise.resolve(ok(undefined));
    },
    finishImport: (region, feed, done) => {
      kept.set(nameOf(region, feed, done.id), structuredClone(done));
      return Promise.resolve();
    },
    readImport: (region, feed, id) => Promise.resolve(kept.get(nameOf(region, feed, id))),
    readImports: (region, feed) => {
      const prefix = nameOf(region, feed, '');
      return Promise.resolve([...kept].flatMap(([name, sent]) => (name.startsWith(prefix) ? [sent] : [])));
    },
  };
}
