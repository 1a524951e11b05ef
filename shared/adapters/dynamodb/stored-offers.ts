import {
  parseOfferVersion,
  type Catalogue,
  type CatalogueEntry,
  type CatalogueOffer,
} from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';

/** The form in which offers are written: version of the type `Offer`. Raised when a field changes its meaning or goes. */
export const OFFER_FORM = 1;

/** Lifts one offer from the form it is filed under to the next; the other parts of a catalogue have no form of their own. */
const OFFER_UPCASTERS: Readonly<Record<number, (offer: object) => object>> = {};

// The hash of stored content was checked before: it is what some release wrote from its own types. What is looked at
// here is what tells an offer from anything else, not every field again; by hand, as a schema's copies of 5,000 offers took
// six times as long as parsing their text, and every cold start waits for it.

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffer(value: unknown): value is Offer {
  if (!isFields(value)) return false;
  const { id, kind, title, places, timetable, needs, freshness } = value;
  return (
    [id, kind, title].every((field) => typeof field === 'string') &&
    Array.isArray(places) &&
    isFields(timetable) &&
    Array.isArray(timetable['weekly']) &&
    Array.isArray(timetable['dated']) &&
    isFields(needs) &&
    isFields(freshness) &&
    typeof freshness['feed'] === 'string'
  );
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
  const stored = parseJson(text);
  if (!isFields(stored) || stored['feed'] !== feed || !Array.isArray(stored['entries'])) return undefined;
  const entries: CatalogueEntry[] = [];
  for (const written of stored['entries']) {
    const entry = toEntry(written, form);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return { feed, entries };
}

/** One entry of a catalogue from its stored text, `undefined` as above. */
export function readEntryText(text: string, form: number): CatalogueEntry | undefined {
  return toEntry(parseJson(text), form);
}

function toEntry(written: unknown, form: number): CatalogueEntry | undefined {
  if (!isFields(written)) return undefined;
  const { version: hash, offer: filed, missingSince } = written;
  const version = typeof hash === 'string' ? parseOfferVersion(hash) : undefined;
  const offer = liftOffer(filed, form);
  if (version === undefined || !isCatalogueOffer(offer)) return undefined;
  if (missingSince === undefined) return { version, offer };
  const isInstant =
    typeof missingSince === 'number' && Number.isSafeInteger(missingSince) && missingSince >= 0;
  return isInstant ? { version, offer, missingSince } : undefined;
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
