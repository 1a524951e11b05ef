import type { FeedFormat } from '../feed-format.ts';
import { layChangesOver } from './changed-services.ts';
import { lookForChanges } from './mark-changes.ts';
import { readPackage } from './read-package.ts';
import { readPages } from './read-pages.ts';
import { toOffer } from './to-offer.ts';
import { isZip } from '../zip/unzip-files.ts';

/** Open Referral HSDS 3.0, 3.1 and its UK profile: JSON of the API, plain or gzip, or the data package of CSV tables as zip. */
export const HSDS: FeedFormat = {
  id: 'hsds',
  version: 1,
  read: (bytes) => (isZip(bytes) ? readPackage(bytes) : readPages(bytes)),
  toOffer,
  updates: { look: (bytes) => Promise.resolve(lookForChanges(bytes)), join: layChangesOver },
};
