import type { FeedFormat } from '../feed-format.ts';
import { readCatalogue } from './read-catalogue.ts';
import { createToOffer } from './to-offer.ts';

/** OpenQ-cat 1.1: the catalogue a training provider sends to the Bundesagentur für Arbeit, as XML, plain or gzip. */
export const OPENQ_CAT: FeedFormat = {
  id: 'openq-cat',
  version: 1,
  read: (bytes) => readCatalogue([bytes]),
  toOffer: createToOffer(),
};
