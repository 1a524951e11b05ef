import { failed, type Result } from '../../domain/result.ts';
import type { FeedFormat, RawRecord, ReadFailure } from '../feed-format.ts';
import { isZip, unzipFiles } from '../zip/unzip-files.ts';
import { readCatalogue } from './read-catalogue.ts';
import { createToOffer } from './to-offer.ts';

/**
 * OpenQ-cat 1.1: the catalogue a training provider sends to the Bundesagentur für Arbeit, as XML, plain or gzip; or a zip of
 * a full catalogue and the updates after it, in the order of their names (`1.xml`, `2.xml` … `10.xml`).
 */
export const OPENQ_CAT: FeedFormat = {
  id: 'openq-cat',
  version: 1,
  read: (bytes) => (isZip(bytes) ? readArchive(bytes) : readCatalogue([bytes])),
  toOffer: createToOffer(),
};

async function* readArchive(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const files = await unzipFiles(bytes, 'xml');
  if (!files.ok) {
    yield failed({ ...files.failure, record: 0 });
    return;
  }
  const byName = new Intl.Collator('en', { numeric: true }).compare;
  const inOrder = [...files.value].toSorted(([one], [other]) => byName(one, other)).map(([, file]) => file);
  if (inOrder.length === 0) yield failed({ code: 'catalogue-missing', byte: 0, record: 0, field: '*.xml' });
  else yield* readCatalogue(inOrder);
}
