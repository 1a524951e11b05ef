import * as z from 'zod';
import { parseCatalogueId } from '../../shared/domain/offer/catalogue.ts';
import { feedId } from './queue-event.ts';

const catalogueId = z.string().transform((text, context) => {
  const id = parseCatalogueId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-a-catalogue-id' });
  return z.NEVER;
});

/**
 * What an operator may order: `{ "release": "vhs" }` lets through what a guard held back of a feed, `{ "discard": "vhs" }`
 * throws it away, `{ "rollBack": "vhs" }` makes its previous catalogue current again, or the one that `to` names.
 */
export const operatorOrder = z.union([
  z.strictObject({ release: feedId }),
  z.strictObject({ discard: feedId }),
  z.strictObject({ rollBack: feedId, to: catalogueId.exactOptional() }),
]);

/** The forms of it, for who wrote something else. */
export const ORDERS_WANTED =
  '{"release":"<feed>"}, {"discard":"<feed>"} or {"rollBack":"<feed>","to":"<catalogue, else the previous one>"}';
