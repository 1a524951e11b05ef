import * as z from 'zod';
import { parseCatalogueId } from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { CataloguePointer } from '../../ports/catalogue-store.ts';
import { storedContentAttributes, toStoredContentAttributes, type StoredContent } from './content-chunks.ts';
import { parsedText, text, textAttribute, whole, wholeAttribute, type Item } from './item-codec.ts';

/** One move of a feed's pointer: where it points and what that changed, as a text of its own. */
export type StoredPublication = {
  readonly pointer: CataloguePointer;
  /** Fence of the lease it was published with; tells a publisher its own move when the answer to it was lost. */
  readonly fence: number;
  readonly changes: StoredContent;
  readonly changeCount: number;
};

/** The attributes of a move: those of the feed's own item while it is current, of the log's item afterwards. */
export const publicationAttributes = z.object({
  ...storedContentAttributes,
  changeCount: wholeAttribute,
  fence: wholeAttribute,
  sequence: wholeAttribute,
  catalogue: parsedText(parseCatalogueId),
  previous: parsedText(parseCatalogueId).optional(),
  rolledBackFrom: parsedText(parseCatalogueId).optional(),
  source: textAttribute.optional(),
  publishedAt: wholeAttribute,
  lastSeenAt: wholeAttribute,
});

/** A move from its attributes. */
export function toStoredPublication(
  feed: FeedId,
  attributes: z.output<typeof publicationAttributes>,
): StoredPublication {
  const { hash, bytes, chunks, changeCount, fence, previous, source, rolledBackFrom, ...rest } = attributes;
  return {
    pointer: {
      feed,
      ...rest,
      ...(previous === undefined ? {} : { previous }),
      ...(source === undefined ? {} : { source }),
      ...(rolledBackFrom === undefined ? {} : { rolledBackFrom }),
    },
    fence,
    changes: { hash, bytes, chunks },
    changeCount,
  };
}

/** A move as attributes. */
export function toPublicationAttributes(publication: StoredPublication): Item {
  const { pointer, fence, changes, changeCount } = publication;
  const { sequence, catalogue, previous, source, rolledBackFrom, publishedAt, lastSeenAt } = pointer;
  return {
    ...toStoredContentAttributes(changes),
    changeCount: whole(changeCount),
    fence: whole(fence),
    sequence: whole(sequence),
    catalogue: text(catalogue),
    ...(previous === undefined ? {} : { previous: text(previous) }),
    ...(source === undefined ? {} : { source: text(source) }),
    ...(rolledBackFrom === undefined ? {} : { rolledBackFrom: text(rolledBackFrom) }),
    publishedAt: whole(publishedAt),
    lastSeenAt: whole(lastSeenAt),
  };
}
