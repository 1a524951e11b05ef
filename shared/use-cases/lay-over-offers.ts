import type { Offer } from '../domain/offer/offer.ts';
import { hasDates, layOver, type Supplement } from '../domain/offer/supplement.ts';
import type { NoticeLog } from '../feeds/notice-log.ts';
import { noticeOf } from '../feeds/notice.ts';
import { hashSettings } from './hash-offer.ts';
import { holdOffers, type HeldOffers } from './held-offers.ts';
import { textStateOf } from './text-state.ts';

/**
 * The offers of a feed with what their providers stated. A supplement waits, with a notice, while the text of its offer is
 * another one than it was stated for; nothing is guessed from it.
 */
export function layOverOffers(
  offers: HeldOffers,
  supplements: readonly Supplement[],
  notices: Pick<NoticeLog, 'add'>,
): HeldOffers {
  if (supplements.length === 0) return offers;
  const byOffer = new Map(supplements.map((supplement) => [supplement.offer, supplement]));
  const laid = holdOffers();
  for (const [index, id] of offers.ids.entries()) {
    const offer = offers.read(index);
    const supplement = byOffer.get(id);
    laid.add(supplement === undefined ? offer : laidOver(offer, supplement, index + 1, notices));
  }
  return laid.held;
}

function laidOver(
  offer: Offer,
  supplement: Supplement,
  number: number,
  notices: Pick<NoticeLog, 'add'>,
): Offer {
  const record = { number, id: offer.id.slice(offer.freshness.feed.length + 1) };
  if (supplement.textState !== textStateOf(offer)) {
    notices.add(noticeOf('supplement-outdated', { record }));
    return offer;
  }
  if (supplement.facts.times !== undefined && hasDates(offer))
    notices.add(noticeOf('supplement-times-known', { record, field: 'timetable' }));
  return layOver(offer, supplement);
}

/** What decides, beside its bytes, which offers a feed gives; the empty text where nothing is stated. */
export function supplementsState(supplements: readonly Supplement[]): string {
  return supplements.length === 0 ? '' : hashSettings({ supplements });
}
