import type { PartnerKeys, StoredKey } from '../../ports/partner-keys.ts';

/** Keys of partners in the memory of this process, gone with it. */
export function createMemoryPartnerKeys(): PartnerKeys {
  const kept = new Map<string, StoredKey>();
  return {
    readKey: (region, id) => Promise.resolve(kept.get(`${region}#${id}`)),
    readKeys: (region) =>
      Promise.resolve(
        [...kept]
          .filter(([name]) => name.startsWith(`${region}#`))
          .map(([, key]) => key)
          .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      ),
    writeKey: (region, key) => {
      kept.set(`${region}#${key.id}`, structuredClone(key));
      return Promise.resolve();
    },
  };
}
