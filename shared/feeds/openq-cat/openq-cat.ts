import type { Result } from '../../domain/result.ts';
import type { FeedFormat, RawRecord, ReadFailure } from '../feed-format.ts';
import { isZip } from '../zip/unzip-files.ts';
import { filesInOrder } from './files-in-order.ts';
import { joinUpdate, lookForUpdate } from './join-update.ts';
import { readCatalogue } from './read-catalogue.ts';
import { createToOffer } from './to-offer.ts';

/**
 * OpenQ-cat 1.1: the catalogue a training provider sends to the Bundesagentur für Arbeit, as XML, plain or gzip; or a zip of
 * a full catalogue and the updates after it, in the order of their names (`1.xml`, `2.xml` … `10.xml`). An update alone is
 * joined with the catalogue in force to such a zip.
 */
export const OPENQ_CAT: FeedFormat = {
  id: 'openq-cat',
  version: 1,
  read: (bytes) => (isZip(bytes) ? readArchive(bytes) : readCatalogue([bytes])),
  toOffer: createToOffer(),
  updates: { look: lookForUpdate, join: joinUpdate },
};

async function* readArchive(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const files = await filesInOrder(bytes);
  if (files.ok) yield* readCatalogue(files.value);
  else yield files;
}
