import type { FeedFormat } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { toOffer } from './to-offer.ts';

/** A list of offers in the contract's own shape, `[{…}, …]`, plain or gzip: samples of a region and offers of partners. */
export const OFFERS_JSON: FeedFormat = {
  id: 'offers-json',
  version: 1,
  read: (bytes) => readJsonRecords(bytes, '$.*'),
  toOffer,
};
