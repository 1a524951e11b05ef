import type { FeedFormat } from './feed-format.ts';
import type { FormatId } from './format-ids.ts';
import { OFFERS_JSON } from './offers-json/offers-json.ts';
import { OPEN_VHS } from './open-vhs/open-vhs.ts';

/** Every format a feed can have. A new one is a folder beside these, an id in format-ids.ts and a line here. */
export const FEED_FORMATS: Readonly<Record<FormatId, FeedFormat>> = {
  'open-vhs': OPEN_VHS,
  'offers-json': OFFERS_JSON,
};
