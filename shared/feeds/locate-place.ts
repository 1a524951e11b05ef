import type { BoundingBox } from '../domain/place/region-profile.ts';
import type { Place } from '../domain/place/place.ts';
import type { Point } from '../domain/place/point.ts';
import type { OfferContext } from './feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from './notice.ts';
import { cutText } from './plain-text.ts';

/** An address as a feed gives it, already plain text; empty or absent parts are not known. */
export type AddressText = {
  readonly name?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly lat?: string;
  readonly lon?: string;
};

/**
 * The place of an address with the best precision that can be believed: coordinates inside the region's box (never swapped,
 * never 0/0), else those of the house where the region's list of streets has it, else a point for its area: of the street, else of
 * the postcode where the region knows it; else the city, else none.
 */
export function locatePlace(
  address: AddressText,
  context: Pick<OfferContext, 'region' | 'bounds'>,
  record: RecordPlace,
): { readonly place: Place; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const postcode = known(address.postcode);
  const hasPostcode = postcode !== undefined && /^\d{5}$/.test(postcode);
  if (postcode !== undefined && !hasPostcode) {
    notices.push(noticeOf('postcode-invalid', { record, field: 'postcode', value: postcode }));
  }
  const stated = pointOf(address);
  const believed = stated !== undefined && lies(stated, context.bounds) ? stated : undefined;
  if (believed === undefined && (known(address.lat) ?? known(address.lon)) !== undefined) {
    notices.push(noticeOf('coordinates-implausible', { record, field: 'lat, lon' }));
  }
  const [name, street, city] = [
    cut(known(address.name), 200),
    cut(known(address.street), 200),
    cut(known(address.city), 100),
  ];
  const ofPostcode = hasPostcode ? context.region.postcodes.get(postcode) : undefined;
  const inStreet =
    believed === undefined && street !== undefined
      ? context.region.streets?.({ street, ...(hasPostcode && { postcode }) })
      : undefined;
  const house = believed ?? (inStreet?.isHouse === true ? inStreet.point : undefined);
  const area = inStreet?.point ?? ofPostcode;
  const point = house ?? area;
  const precision = house
    ? 'street'
    : area
      ? 'postcode'
      : hasPostcode || city !== undefined
        ? 'city'
        : 'none';
  const parts: { -readonly [Part in keyof Place]?: Place[Part] } = {};
  if (name !== undefined) parts.name = name;
  if (street !== undefined) parts.street = street;
  if (hasPostcode) parts.postcode = postcode;
  if (city !== undefined) parts.city = city;
  if (point !== undefined) parts.point = point;
  return { place: { ...parts, precision }, notices };
}

/** A text that is more than blanks and hyphens. */
function known(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  return trimmed.startsWith('-') && /^[\s-]*$/.test(trimmed) ? undefined : trimmed;
}

/** As long as the contract allows. */
function cut(text: string | undefined, max: number): string | undefined {
  return text === undefined ? undefined : cutText(text, max);
}

function pointOf({ lat, lon }: AddressText): Point | undefined {
  const [latitude, longitude] = [degrees(lat), degrees(lon)];
  return latitude === undefined || longitude === undefined ? undefined : { lat: latitude, lon: longitude };
}

function degrees(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*-?\d{1,3}(?:[.,]\d+)?\s*$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

/** Inside the box, borders included. */
export function lies(point: Point, { south, west, north, east }: BoundingBox): boolean {
  return point.lat >= south && point.lat <= north && point.lon >= west && point.lon <= east;
}
