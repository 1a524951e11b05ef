import * as z from 'zod';
import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import { OFFER_KINDS } from '../domain/offer/terms.ts';
import type { Place } from '../domain/place/place.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { contactAnswer, dateText, freshnessAnswer, linksAnswer, placeAnswer } from './offer-parts.ts';
import { dateOrAbsent, freshnessText, placeText } from './to-offer-answer.ts';

/** What a list shows of an offer. */
export const offerCard = z
  .strictObject({
    id: z.string(),
    kind: z.enum(OFFER_KINDS),
    title: z.string(),
    provider: z.strictObject({ name: z.string() }),
    place: placeAnswer
      .optional()
      .meta({ description: 'The place meant here; absent online or when not known.' }),
    online: z.boolean().meta({ description: 'Can be taken online.' }),
    first: dateText.optional().meta({ description: 'First day; absent = not known.' }),
    registerBy: dateText.optional(),
    links: linksAnswer.meta({ description: 'The next step: page and booking of the provider.' }),
    contact: contactAnswer.optional(),
    freshness: freshnessAnswer,
  })
  .meta({ id: 'OfferCard', description: 'What a list shows of an offer.' });

/** A card as JSON. */
export type OfferCard = z.infer<typeof offerCard>;

/** The card of an offer with the place and first day that count in its list. */
export function toOfferCard(
  offer: CatalogueOffer,
  shown: { readonly place: Place | undefined; readonly first: LocalDate | undefined },
): OfferCard {
  return {
    id: offer.id,
    kind: offer.kind,
    title: offer.title,
    provider: { name: offer.provider.name },
    place: shown.place && placeText(shown.place),
    online: offer.online,
    first: dateOrAbsent(shown.first),
    registerBy: dateOrAbsent(offer.registerBy),
    links: offer.links,
    contact: offer.contact,
    freshness: freshnessText(offer.freshness),
  };
}
