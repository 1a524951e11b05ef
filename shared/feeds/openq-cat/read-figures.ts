import type { Offer, Seats } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import type { Education, Service } from './record.schema.ts';

/** Above what a retraining of three years costs; 99990 is a placeholder. Euros. */
const HIGHEST_PRICE_EUROS = 90_000;
const MAX_REMARKS_CHARACTERS = 300;
/** Says that nobody pays: "kostenlos mit Bildungsgutschein" says that somebody does. */
const SAYS_FREE =
  /^(?:die teilnahme ist |der kurs ist |das angebot ist )?(?:kostenlos|kostenfrei|gebührenfrei|entgeltfrei)\.?$/iu;

/**
 * The price in cents. 0 is free only where the remarks say just that; 1 and 99990 are placeholders. What is not known stays
 * unknown, and the remarks ("auf Anfrage") are kept as they are.
 */
export function readCost(
  service: Service,
  record: RecordPlace,
): {
  readonly cost?: NonNullable<Offer['cost']>;
  readonly isFromText: boolean;
  readonly notices: readonly Notice[];
} {
  const details = service.SERVICE_PRICE_DETAILS;
  const remarks = cutText(plainLine(details?.REMARKS ?? ''), MAX_REMARKS_CHARACTERS);
  const text = remarks === '' ? {} : { text: remarks };
  const unknown = (notices: readonly Notice[]) => ({
    ...(remarks !== '' && { cost: text }),
    isFromText: false,
    notices,
  });
  const amount = details?.SERVICE_PRICE?.PRICE_AMOUNT ?? '';
  if (amount === '') return unknown([]);
  const currency = details?.SERVICE_PRICE?.PRICE_CURRENCY ?? '';
  const field = 'PRICE_AMOUNT';
  if (!['', 'EUR'].includes(currency.toUpperCase()))
    return unknown([noticeOf('currency-foreign', { record, field })]);
  const euros = /^\d{1,7}(?:[.,]\d{1,4})?$/u.test(amount) ? Number(amount.replace(',', '.')) : undefined;
  if (euros === 0) {
    if (SAYS_FREE.test(remarks))
      return { cost: { cents: 0, free: true, ...text }, isFromText: true, notices: [] };
    return unknown([noticeOf('price-zero', { record, field })]);
  }
  if (euros === undefined || euros <= 1 || euros > HIGHEST_PRICE_EUROS) {
    return unknown([noticeOf('price-implausible', { record, field, value: amount })]);
  }
  return { cost: { cents: Math.round(euros * 100), ...text }, isFromText: false, notices: [] };
}

/** How many may take part, of the first part that says so; how many places are left is in no field. */
export function readSeats(
  education: Education | undefined,
  record: RecordPlace,
): { readonly seats?: Seats; readonly notices: readonly Notice[] } {
  const stated = (education?.MODULE_COURSE ?? [])
    .map((part) => part.MAX_PARTICIPANTS ?? '')
    .find((found) => found !== '');
  if (stated === undefined) return { notices: [] };
  const total = /^\d{1,5}$/u.test(stated) ? Number(stated) : 0;
  return total > 0
    ? { seats: { total }, notices: [] }
    : { notices: [noticeOf('capacity-implausible', { record, field: 'MAX_PARTICIPANTS', value: stated })] };
}
