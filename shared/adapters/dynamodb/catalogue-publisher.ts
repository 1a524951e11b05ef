import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import { readEntries, readIndex, writeCatalogue, writeIndex } from './catalogue-content.ts';
import { readChanges } from './change-log.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { releaseLease, takeLease } from './leases.ts';
import { markSeen, readPointers } from './pointers.ts';
import { publish } from './publish.ts';

/** What an import needs of the catalogues; it deletes nothing and hides nothing. */
export function createDynamoCataloguePublisher(
  access: DynamoAccess,
): Omit<CatalogueStore, 'readCatalogue' | 'readPublications' | 'hide' | 'unhide' | 'readHidden'> {
  return {
    readPointers: (region) => readPointers(access, region),
    readEntries: (region, feed, id, take) => readEntries(access, region, feed, id, take),
    writeCatalogue: (region, catalogue) => writeCatalogue(access, region, catalogue),
    readIndex: (region, feed, id) => readIndex(access, region, feed, id),
    writeIndex: (region, feed, id, index) => writeIndex(access, region, feed, id, index),
    takeLease: (region, feed, wanted) => takeLease(access, region, feed, wanted),
    releaseLease: (region, lease) => releaseLease(access, region, lease),
    publish: (region, lease, publication, now) => publish(access, region, lease, publication, now),
    markSeen: (region, feed, now) => markSeen(access, region, feed, now),
    readChanges: (region, feed, after, limit) => readChanges(access, region, feed, after, limit),
  };
}
