import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import type { Notice, RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import { addressOf, nodeOf, nodesOf, textOf, typesOf, valuesOf, type Node } from './node.ts';

/** Where something is: places, and whether it is (also) online. */
export type ReadPlaces = {
  readonly places: readonly Place[];
  readonly online: boolean;
  readonly notices: readonly Notice[];
};

const SAYS_ONLINE = /^(?:online|virtuell|digital|zoom|ms teams|webinar)\b/iu;

/** The places of a property: a Place, an address, a bare name; a VirtualLocation or a name such as "Online" is none. */
export function readPlaces(
  values: readonly unknown[],
  context: OfferContext,
  record: RecordPlace,
): ReadPlaces {
  const read = values.map((value) => readOne(value, context, record));
  return {
    places: read.flatMap(({ places }) => places),
    online: read.some(({ online }) => online),
    notices: read.flatMap(({ notices }) => notices),
  };
}

function readOne(value: unknown, context: OfferContext, record: RecordPlace): ReadPlaces {
  const node = nodeOf(value);
  const name = typeof value === 'string' ? value : textOf(node, 'name');
  const isOnline = SAYS_ONLINE.test(name) && valuesOf(node, 'address').length === 0;
  if (isOnline || typesOf(node).includes('VirtualLocation')) return { places: [], online: true, notices: [] };
  const { place, notices } = locatePlace(addressIn(node, plainLine(name)), context, record);
  return { places: Object.keys(place).length > 1 ? [place] : [], online: false, notices };
}

/** A Place has its address below `address`, as text or as parts; a PostalAddress may stand for the place itself. */
function addressIn(place: Node | undefined, name: string): Parameters<typeof locatePlace>[0] {
  const isAddress = typesOf(place).includes('PostalAddress');
  const address = isAddress ? place : nodesOf(place, 'address')[0];
  const [inWords] = valuesOf(place, 'address').filter((value) => typeof value === 'string');
  const geo = nodesOf(place, 'geo')[0] ?? place;
  if (typeof inWords === 'string')
    return {
      name,
      ...splitAddress(plainLine(inWords)),
      lat: textOf(geo, 'latitude'),
      lon: textOf(geo, 'longitude'),
    };
  return {
    name: isAddress ? '' : name,
    street: plainLine(textOf(address, 'streetAddress')),
    postcode: textOf(address, 'postalCode'),
    city: plainLine(textOf(address, 'addressLocality')),
    lat: textOf(geo, 'latitude'),
    lon: textOf(geo, 'longitude'),
  };
}

/** `'Kampstr. 1, 44137 Dortmund'` -> street, postcode and city; words of another form are the street. */
function splitAddress(text: string): {
  readonly street: string;
  readonly postcode?: string;
  readonly city?: string;
} {
  const [, street = text, postcode, city] = /^(.*?),?\s*\b(\d{5})\s+([^,]+)(?:,.*)?$/u.exec(text) ?? [];
  return { street, ...(postcode !== undefined && { postcode }), ...(city !== undefined && { city }) };
}

/** The page a thing is known by. */
export function pageOf(...things: readonly (Node | undefined)[]): string {
  return things.map((thing) => addressOf(thing, 'url')).find((text) => text !== '') ?? '';
}
