import { canonicalJson } from '../domain/canonical-json.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { sessionWithoutPlace } from '../domain/offer/session-places.ts';
import { hidePerson } from './hide-person.ts';
import { hideRefuge } from './hide-refuge.ts';
import { noticeOf, type Notice, type RecordPlace } from './notice.ts';
import { reasonToRefuse } from './refuse-offer.ts';

/** The offer as it may be stored, or none where it must not be; then the notice is an error. */
export type Admission = { readonly offer?: Offer; readonly notices: readonly Notice[] };

/**
 * The rules for the offers of all formats, whatever a format does itself: test records, garbled texts and sessions at a place
 * that the offer does not have are refused, a place of refuge keeps its telephone alone, a childminder a square of 500 metres. Admitting an offer again changes nothing.
 */
export function admitOffer(offer: Offer, record: RecordPlace): Admission {
  const refusal = reasonToRefuse(offer);
  if (refusal !== undefined) return { notices: [noticeOf(refusal, { record })] };
  const session = sessionWithoutPlace(offer);
  if (session !== undefined)
    return { notices: [noticeOf('session-place-missing', { record, field: session.join('.') })] };
  const notices: Notice[] = [];
  let admitted = offer;
  for (const hide of [hideRefuge, hidePerson]) {
    const hidden = hide(admitted, record);
    if (hidden.notices.length === 0 || canonicalJson(hidden.offer) === canonicalJson(admitted)) continue;
    admitted = hidden.offer;
    notices.push(...hidden.notices);
  }
  return { offer: admitted, notices };
}
