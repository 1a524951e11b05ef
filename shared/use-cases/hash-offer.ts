import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import { parseOfferVersion, type OfferVersion } from '../domain/offer/catalogue.ts';
import type { Offer } from '../domain/offer/offer.ts';

/**
 * The version of an offer: SHA-256 of its canonical JSON, cut to 32 hexadecimal digits.
 *
 * `freshness.checked` does not count, so that an offer seen again unchanged keeps its version. In what is stored it is
 * the day on which this version was first seen; the day on which the whole feed was last seen is the pointer's
 * `lastSeenAt`, and whoever shows an offer as checked shows the later of the two.
 */
export function hashOffer(offer: Offer): OfferVersion {
  const freshness = Object.fromEntries(
    Object.entries(offer.freshness).filter(([name]) => name !== 'checked'),
  );
  const digest = createHash('sha256')
    .update(canonicalJson({ ...offer, freshness }))
    .digest();
  const version = parseOfferVersion(digest.toString('hex', 0, 16)); // not cut out of a longer text, which would be kept with it
  if (version === undefined) throw new Error('a hash is 32 hexadecimal digits');
  return version;
}

/** Tells whether settings of a feed changed: SHA-256 of their canonical JSON, cut to 16 hexadecimal digits. */
export function hashSettings(settings: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalJson(settings)).digest('hex').slice(0, 16);
}
