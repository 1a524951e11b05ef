import type { Offer } from '../domain/offer/offer.ts';
import { isRefuge, withoutWhereabouts } from '../domain/offer/refuge.ts';
import { noticeOf, type Notice, type RecordPlace } from './notice.ts';

/** The offer as it may be stored: of a place of refuge nothing that leads there. Every other offer stays as it is. */
export function hideRefuge(
  offer: Offer,
  record: RecordPlace,
  alsoCalled: readonly string[] = [],
): { readonly offer: Offer; readonly notices: readonly Notice[] } {
  if (!isRefuge(offer, alsoCalled)) return { offer, notices: [] };
  return {
    offer: withoutWhereabouts(offer),
    notices: [noticeOf('place-confidential', { record, field: 'place' })],
  };
}
