import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import { readCatalogue, writeCatalogue } from './catalogue-content.ts';
import { readChanges, readPublications } from './change-log.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { hide, readHidden, unhide } from './hidden-list.ts';
import { releaseLease, takeLease } from './leases.ts';
import { markSeen, readPointers } from './pointers.ts';
import { publish } from './publish.ts';

/**
 * Catalogues in the table. Keys, all of them beginning with the region: `FEEDS / <feed>` pointer and lease, `CAT#<feed> /
 * <id>` the list of pieces, `CHK#<feed>#<hash> / C` a piece, `LOG#<feed> / <sequence>` past moves, `HIDDEN / <kind>#<id>`.
 */
export function createDynamoCatalogueStore(access: DynamoAccess): CatalogueStore {
  return {
    readPointers: (region) => readPointers(access, region),
    readCatalogue: (region, feed, id) => readCatalogue(access, region, feed, id),
    writeCatalogue: (region, catalogue) => writeCatalogue(access, region, catalogue),
    takeLease: (region, feed, wanted) => takeLease(access, region, feed, wanted),
    releaseLease: (region, lease) => releaseLease(access, region, lease),
    publish: (region, lease, publication, now) => publish(access, region, lease, publication, now),
    markSeen: (region, feed, now) => markSeen(access, region, feed, now),
    readChanges: (region, feed, after, limit) => readChanges(access, region, feed, after, limit),
    readPublications: (region, feed, limit) => readPublications(access, region, feed, limit),
    hide: (region, target, now) => hide(access, region, target, now),
    unhide: (region, target) => unhide(access, region, target),
    readHidden: (region) => readHidden(access, region),
  };
}
