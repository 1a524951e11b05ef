import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import type { Notice, RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import type { HsdsLocation, HsdsSchedule, HsdsService } from './record.schema.ts';

/** Schedules that belong to one place or to attendance online; neither = to the service as a whole. */
export type ScheduledAt = {
  readonly place?: number;
  readonly online?: boolean;
  readonly schedules: readonly HsdsSchedule[];
};

/** Where a service is given. `scheduled`: schedules by where they hold; `buildings`: opening hours of the places themselves. */
export type ReadPlaces = {
  readonly places: readonly Place[];
  readonly online: boolean;
  readonly scheduled: readonly ScheduledAt[];
  readonly buildings: readonly HsdsSchedule[];
  readonly notices: readonly Notice[];
};

/** The places of a service in the order of its locations; a virtual one is attendance online, one for letters is no place. */
export function readPlaces(service: HsdsService, context: OfferContext, record: RecordPlace): ReadPlaces {
  const places: Place[] = [];
  const notices: Notice[] = [];
  const scheduled: ScheduledAt[] = [];
  const buildings: HsdsSchedule[] = [];
  for (const { location, schedules } of service.service_at_locations) {
    const kind = location?.location_type.toLowerCase();
    if (location === undefined || location === null || kind === 'postal') scheduled.push({ schedules });
    else if (kind === 'virtual') scheduled.push({ online: true, schedules });
    else {
      const located = locatePlace(addressOf(location), context, record);
      scheduled.push({ place: places.length, schedules });
      places.push(located.place);
      notices.push(...located.notices);
      buildings.push(...location.schedules);
    }
  }
  const online = scheduled.some((at) => at.online === true);
  const isOnePlace = places.length + (online ? 1 : 0) < 2;
  return {
    places,
    online,
    scheduled: isOnePlace ? scheduled.map(({ schedules }) => ({ schedules })) : scheduled,
    buildings,
    notices,
  };
}

function addressOf(location: HsdsLocation): Parameters<typeof locatePlace>[0] {
  const { addresses, name, latitude, longitude } = location;
  const address =
    addresses.find(({ address_type }) => address_type.toLowerCase() === 'physical') ?? addresses[0];
  return {
    name: plainLine(name),
    street: plainLine(address?.address_1 ?? ''),
    postcode: address?.postal_code ?? '',
    city: plainLine(address?.city ?? ''),
    lat: latitude,
    lon: longitude,
  };
}
