import type { Offer, Seats } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import type { VhsRecord } from './record.schema.ts';

/** Above any course fee: 9999 and 99990 are placeholders. Euros. */
const HIGHEST_PRICE_EUROS = 9000;
/** Says of the offer itself that it is free; "Material kostenfrei" says it of something else. */
const SAYS_FREE =
  /(?<!material(?:ien)?\s(?:\S+\s){0,4})\b(?:kostenlos|kostenfrei|entgeltfrei|gebührenfrei|eintritt frei)/iu;

/**
 * Places: `maximale_teilnehmerzahl` less `aktuelle_teilnehmerzahl`, not below 0. -1 and absent are not known, other
 * negative numbers and room for at most one are wrong and not known either. No `asOf`: the numbers are of the day of the
 * run (`freshness.checked`), and a day here would make every offer a new version every day.
 */
export function readSeats(
  vhs: Partial<Pick<VhsRecord, 'maximale_teilnehmerzahl' | 'aktuelle_teilnehmerzahl' | 'veranstaltungsart'>>,
  record: RecordPlace,
): { readonly seats?: Seats; readonly notices: readonly Notice[] } {
  const [total, taken] = [wholeNumber(vhs.maximale_teilnehmerzahl), wholeNumber(vhs.aktuelle_teilnehmerzahl)];
  const isImplausible = total === 0 || (total === 1 && vhs.veranstaltungsart !== 'Beratung');
  const isNegative = (taken !== undefined && taken < -1) || (total !== undefined && total < -1);
  const notices = [
    ...(isImplausible
      ? [noticeOf('capacity-implausible', { record, field: 'maximale_teilnehmerzahl', value: String(total) })]
      : []),
    ...(isNegative
      ? [noticeOf('count-negative', { record, field: 'aktuelle_teilnehmerzahl', value: String(taken) })]
      : []),
  ];
  if (total === undefined || total < 0 || isImplausible) return { notices };
  const isTakenKnown = taken !== undefined && taken >= 0;
  return { seats: { ...(isTakenKnown && { free: Math.max(0, total - taken) }), total }, notices };
}

/**
 * The fee in cents. 0.00 is free only where a text says so; else it is not known (formats.md E7). `isFromText`: free was
 * read from a text.
 */
export function readCost(
  vhs: Omit<VhsRecord, 'bezirk'>,
  texts: string,
  record: RecordPlace,
): {
  readonly cost?: NonNullable<Offer['cost']>;
  readonly isFromText: boolean;
  readonly notices: readonly Notice[];
} {
  const amount = vhs.preis?.betrag?.trim() ?? '';
  const addition = plainLine(vhs.preis?.zusatz ?? '');
  const text = addition === '' ? {} : { text: addition };
  const unknown = addition === '' ? {} : { cost: text };
  if (amount === '') return { ...unknown, isFromText: false, notices: [] };
  const euros = /^\d{1,6}(?:[.,]\d{1,2})?(?: ?(?:EUR|€))?$/u.test(amount)
    ? Number(amount.replace(',', '.').replace(/[^\d.]/gu, ''))
    : undefined;
  if (euros === undefined || euros > HIGHEST_PRICE_EUROS) {
    const notice = noticeOf('price-implausible', { record, field: 'preis.betrag', value: amount });
    return { ...unknown, isFromText: false, notices: [notice] };
  }
  if (euros > 0) return { cost: { cents: Math.round(euros * 100), ...text }, isFromText: false, notices: [] };
  const isMarkedFree = (vhs.merkmale?.merkmal ?? []).some(
    ({ name, wert }) => name === 'anmeldung_kostenlos' && wert === 'true',
  );
  if (isMarkedFree || SAYS_FREE.test(texts)) {
    return { cost: { cents: 0, free: true, ...text }, isFromText: !isMarkedFree, notices: [] };
  }
  return {
    ...unknown,
    isFromText: false,
    notices: [noticeOf('price-zero', { record, field: 'preis.betrag', value: amount })],
  };
}

function wholeNumber(text: string | null | undefined): number | undefined {
  return /^\s*-?\d{1,5}\s*$/.test(text ?? '') ? Number(text) : undefined;
}
