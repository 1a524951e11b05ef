import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import { readEntries } from './catalogue-content.ts';
import { readChanges, readPublications } from './change-log.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { releaseLease, takeLease } from './leases.ts';
import { readPointers } from './pointers.ts';

/** What a sweep needs of the catalogues: it reads them and keeps others away, and publishes nothing. */
export function createDynamoSweepCatalogues(
  access: DynamoAccess,
): Pick<
  CatalogueStore,
  'readPointers' | 'readEntries' | 'readChanges' | 'readPublications' | 'takeLease' | 'releaseLease'
> {
  return {
    readPointers: (region) => readPointers(access, region),
    readEntries: (region, feed, id, take) => readEntries(access, region, feed, id, take),
    readChanges: (region, feed, after, limit) => readChanges(access, region, feed, after, limit),
    readPublications: (region, feed, limit) => readPublications(access, region, feed, limit),
    takeLease: (region, feed, wanted) => takeLease(access, region, feed, wanted),
    releaseLease: (region, lease) => releaseLease(access, region, lease),
  };
}
