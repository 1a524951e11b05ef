import { canonicalJson } from '../canonical-json.ts';
import type { Timetable } from '../time/timetable.ts';
import type { CatalogueOffer } from './catalogue.ts';
import type { OfferId } from './offer-id.ts';

/** How well the times of an offer are known, least first. */
const CERTAINTIES = ['unknown', 'read-from-text', 'stated'] as const;

/**
 * Offers of different feeds that describe the same thing, each named with the one that is shown instead of it: the one that
 * knows its times best, then the one with more facts, then the lower id. Nothing is merged: every offer keeps what its own
 * source says and when it said so.
 *
 * The same thing is: the same kind at the same house with the same times and a like title; without times, the same title
 * of the same provider at the same house; a childcare place, the only one of its kind at the house in either feed,
 * whatever it is called. An invented offer never stands for a real one, nor the other way round.
 */
export function duplicateLinks(offers: readonly CatalogueOffer[]): ReadonlyMap<OfferId, OfferId> {
  const links = new Map<OfferId, OfferId>();
  for (const group of groupsOf(offers.filter(({ duplicateOf }) => duplicateOf === undefined))) {
    let open = group.toSorted(byKnowledge);
    for (let best = open[0]; best !== undefined; best = open[0]) {
      const { id: shown } = best;
      const same = open.filter((offer) => isSame(offer, best));
      for (const { id } of same) links.set(id, shown);
      open = open.filter((offer) => offer !== best && !same.includes(offer));
    }
  }
  return links;
}

function isSame(offer: CatalogueOffer, best: CatalogueOffer | undefined): boolean {
  return best !== undefined && offer.freshness.feed !== best.freshness.feed && isLike(offer, best);
}

/** Offers that may be the same; of a childcare place only where no feed tells of two. */
function groupsOf(offers: readonly CatalogueOffer[]): readonly (readonly CatalogueOffer[])[] {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offers) {
    const key = keyOf(offer);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(offer);
    else if (key !== undefined) groups.set(key, [offer]);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && (group[0]?.kind !== 'childcare' || isOneOfEachFeed(group)),
  );
}

function isOneOfEachFeed(group: readonly CatalogueOffer[]): boolean {
  return new Set(group.map(({ freshness }) => freshness.feed)).size === group.length;
}

function keyOf(offer: CatalogueOffer): string | undefined {
  const house = houseOf(offer);
  if (house === undefined) return undefined;
  const { kind, care, timetable, freshness } = offer;
  const times = kind === 'childcare' ? [] : timesOf(timetable);
  const named =
    kind !== 'childcare' && times.length === 0 ? [plain(offer.title), plain(offer.provider.name)] : [];
  return canonicalJson([kind, care?.kind ?? '', freshness.sample === true, house, times, named]);
}

/** Postcode, street and number as letters and digits: `44137 hansastr2`. Of several houses the first one decides. */
function houseOf({ places }: CatalogueOffer): string | undefined {
  const place = places.find(({ street, postcode }) => street !== undefined && postcode !== undefined);
  if (place?.street === undefined || place.postcode === undefined) return undefined;
  if (!/\d/.test(place.street)) return undefined;
  const street = place.street.replace(/stra(?:ß|ss)e/giu, 'str');
  return `${place.postcode} ${plain(street)}`;
}

/** All times without their place, in order; none when they are not known. */
function timesOf({ weekly, dated, first, last }: Timetable): readonly string[] {
  const slots = weekly.map(
    ({ days, from, to }) => `${days.join('')} ${from} ${to} ${first ?? ''} ${last ?? ''}`,
  );
  return [...slots, ...dated.map(({ date, from, to }) => `${date} ${from} ${to}`)].toSorted();
}

/** One title is the other or begins with it; childcare at one house may be called anything. */
function isLike(one: CatalogueOffer, other: CatalogueOffer): boolean {
  if (one.kind === 'childcare') return true;
  const [short = '', long = ''] = [plain(one.title), plain(other.title)].toSorted(
    (first, second) => first.length - second.length,
  );
  return short !== '' && long.startsWith(short);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function byKnowledge(one: CatalogueOffer, other: CatalogueOffer): number {
  const certainty = CERTAINTIES.indexOf(certaintyOf(other)) - CERTAINTIES.indexOf(certaintyOf(one));
  const facts = factsOf(other) - factsOf(one);
  return certainty || facts || (one.id < other.id ? -1 : 1);
}

function certaintyOf({ timetable, care }: CatalogueOffer): (typeof CERTAINTIES)[number] {
  if (care !== undefined) return care.openings.length > 0 ? 'stated' : 'unknown';
  return timesOf(timetable).length > 0 ? timetable.certainty : 'unknown';
}

/** How many things an offer says: filled lists count as one. */
function factsOf(offer: CatalogueOffer): number {
  const parts: readonly object[] = [offer, offer.needs, offer.care ?? {}, offer.links, offer.places[0] ?? {}];
  return parts
    .flatMap((part): readonly unknown[] => Object.values(part))
    .filter((value) => !Array.isArray(value) || value.length > 0).length;
}
