import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { Timetable } from '../../time/timetable.ts';
import { AT } from './segment.ts';

type NamedPlace = { readonly place?: number | undefined; readonly online?: boolean | undefined };

/** Whether a session names its own place or mode. */
export function namesItsOwn({ place, online }: NamedPlace): boolean {
  return place !== undefined || online !== undefined;
}

/** Whether any session names its own place or mode. */
export function isEachAtItsOwn({ dated, weekly }: Timetable): boolean {
  return dated.some(namesItsOwn) || weekly.some(namesItsOwn);
}

/** Where a session of an offer takes place whose sessions are each at their own: an index into its places, or one of `AT`. */
export function placeOf(offer: CatalogueOffer, session: NamedPlace): number {
  const isOnline =
    session.online ?? (session.place === undefined && offer.online && offer.places.length === 0);
  if (isOnline) return AT.online;
  if (session.place !== undefined && offer.places[session.place] !== undefined) return session.place;
  return offer.places.length === 1 ? 0 : AT.unknown;
}
