import type { AgeRangeMonths, Offer, Seats } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { dateOf } from './read-series.ts';
import type { HsdsService } from './record.schema.ts';

const SAYS_FREE =
  /\b(?:kostenlos|kostenfrei|gebührenfrei|beitragsfrei|free(?: of charge)?|no charge|no cost)\b/iu;
const HIGHEST_EUROS = 100_000;
const HIGHEST_AGE_YEARS = 120;

type Read<Value> = { readonly value?: Value; readonly notices: readonly Notice[] };

/**
 * The cost: the one amount in euros that holds today; of several, which stand for different people, only the words are kept.
 * An amount without a currency or in another one is not known; 0 is free only where words say so.
 */
export function readCost(
  service: HsdsService,
  today: LocalDate,
  record: RecordPlace,
): Read<NonNullable<Offer['cost']>> {
  const options = service.cost_options.filter(
    ({ valid_from, valid_to }) =>
      (dateOf(valid_from) ?? today) <= today && (dateOf(valid_to) ?? today) >= today,
  );
  const words = [
    plainLine(service.fees_description),
    ...options.map(({ option, amount, currency, amount_description }) =>
      plainLine(
        [option, [amount, currency.toUpperCase()].filter(Boolean).join(' '), amount_description]
          .filter(Boolean)
          .join(', '),
      ),
    ),
  ].filter(Boolean);
  const text = cutText([...new Set(words)].join('; '), 300);
  const unknown = text === '' ? {} : { value: { text } };
  const [only, ...others] = options.filter(({ amount }) => amount !== '');
  if (only === undefined || others.length > 0) return { ...unknown, notices: [] };
  if (only.currency.toUpperCase() !== 'EUR')
    return {
      ...unknown,
      notices: [noticeOf('currency-foreign', { record, field: 'cost_options', value: only.currency })],
    };
  const euros = numberOf(only.amount);
  if (euros === undefined || euros > HIGHEST_EUROS)
    return {
      ...unknown,
      notices: [noticeOf('price-implausible', { record, field: 'cost_options', value: only.amount })],
    };
  if (euros > 0) return { value: { cents: Math.round(euros * 100), text }, notices: [] };
  return SAYS_FREE.test(text)
    ? { value: { cents: 0, free: true, text }, notices: [] }
    : {
        ...unknown,
        notices: [noticeOf('price-zero', { record, field: 'cost_options', value: only.amount })],
      };
}

/** Places by the one capacity of HSDS 3.1; several count different things, and 3.0 has none. */
export function readCapacity(
  { capacities }: HsdsService,
  today: LocalDate,
  record: RecordPlace,
): Read<Seats> {
  const [only, ...others] = capacities;
  if (only === undefined || others.length > 0) return { notices: [] };
  const [free, total, asOf] = [countOf(only.available), countOf(only.maximum), dateOf(only.updated)];
  if (free !== undefined && total !== undefined && free > total)
    return { value: { total }, notices: [noticeOf('free-above-total', { record, field: 'capacities' })] };
  if (free === undefined && total === undefined) return { notices: [] };
  return {
    value: {
      ...(free !== undefined && { free }),
      ...(total !== undefined && { total }),
      ...(free !== undefined && asOf !== undefined && asOf <= today && { asOf }),
    },
    notices: [],
  };
}

/** Ages in years, as the examples of HSDS mean them; parts of a year are months. */
export type AgeYears = { readonly from?: number; readonly to?: number };

/** The stated ages; both are left out where they contradict each other or are none of a person. */
export function readAges({ minimum_age, maximum_age }: HsdsService, record: RecordPlace): Read<AgeYears> {
  const [from, to] = [numberOf(minimum_age), numberOf(maximum_age)];
  const isWrong =
    (minimum_age !== '' && from === undefined) ||
    (maximum_age !== '' && to === undefined) ||
    (from ?? 0) > (to ?? HIGHEST_AGE_YEARS) ||
    Math.max(from ?? 0, to ?? 0) > HIGHEST_AGE_YEARS;
  if (isWrong) return { notices: [noticeOf('ages-invalid', { record, field: 'minimum_age, maximum_age' })] };
  return { value: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, notices: [] };
}

/** Ages of children in months, both included; a whole year lasts until the next birthday. Unknown unless both are stated. */
export function monthsOf({ from, to }: AgeYears): AgeRangeMonths | undefined {
  if (from === undefined || to === undefined || to > 20) return undefined;
  return {
    fromMonths: Math.ceil(from * 12),
    toMonths: Number.isInteger(to) ? to * 12 + 11 : Math.floor(to * 12),
  };
}

function numberOf(text: string): number | undefined {
  return /^\d{1,7}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function countOf(text: string): number | undefined {
  return /^\d{1,5}(?:\.0)?$/.test(text) ? Number(text) : undefined;
}
