import * as z from 'zod';
import { parseCatalogueId } from '../../shared/domain/offer/catalogue.ts';
import { parseOfferId } from '../../shared/domain/offer/offer-id.ts';
import type { HiddenTarget } from '../../shared/ports/catalogue-store.ts';
import { feedId } from './queue-event.ts';

const catalogueId = z.string().transform((text, context) => {
  const id = parseCatalogueId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-a-catalogue-id' });
  return z.NEVER;
});

const offerId = z.string().transform((text, context) => {
  const id = parseOfferId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-an-offer-id' });
  return z.NEVER;
});

const LONGEST_PROVIDER = 200;

/** One offer, all of a provider, or a whole feed. */
const target = z.union([
  z.strictObject({ offer: offerId }).transform(({ offer }): HiddenTarget => ({ kind: 'offer', id: offer })),
  z
    .strictObject({ provider: z.string().min(1).max(LONGEST_PROVIDER) })
    .transform(({ provider }): HiddenTarget => ({ kind: 'provider', id: provider })),
  z.strictObject({ feed: feedId }).transform(({ feed }): HiddenTarget => ({ kind: 'feed', id: feed })),
]);

/**
 * What an operator may order: `{ "release": "vhs" }` lets through what a guard held back of a feed, `{ "discard": "vhs" }`
 * throws it away, `{ "rollBack": "vhs" }` makes its previous catalogue current again, or the one that `to` names;
 * `{ "hide": { "offer": "vhs:1" } }` takes an offer, a `provider` or a `feed` out of sight over any import, `show` takes that
 * back, `{ "list": "hidden" }` tells what is hidden.
 */
export const operatorOrder = z.union([
  z.strictObject({ release: feedId }),
  z.strictObject({ discard: feedId }),
  z.strictObject({ rollBack: feedId, to: catalogueId.exactOptional() }),
  z.strictObject({ hide: target }),
  z.strictObject({ show: target }),
  z.strictObject({ list: z.literal('hidden') }),
]);

/** One of them. */
export type OperatorOrder = z.output<typeof operatorOrder>;

/** The feed that an order is about, if it is about one. */
export function feedOf(order: OperatorOrder): string | undefined {
  if ('release' in order) return order.release;
  if ('discard' in order) return order.discard;
  if ('rollBack' in order) return order.rollBack;
  if ('list' in order) return undefined;
  const { kind, id } = 'hide' in order ? order.hide : order.show;
  switch (kind) {
    case 'feed':
      return id;
    case 'offer':
      return id.slice(0, id.indexOf(':'));
    case 'provider':
      return undefined;
  }
}

/** The forms of it, for who wrote something else. */
export const ORDERS_WANTED =
  '{"release":"<feed>"}, {"discard":"<feed>"}, {"rollBack":"<feed>","to":"<catalogue, else the previous one>"}, ' +
  '{"hide":{"offer":"<feed>:<id>"}} (or "provider" or "feed"), {"show":…} to take that back, or {"list":"hidden"}';
