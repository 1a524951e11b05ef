import type { FeedFormat } from '../feed-format.ts';
import { readCalendar } from './read-calendar.ts';
import { toOffer } from './to-offer.ts';

/** A calendar of courses (iCalendar, RFC 5545), plain or gzip. */
export const I_CALENDAR: FeedFormat = { id: 'i-calendar', version: 1, read: readCalendar, toOffer };
