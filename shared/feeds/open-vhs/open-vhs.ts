import type { FeedFormat } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { readXml } from './read-xml.ts';
import { toOfferFromXml } from './to-offer-xml.ts';
import { toOffer } from './to-offer.ts';

/** Open-vhs in the JSON dialect of the Berlin centres: `{"veranstaltungen":{"veranstaltung":[…]}}`, plain or gzip. */
export const OPEN_VHS: FeedFormat = {
  id: 'open-vhs',
  version: 2,
  read: (bytes) => readJsonRecords(bytes, '$.veranstaltungen.veranstaltung.*'),
  toOffer,
};

/** Open-vhs 1.2 as XML, which the centres send to the course finder; 0.9 to 1.1 are read too. Plain or gzip. */
export const OPEN_VHS_XML: FeedFormat = {
  id: 'open-vhs-xml',
  version: 1,
  read: readXml,
  toOffer: toOfferFromXml,
};
