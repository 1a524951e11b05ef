import type { Offer } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { readAmount } from '../read-amount.ts';
import { bareTerm, nodesOf, textOf, valuesOf, type Node } from './node.ts';

type Read<Value> = { readonly value?: Value; readonly notices: readonly Notice[] };

const SOLD_OUT = new Set(['SoldOut', 'OutOfStock', 'Discontinued']);
const PAY_PERIODS: ReadonlyMap<string, NonNullable<Offer['pay']>['per']> = new Map([
  ['HOUR', 'hour'],
  ['MONTH', 'month'],
  ['YEAR', 'year'],
  ['PT1H', 'hour'],
  ['P1M', 'month'],
  ['P1Y', 'year'],
]);

/**
 * The price in euros of the one offer of a course; of several only the words are kept. Without a currency, or in another, it
 * is not known; 0 is free only where the page says that it is (`isAccessibleForFree`, category "Free").
 */
export function readCost(
  things: readonly (Node | undefined)[],
  record: RecordPlace,
): Read<NonNullable<Offer['cost']>> {
  const offers = things.flatMap((thing) => nodesOf(thing, 'offers'));
  const isFree = [...things, ...offers].some(
    (thing) =>
      isTrue(thing, 'isAccessibleForFree') || /^(?:free|kostenlos)$/iu.test(textOf(thing, 'category')),
  );
  const prices = offers.map((offer) => {
    const specification = nodesOf(offer, 'priceSpecification')[0];
    return {
      price: textOf(offer, 'price') || textOf(specification, 'price'),
      currency: (textOf(offer, 'priceCurrency') || textOf(specification, 'priceCurrency')).toUpperCase(),
      words: plainLine(
        [textOf(offer, 'name', 'category'), textOf(offer, 'description')].filter(Boolean).join(', '),
      ),
    };
  });
  const words = prices.map(({ words: own, price, currency }) =>
    [own, prices.length > 1 ? `${price} ${currency}`.trim() : ''].filter(Boolean).join(': '),
  );
  const text = cutText([...new Set(words)].filter(Boolean).join('; '), 300);
  const named = text === '' ? {} : { text };
  const unknown = text === '' ? {} : { value: named };
  const [only, ...others] = prices.filter(({ price }) => price !== '');
  const notice = (code: 'currency-foreign' | 'price-implausible' | 'price-zero', value: string) => ({
    ...unknown,
    notices: [noticeOf(code, { record, field: 'offers', value })],
  });
  if (only === undefined)
    return isFree ? { value: { cents: 0, free: true, ...named }, notices: [] } : { ...unknown, notices: [] };
  if (others.length > 0) return { ...unknown, notices: [] };
  if (only.currency !== 'EUR' && only.currency !== '€') return notice('currency-foreign', only.currency);
  const cents = readAmount(only.price);
  if (cents === undefined || cents > 10_000_000) return notice('price-implausible', only.price);
  if (cents > 0) return { value: { cents, ...named }, notices: [] };
  return isFree
    ? { value: { cents: 0, free: true, ...named }, notices: [] }
    : notice('price-zero', only.price);
}

/** Whether every offer of a course says that nothing is left. */
export function isSoldOut(things: readonly (Node | undefined)[]): boolean {
  const stated = things
    .flatMap((thing) => nodesOf(thing, 'offers'))
    .map((offer) => bareTerm(textOf(offer, 'availability')));
  return stated.length > 0 && stated.every((text) => SOLD_OUT.has(text));
}

/** Pay in euros with its period; a number alone says neither currency nor period and is not known. */
export function readPay(
  thing: Node,
  property: 'baseSalary' | 'trainingSalary',
  record: RecordPlace,
): Read<NonNullable<Offer['pay']>> {
  const salary = nodesOf(thing, property)[0];
  if (salary === undefined) return { notices: [] };
  const value = nodesOf(salary, 'value')[0] ?? salary;
  const currency = textOf(salary, 'currency') || textOf(thing, 'salaryCurrency');
  if (currency.toUpperCase() !== 'EUR')
    return { notices: [noticeOf('currency-foreign', { record, field: property, value: currency })] };
  const per = PAY_PERIODS.get(textOf(value, 'unitText') || textOf(salary, 'unitText', 'duration'));
  const from = readAmount(textOf(value, 'minValue', 'value', 'median'));
  const to = readAmount(textOf(value, 'maxValue'));
  if (per === undefined || from === undefined || from === 0)
    return { notices: [noticeOf('number-invalid', { record, field: property })] };
  return {
    value: { fromCents: from, ...(to !== undefined && to > from && { toCents: to }), per },
    notices: [],
  };
}

function isTrue(thing: Node | undefined, property: string): boolean {
  return valuesOf(thing, property).some(
    (value) =>
      value === true ||
      (typeof value === 'string' && /^(?:true|(?:https?:\/\/schema\.org\/)?True)$/.test(value)),
  );
}
