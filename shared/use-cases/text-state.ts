import type { Offer } from '../domain/offer/offer.ts';
import { hashSettings } from './hash-offer.ts';

/**
 * The state of the words of an offer: title, long text and its own words about times, as a hash of 16 hexadecimal digits.
 * While it stays, what a provider stated for these words holds; dates, seats and prices do not count.
 */
export function textStateOf({
  title,
  summary,
  timetable,
}: Pick<Offer, 'title' | 'summary' | 'timetable'>): string {
  return hashSettings({
    title,
    ...(summary !== undefined && { summary }),
    ...(timetable.text !== undefined && { times: timetable.text }),
  });
}
