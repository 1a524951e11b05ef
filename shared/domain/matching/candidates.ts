import type { CatalogueOffer } from '../offer/catalogue.ts';
import { GOALS, type Goal } from '../offer/terms.ts';
import type { OfferId } from '../offer/offer-id.ts';
import type { Situation } from '../situation/situation.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The goals of somebody who names none. */
export const ALL_BUT_CHILDCARE: readonly Goal[] = GOALS.filter((goal) => goal !== 'childcare');

/** Offers that can still be had today, each thing once though several feeds may tell of it. */
export function currentOffers(
  offers: readonly CatalogueOffer[],
  today: LocalDate,
): readonly CatalogueOffer[] {
  const valid = offers.filter(({ freshness }) => (freshness.validUntil ?? today) >= today);
  const byId = new Map(valid.map((offer) => [offer.id, offer]));
  return valid.filter((offer) => standsForItself(offer, byId));
}

/** Whether nothing else stands for the offer; of offers that name one another in a circle the lowest id does. */
function standsForItself(offer: CatalogueOffer, byId: ReadonlyMap<OfferId, CatalogueOffer>): boolean {
  const passed = new Set<OfferId>();
  let at = offer;
  while (at.duplicateOf !== undefined && !passed.has(at.id)) {
    passed.add(at.id);
    const next = byId.get(at.duplicateOf);
    if (next === undefined) break;
    at = next;
  }
  return passed.has(at.id) ? offer.id === [...passed].sort()[0] && at.id === offer.id : at === offer;
}

/** Whether an offer serves one of the goals and one of the fields; an offer that states no field stays. */
export function isAskedFor(offer: CatalogueOffer, { goals, fields }: Situation): boolean {
  const wanted = goals.length === 0 ? ALL_BUT_CHILDCARE : goals;
  return (
    offer.goals.some((goal) => wanted.includes(goal)) &&
    (fields.length === 0 || offer.fields.length === 0 || offer.fields.some((field) => fields.includes(field)))
  );
}

/** What a candidate stands for: its course within its feed if it is a date of one, else the offer by itself. */
export function candidateKey({ id, course, freshness }: CatalogueOffer): string {
  return course === undefined ? `offer ${id}` : `course ${freshness.feed} ${course}`;
}

/** The candidates grouped: all dates of one course together, every other offer by itself. Groups by first appearance. */
export function candidateGroups(
  offers: readonly CatalogueOffer[],
  situation: Situation,
): readonly (readonly CatalogueOffer[])[] {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offers) {
    if (!isAskedFor(offer, situation)) continue;
    const key = candidateKey(offer);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [offer]);
    else group.push(offer);
  }
  return [...groups.values()];
}
