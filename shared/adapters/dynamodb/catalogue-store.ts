import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import { createDynamoCataloguePublisher } from './catalogue-publisher.ts';
import { createDynamoCatalogueReader } from './catalogue-reader.ts';
import { readPublications } from './change-log.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { hide, unhide } from './hidden-list.ts';

/**
 * Catalogues in the table. Keys, all of them beginning with the region: `FEEDS / <feed>` pointer and lease, `CAT#<feed> /
 * <id>` the list of pieces, `CHK#<feed>#<hash> / C` a piece, `LOG#<feed> / <sequence>` past moves, `HIDDEN / <kind>#<id>`.
 */
export function createDynamoCatalogueStore(access: DynamoAccess): CatalogueStore {
  return {
    ...createDynamoCatalogueReader(access),
    ...createDynamoCataloguePublisher(access),
    readPublications: (region, feed, limit) => readPublications(access, region, feed, limit),
    hide: (region, target, now) => hide(access, region, target, now),
    unhide: (region, target) => unhide(access, region, target),
  };
}
