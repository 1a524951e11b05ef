import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import type { VhsAddress } from './record.schema.ts';

/** Where a session is held: online, or at a place; spots with the same key are the same place, whatever the room. */
export type Spot = 'online' | { readonly key: string; readonly place: Place };

/** Names that stand for a place that is announced later. */
const PLACEHOLDER_NAME = /^(?:treffpunkt|ort|exkursion|diverse|wird bekannt ?gegeben)$/iu;

/** The spot of an address, with what is wrong about it. A meeting point to be announced has precision `none`. */
export function spotOf(
  address: VhsAddress,
  context: Pick<OfferContext, 'region' | 'bounds'>,
  record: RecordPlace,
): { readonly spot: Spot; readonly notices: readonly Notice[] } {
  if (isOnline(address)) return { spot: 'online', notices: [] };
  const name = plainLine(address.lehrstaette ?? '');
  const located = locatePlace(
    {
      name,
      street: cleanStreet(plainLine(address.strasse ?? '')),
      city: plainLine(address.ort ?? ''),
      postcode: address.plz ?? '',
      lat: address.breitengrad ?? '',
      lon: address.laengengrad ?? '',
    },
    context,
    record,
  );
  const { street, postcode, point } = located.place;
  const isAnnouncedLater = PLACEHOLDER_NAME.test(name) && point === undefined;
  const place: Place = isAnnouncedLater ? { ...located.place, precision: 'none' } : located.place;
  const isUnstated = street === undefined && postcode === undefined;
  return {
    spot: { key: `${street ?? name}|${postcode ?? ''}`, place },
    notices: isUnstated
      ? [...located.notices, noticeOf('place-not-stated', { record, field: 'adresse' })]
      : located.notices,
  };
}

/** Online is written into the name ("Schöneberg, Online"), the street or the room ("online" in the house of the VHS). */
export function isOnline({ lehrstaette, strasse, raum }: VhsAddress): boolean {
  return [lehrstaette, strasse, raum].some((text) => /\bonline|vhs[. ]cloud/iu.test(text ?? ''));
}

/** `'Hortensienstraße 29a, 12203 Berlin'` -> `'Hortensienstraße 29a'`: postcode and city have their own fields. */
function cleanStreet(street: string): string {
  return street.replace(/,\s*\d{5}\b.*$/u, '');
}
