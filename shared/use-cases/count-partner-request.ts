import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { Clock } from '../ports/clock.ts';
import type { PartnerQuota } from '../ports/partner-quota.ts';

/** How many requests a partner may send in one window. */
export const PARTNER_QUOTA = { requests: 300, windowSeconds: 60 } as const;

/** What a partner has left of its window, and in how many seconds (1 or more) the next one begins. */
export type QuotaLeft = {
  readonly isExceeded: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
};

/** What counting needs. */
export type QuotaDeps = { readonly quota: PartnerQuota; readonly clock: Clock };

/** Counts a request of the partner of a feed. Windows begin with the minute. Throws StoreUnavailable. */
export async function countPartnerRequest(
  { quota, clock }: QuotaDeps,
  region: RegionId,
  feed: FeedId,
): Promise<QuotaLeft> {
  const now = clock();
  const length = PARTNER_QUOTA.windowSeconds * 1000;
  const startedAt = Math.floor(now / length) * length;
  const used = await quota.countRequest(region, feed, startedAt);
  return {
    isExceeded: used > PARTNER_QUOTA.requests,
    remaining: Math.max(0, PARTNER_QUOTA.requests - used),
    resetSeconds: Math.max(1, Math.ceil((startedAt + length - now) / 1000)),
  };
}
