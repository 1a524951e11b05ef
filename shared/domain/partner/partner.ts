import type { FeedId } from '../offer/offer-id.ts';

/**
 * What a key may do: `offers` writes the offers of a feed of the partner's own, one by one or all as a file; `supplements`
 * states facts beside a feed that is imported.
 */
export const PARTNER_SCOPES = ['offers', 'supplements'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** Who a key speaks for: the name shown as source, the one feed it may touch, and what it may do there. */
export type Partner = {
  readonly name: string;
  readonly feed: FeedId;
  readonly scopes: readonly PartnerScope[];
};

/** Whether a text is a scope. */
export function isPartnerScope(text: string): text is PartnerScope {
  return PARTNER_SCOPES.some((scope) => scope === text);
}
