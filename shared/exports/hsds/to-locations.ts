import type { OfferAnswer } from '../../contract/offer-answer.ts';
import type { HsdsLocation } from './hsds-service.ts';

/** A location of a service; `place` is its index among the places of the offer, absent for the virtual one. */
export type PlacedLocation = {
  readonly id: string;
  readonly place?: number;
  readonly location: HsdsLocation;
};

/** The places of an offer in their order, and one virtual location where it can be attended online. `idOf` makes UUIDs. */
export function locationsOf(offer: OfferAnswer, idOf: (name: string) => string): readonly PlacedLocation[] {
  const isHome = offer.care?.kind === 'childminder';
  const physical = offer.places.map((place, index): PlacedLocation => {
    const name = String(index);
    const { street, postcode, city, point, precision } = place;
    const street1 = isHome ? undefined : street;
    const hasAddress = [street1, postcode, city].some((part) => part !== undefined);
    return {
      id: idOf(`at ${name}`),
      place: index,
      location: {
        id: idOf(name),
        location_type: 'physical',
        ...(place.name !== undefined && !isHome && { name: place.name }),
        ...(point && precision === 'street' && !isHome && { latitude: point.lat, longitude: point.lon }),
        addresses: hasAddress
          ? [
              {
                id: idOf(`address ${name}`),
                ...(street1 !== undefined && { address_1: street1 }),
                ...(city !== undefined && { city }),
                ...(postcode !== undefined && { postal_code: postcode }),
                country: 'DE',
                address_type: 'physical',
              },
            ]
          : [],
      },
    };
  });
  const virtual: PlacedLocation = {
    id: idOf('at online'),
    location: { id: idOf('online'), location_type: 'virtual', name: 'Online', addresses: [] },
  };
  return offer.online ? [...physical, virtual] : physical;
}
