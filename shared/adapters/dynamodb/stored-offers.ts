import * as z from 'zod';
import { parseOfferVersion, type Catalogue, type CatalogueOffer } from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';

/** The form in which offers are written: version of the type `Offer`. Raised when a field changes its meaning or goes. */
export const OFFER_FORM = 1;

/** Lifts one offer from the form it is filed under to the next; the other parts of a catalogue have no form of their own. */
const OFFER_UPCASTERS: Readonly<Record<number, (offer: object) => object>> = {};

// The hash of stored content was checked before: it is what some release wrote from its own types. What is looked at
// here is what tells an offer from anything else, not every field again.
const offerShape = z.looseObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  places: z.array(z.unknown()),
  timetable: z.looseObject({ weekly: z.array(z.unknown()), dated: z.array(z.unknown()) }),
  needs: z.looseObject({}),
  freshness: z.looseObject({ feed: z.string() }),
});
const catalogueShape = z.object({
  feed: z.string(),
  entries: z.array(
    z.object({
      version: z.string(),
      offer: z.looseObject({}),
      missingSince: z.int().nonnegative().exactOptional(),
    }),
  ),
});

function isOffer(value: unknown): value is Offer {
  return offerShape.safeParse(value).success;
}

function isCatalogueOffer(value: unknown): value is CatalogueOffer {
  return isOffer(value);
}

/** An offer from its stored text, `undefined` when the text is none or of a form this release does not know. */
export function readOfferText(text: string, form: number): Offer | undefined {
  const lifted = liftOffer(parseJson(text), form);
  return isOffer(lifted) ? lifted : undefined;
}

/** A catalogue from its stored text, `undefined` as above or when it is of another feed. */
export function readCatalogueText(text: string, form: number, feed: FeedId): Catalogue | undefined {
  const stored = catalogueShape.safeParse(parseJson(text));
  if (!stored.success || stored.data.feed !== feed) return undefined;
  const entries: Catalogue['entries'][number][] = [];
  for (const { version: hash, offer: written, ...seen } of stored.data.entries) {
    const version = parseOfferVersion(hash);
    const offer = liftOffer(written, form);
    if (version === undefined || !isCatalogueOffer(offer)) return undefined;
    entries.push({ version, offer, ...seen });
  }
  return { feed, entries };
}

function liftOffer(value: unknown, form: number): unknown {
  let offer = value;
  for (let step = form; step < OFFER_FORM; step++) {
    const lift = OFFER_UPCASTERS[step];
    if (lift === undefined || typeof offer !== 'object' || offer === null) return undefined;
    offer = lift(offer);
  }
  return offer;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
