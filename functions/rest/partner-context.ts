import * as z from 'zod';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import { isPartnerScope, type Partner } from '../../shared/domain/partner/partner.ts';

/** A partner as the front door hands it on from the authorizer: flat texts, as API Gateway wants them, the name in ASCII. */
export type PartnerContext = { readonly name: string; readonly feed: string; readonly scopes: string };

/** What the authorizer says of a partner. */
export function toPartnerContext({ name, feed, scopes }: Partner): PartnerContext {
  return { name: encodeURIComponent(name), feed, scopes: scopes.join(' ') };
}

function decoded(text: string, context: z.RefinementCtx): string {
  try {
    return decodeURIComponent(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not-encoded' });
    return z.NEVER;
  }
}

const handedOver = z.object({
  requestContext: z.object({
    authorizer: z.object({ name: z.string().transform(decoded), feed: z.string(), scopes: z.string() }),
  }),
});

/** The partner whom the front door has recognised, from what the event adapter hands over; `undefined` without one. */
export function partnerOf(event: unknown): Partner | undefined {
  const parsed = handedOver.safeParse(event);
  if (!parsed.success) return undefined;
  const { name, feed, scopes } = parsed.data.requestContext.authorizer;
  const id = parseFeedId(feed);
  return id && { name, feed: id, scopes: scopes.split(' ').filter(isPartnerScope) };
}
