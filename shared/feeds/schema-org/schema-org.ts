import type { FeedFormat } from '../feed-format.ts';
import { readPage } from './read-page.ts';
import { toOffer } from './to-offer.ts';

/** schema.org as JSON-LD: a page of the web with its scripts, or JSON-LD alone; plain or gzip. Of providers who agreed. */
export const SCHEMA_ORG: FeedFormat = { id: 'schema-org', version: 1, read: readPage, toOffer };
