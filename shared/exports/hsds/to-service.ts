import { v5 } from 'uuid';
import { toOfferAnswer } from '../../contract/to-offer-answer.ts';
import type { OfferAnswer } from '../../contract/offer-answer.ts';
import type { OfferId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { isRefuge, withoutWhereabouts } from '../../domain/offer/refuge.ts';
import type { HsdsService } from './hsds-service.ts';
import { locationsOf } from './to-locations.ts';
import { schedulesOf } from './to-schedules.ts';

/** Names in this space make the same UUID on every machine and every day. */
const SPACE = 'd5b6e3f0-8d3a-5c1e-9f6b-0a4c7e2b9d11';
/** The taxonomy for what HSDS has no field for; the code names the fact, the value is its JSON in the form of our API. */
const FACTS_TAXONOMY = 'vereinbar-facts';

/**
 * An offer as a service of HSDS 3.0 with the capacity of 3.1, organization, places and schedules nested in it. Identifiers are
 * UUIDs made from ours. Of a place of refuge only name and telephone are given, of a childminder no street.
 */
export function toService(stored: Offer): HsdsService {
  const offer = toOfferAnswer(isRefuge(stored) ? withoutWhereabouts(stored) : stored);
  const id = serviceIdOf(stored.id);
  const ages = agesOf(offer);
  return {
    id,
    name: offer.title,
    ...(offer.summary !== undefined && { description: offer.summary }),
    ...(offer.links.page !== undefined && { url: offer.links.page }),
    ...(offer.links.booking !== undefined && {
      additional_urls: [{ label: 'booking', url: offer.links.booking }],
    }),
    ...(offer.contact?.mail !== undefined && { email: offer.contact.mail }),
    status: 'active',
    ...(offer.cost?.text !== undefined && { fees_description: offer.cost.text }),
    ...(ages.from !== undefined && { minimum_age: ages.from }),
    ...(ages.to !== undefined && { maximum_age: ages.to }),
    assured_date: offer.freshness.checked,
    ...(offer.freshness.changed !== undefined && {
      last_modified: `${offer.freshness.changed}T00:00:00.000Z`,
    }),
    phones:
      offer.contact?.phone === undefined
        ? []
        : [{ id: uuidOf('phone', offer.id), number: offer.contact.phone, type: 'voice' }],
    languages: offer.languages.map((code) => ({ id: uuidOf('language', `${offer.id} ${code}`), code })),
    organization: {
      id: uuidOf('organization', `${offer.freshness.feed} ${offer.provider.id ?? offer.provider.name}`),
      name: offer.provider.name,
    },
    cost_options: costOf(offer),
    capacities: capacityOf(offer),
    ...placed(offer),
    attributes: factsOf(offer),
  };
}

/** The UUID under which an offer is a service. */
export function serviceIdOf(offer: OfferId): string {
  return uuidOf('service', offer);
}

/** A UUID of version 5 for one of our identifiers. */
export function uuidOf(kind: string, name: string): string {
  return v5(`${kind} ${name}`, SPACE);
}

/** Where times belong to single places they stand there, else at the service. */
function placed(offer: OfferAnswer): Pick<HsdsService, 'schedules' | 'service_at_locations'> {
  const schedules = schedulesOf(offer, (name) => uuidOf('schedule', `${offer.id} ${name}`));
  const locations = locationsOf(offer, (name) => uuidOf('location', `${offer.id} ${name}`));
  const own = (at: (typeof locations)[number]) =>
    schedules.filter(({ place, online }) =>
      at.location.location_type === 'virtual' ? online : !online && place === at.place,
    );
  return {
    schedules: schedules
      .filter(({ place, online }) => place === undefined && !online)
      .map(({ schedule }) => schedule),
    service_at_locations: locations.map((at) => ({
      id: at.id,
      location: at.location,
      schedules: own(at).map(({ schedule }) => schedule),
    })),
  };
}

/** Whole years for those who read no months, none where no whole year lies in between; the exact months are among the facts. */
function agesOf({ care, needs }: OfferAnswer): {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
} {
  if (care?.ages === undefined) return needs.ageYears ?? {};
  const [from, to] = [Math.ceil(care.ages.fromMonths / 12), Math.floor(care.ages.toMonths / 12)];
  return from <= to ? { from, to } : {};
}

function costOf({ id, cost }: OfferAnswer): HsdsService['cost_options'] {
  if (cost?.cents === undefined) return [];
  const words = cost.free === true ? { amount_description: 'kostenlos' } : {};
  return [{ id: uuidOf('cost', id), amount: cost.cents / 100, currency: 'EUR', ...words }];
}

function capacityOf({ id, seats, care }: OfferAnswer): HsdsService['capacities'] {
  const [available, maximum, updated] = [care?.free ?? seats?.free, seats?.total, care?.asOf ?? seats?.asOf];
  if (available === undefined && maximum === undefined) return [];
  return [
    {
      id: uuidOf('capacity', id),
      unit: { id: uuidOf('unit', 'place'), name: 'Platz' },
      ...(available !== undefined && { available }),
      ...(maximum !== undefined && { maximum }),
      ...(updated !== undefined && { updated }),
    },
  ];
}

/** Every fact that HSDS cannot hold, or not exactly, one attribute each. */
function factsOf(offer: OfferAnswer): HsdsService['attributes'] {
  const {
    id,
    title: _title,
    summary: _summary,
    provider: _provider,
    places: _places,
    online: _online,
    ...rest
  } = offer;
  const { links: _links, contact: _contact, duplicateOf: _duplicate, freshness, ...facts } = rest;
  return Object.entries({ ...facts, freshness: { validUntil: freshness.validUntil } })
    .filter(([, value]) => value !== undefined)
    .map(([code, value]) => ({
      id: uuidOf('attribute', `${id} ${code}`),
      value: JSON.stringify(value),
      taxonomy_term: {
        id: uuidOf('term', code),
        code,
        name: code,
        description: `Vereinbar: ${code}`,
        taxonomy: FACTS_TAXONOMY,
      },
    }));
}
