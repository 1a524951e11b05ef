import type { Context } from 'hono';
import { parseOfferId, type FeedId, type OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Partner, PartnerScope } from '../../shared/domain/partner/partner.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { partnerOf } from '../rest/partner-context.ts';
import type { RestEnv } from '../rest/request-log.ts';

/** The partner who sends a request, if the key allows what the route does. */
export function allowedPartner(
  c: Context<RestEnv>,
  scope: PartnerScope,
): Result<Partner, 'not-authenticated' | 'scope-missing'> {
  return partnerAllowed(c, [scope]);
}

/** The same for a route that one of several scopes is enough for. */
export function partnerAllowed(
  c: Context<RestEnv>,
  scopes: readonly PartnerScope[],
): Result<Partner, 'not-authenticated' | 'scope-missing'> {
  const partner = partnerOf(c.env);
  if (partner === undefined) return failed('not-authenticated');
  return scopes.some((scope) => partner.scopes.includes(scope)) ? ok(partner) : failed('scope-missing');
}

/** The id of one of the partner's own offers, written with its feed before it or without; none of any other feed. */
export function ownOfferId(feed: FeedId, written: string): OfferId | undefined {
  return parseOfferId(written.startsWith(`${feed}:`) ? written : `${feed}:${written}`);
}

/** Who writes which offer of their own. */
type OwnOffer = { readonly partner: Partner; readonly id: OfferId };

/** The partner's own offer that a path names by `written`, if the key allows to write offers. */
export function allowedOffer(
  c: Context<RestEnv>,
  written: string,
): Result<OwnOffer, 'not-authenticated' | 'scope-missing' | 'offer-not-found'> {
  const allowed = allowedPartner(c, 'offers');
  if (!allowed.ok) return allowed;
  const id = ownOfferId(allowed.value.feed, written);
  return id === undefined ? failed('offer-not-found') : ok({ partner: allowed.value, id });
}
