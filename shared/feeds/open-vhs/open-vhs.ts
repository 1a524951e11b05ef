import type { FeedFormat } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { toOffer } from './to-offer.ts';

/** Open-vhs in the JSON dialect of the Berlin centres: `{"veranstaltungen":{"veranstaltung":[…]}}`, plain or gzip. */
export const OPEN_VHS: FeedFormat = {
  id: 'open-vhs',
  version: 1,
  read: (bytes) => readJsonRecords(bytes, '$.veranstaltungen.veranstaltung.*'),
  toOffer,
};
