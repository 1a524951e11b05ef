import type { Offer } from '../domain/offer/offer.ts';
import type { NoticeCode } from './notice-catalogue.ts';

/** What UTF-8 looks like after it was read as Windows-1252 and written again. */
const GARBLED = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€|\ufffd/u;
const TEST_NAME = /^\s*(?:dummy|test(?:kurs|angebot|eintrag|datensatz)?)(?:$|[\s\d_:.-])/iu;
const TEST_STREET = /^\s*muster(?:stra(?:ß|ss)e|str\.?|weg|allee|platz)(?:$|[\s\d])/iu;

type Refusal = Extract<NoticeCode, 'text-garbled' | 'record-is-test'>;

/** A format asks, and so does whoever admits its offers: the answer for one offer is found once. */
let asked: { readonly offer: Offer; readonly refusal: Refusal | undefined } | undefined;

/** Why an offer of any format must not be shown, whatever its own format thinks of it; `undefined` = it may. */
export function reasonToRefuse(offer: Offer): Refusal | undefined {
  if (asked?.offer !== offer) asked = { offer, refusal: refusalOf(offer) };
  return asked.refusal;
}

function refusalOf({ title, summary, provider, places }: Offer): Refusal | undefined {
  if (isGarbled(title) || isGarbled(summary) || isGarbled(provider.name)) return 'text-garbled';
  for (const { name } of places) if (isGarbled(name)) return 'text-garbled';
  if (TEST_NAME.test(title) || TEST_NAME.test(provider.name)) return 'record-is-test';
  for (const { street } of places)
    if (street !== undefined && TEST_STREET.test(street)) return 'record-is-test';
  return undefined;
}

/** Few texts have a character with which garbled ones begin, which is quickly seen. */
function isGarbled(text: string | undefined): boolean {
  return text !== undefined && /[ÃÂâ\ufffd]/.test(text) && GARBLED.test(text);
}
