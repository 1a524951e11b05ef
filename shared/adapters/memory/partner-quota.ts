import type { PartnerQuota } from '../../ports/partner-quota.ts';

/** Counts in the memory of this process; a window is forgotten when the feed's next one begins. */
export function createMemoryPartnerQuota(): PartnerQuota {
  const counts = new Map<string, { readonly startedAt: number; readonly used: number }>();
  return {
    countRequest: (region, feed, startedAt) => {
      const name = `${region}#${feed}`;
      const known = counts.get(name);
      const used = (known?.startedAt === startedAt ? known.used : 0) + 1;
      counts.set(name, { startedAt, used });
      return Promise.resolve(used);
    },
  };
}
