import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { OfferVersion } from '../../domain/offer/catalogue.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { contentHash } from './content-chunks.ts';
import { itemDecoder, text, textAttribute, VERSION_ATTRIBUTE, whole, wholeAttribute } from './item-codec.ts';
import type { Item, ItemFault } from './item-codec.ts';
import { offerKey } from './item-keys.ts';
import { OFFER_FORM, readOfferText } from './stored-offers.ts';

const ITEM_VERSION = 1;
const decode = itemDecoder({
  version: ITEM_VERSION,
  schema: z.object({ form: wholeAttribute, hash: textAttribute, body: textAttribute }),
  upcasters: {},
});

/** An offer version as an item. */
export function toOfferItem(region: RegionId, version: OfferVersion, offer: Offer): Item {
  const body = canonicalJson(offer);
  return {
    ...offerKey(region, offer.id, version),
    [VERSION_ATTRIBUTE]: whole(ITEM_VERSION),
    form: whole(OFFER_FORM),
    hash: text(contentHash(body)),
    body: text(body),
  };
}

/** An offer from its item; `malformed` too when the body is not the one that was written. */
export function fromOfferItem(item: Item): Result<Offer, ItemFault> {
  const stored = decode(item);
  if (!stored.ok) return stored;
  const { form, hash, body } = stored.value;
  if (form > OFFER_FORM) return failed('newer-version');
  if (contentHash(body) !== hash) return failed('malformed');
  const offer = readOfferText(body, form);
  return offer === undefined ? failed('malformed') : ok(offer);
}
