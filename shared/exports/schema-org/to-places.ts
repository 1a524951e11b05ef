import type { OfferAnswer } from '../../contract/offer-answer.ts';

/** A Place of schema.org. */
export type ThingPlace = {
  readonly '@type': 'Place';
  readonly name?: string | undefined;
  readonly address: {
    readonly '@type': 'PostalAddress';
    readonly streetAddress?: string | undefined;
    readonly postalCode?: string | undefined;
    readonly addressLocality?: string | undefined;
    readonly addressCountry: 'DE';
  };
  readonly geo?:
    { readonly '@type': 'GeoCoordinates'; readonly latitude: number; readonly longitude: number } | undefined;
};

/** The places of an offer; coordinates only where they are those of the house, and of a childminder no street. */
export function placesOf({ places, care }: OfferAnswer): readonly ThingPlace[] {
  const isHome = care?.kind === 'childminder';
  return places.map(({ name, street, postcode, city, point, precision }) => ({
    '@type': 'Place',
    name: isHome ? undefined : name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: isHome ? undefined : street,
      postalCode: postcode,
      addressLocality: city,
      addressCountry: 'DE',
    },
    geo:
      point && precision === 'street' && !isHome
        ? { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lon }
        : undefined,
  }));
}
