import type { Point } from './point.ts';

/** One line of a region's list of streets: a house, or the middle of a street where `house` is absent. */
export type StreetPoint = {
  readonly street: string;
  readonly house?: string;
  readonly postcode: string;
  readonly point: Point;
};

/** Where an address lies by a list of streets: at its house, or somewhere in its street. */
export type FoundStreet = { readonly point: Point; readonly isHouse: boolean };

/**
 * Points of addresses by their street, as `Donaustr. 88 a` or `Donaustraße 88a`. Without a postcode only a street that the
 * list has in one postcode alone; a postcode in which the list has no such street finds nothing, as one of the two is wrong.
 */
export type StreetList = (address: {
  readonly street: string;
  readonly postcode?: string;
}) => FoundStreet | undefined;

const HOUSE = /^(.*?)[\s,]+(\d{1,4}\s?[a-z]?)(?:\s?[-–/].*)?$/iu;

/** Makes the list of its lines; of two for one house, or one street in one postcode, the first counts. */
export function streetList(lines: readonly StreetPoint[]): StreetList {
  const points = new Map<string, Point>();
  const postcodesOf = new Map<string, Set<string>>();
  for (const { street, house = '', postcode, point } of lines) {
    const name = streetName(street);
    const key = keyOf(name, house, postcode);
    if (!points.has(key)) points.set(key, point);
    postcodesOf.set(name, (postcodesOf.get(name) ?? new Set()).add(postcode));
  }
  return ({ street, postcode }) => {
    const [, written = street, house = ''] = HOUSE.exec(street.trim()) ?? [];
    const name = streetName(written);
    const known = [...(postcodesOf.get(name) ?? [])];
    const own = postcode ?? (known.length === 1 ? known[0] : undefined);
    if (own === undefined) return undefined;
    const atHouse = house === '' ? undefined : points.get(keyOf(name, house, own));
    if (atHouse !== undefined) return { point: atHouse, isHouse: true };
    const inStreet = points.get(keyOf(name, '', own));
    return inStreet === undefined ? undefined : { point: inStreet, isHouse: false };
  };
}

/** `Weser-Straße`, `Weserstr.` and `WESERSTRASSE` are one street. */
function streetName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\s.-]/gu, '')
    .replace(/strasse$/u, 'str');
}

function keyOf(name: string, house: string, postcode: string): string {
  return `${postcode} ${name} ${house.toLowerCase().replaceAll(/\s/gu, '')}`;
}
