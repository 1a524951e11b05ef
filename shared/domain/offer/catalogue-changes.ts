import type { CatalogueOffer, OfferChange, OfferVersion, VersionList } from './catalogue.ts';
import type { OfferId } from './offer-id.ts';
import type { Offer } from './offer.ts';

/** What a catalogue keeps of an offer: all but the long text. */
export function toCatalogueOffer(offer: Offer): CatalogueOffer {
  const { summary, ...card } = offer;
  return summary === undefined ? offer : card;
}

/** Versions of a catalogue by offer. */
export function versionsOf(catalogue: VersionList): ReadonlyMap<OfferId, OfferVersion> {
  return new Map(catalogue.entries.map(({ version, offer }) => [offer.id, version]));
}

/** What turns `before` into `after`, ascending by offer id; `undefined` = nothing was current before. */
export function changesBetween(before: VersionList | undefined, after: VersionList): readonly OfferChange[] {
  const old: ReadonlyMap<OfferId, OfferVersion> = before === undefined ? new Map() : versionsOf(before);
  const current = versionsOf(after);
  const changes: OfferChange[] = [];
  for (const [offer, version] of current) {
    const known = old.get(offer);
    if (known === undefined) changes.push({ kind: 'added', offer, version });
    else if (known !== version) changes.push({ kind: 'changed', offer, version });
  }
  for (const offer of old.keys()) {
    if (!current.has(offer)) changes.push({ kind: 'removed', offer });
  }
  return changes.sort((one, other) => (one.offer < other.offer ? -1 : 1));
}
