import type { Offer } from '../domain/offer/offer.ts';
import type { NoticeCode } from './notice-catalogue.ts';

/** What UTF-8 looks like after it was read as Windows-1252 and written again. */
const GARBLED = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€|\ufffd/u;
const TEST_NAME = /^\s*(?:dummy|test(?:kurs|angebot|eintrag|datensatz)?)(?:$|[\s\d_:.-])/iu;
const TEST_STREET = /^\s*muster(?:stra(?:ß|ss)e|str\.?|weg|allee|platz)(?:$|[\s\d])/iu;

/** Why an offer of any format must not be shown, whatever its own format thinks of it; `undefined` = it may. */
export function reasonToRefuse(
  offer: Offer,
): Extract<NoticeCode, 'text-garbled' | 'record-is-test'> | undefined {
  const texts = [
    offer.title,
    offer.summary ?? '',
    offer.provider.name,
    ...offer.places.map((place) => place.name ?? ''),
  ];
  if (texts.some((text) => GARBLED.test(text))) return 'text-garbled';
  const isTest =
    TEST_NAME.test(offer.title) ||
    TEST_NAME.test(offer.provider.name) ||
    offer.places.some((place) => TEST_STREET.test(place.street ?? ''));
  return isTest ? 'record-is-test' : undefined;
}
