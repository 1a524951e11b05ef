import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import { readCatalogue, readIndex } from './catalogue-content.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { readHidden } from './hidden-list.ts';
import { readPointers } from './pointers.ts';

/** What answering needs of the catalogues: GetItem and Query alone, so that a function made of it can be given no more. */
export function createDynamoCatalogueReader(
  access: DynamoAccess,
): Pick<CatalogueStore, 'readPointers' | 'readCatalogue' | 'readIndex' | 'readHidden'> {
  return {
    readPointers: (region) => readPointers(access, region),
    readCatalogue: (region, feed, id) => readCatalogue(access, region, feed, id),
    readIndex: (region, feed, id) => readIndex(access, region, feed, id),
    readHidden: (region) => readHidden(access, region),
  };
}
