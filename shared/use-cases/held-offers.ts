import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';

/**
 * Offers that are kept as the bytes of their JSON: a large feed takes a third of the memory that its offers would take, gives
 * the collector nothing to walk through, and no offer holds the text it was cut out of. Each reading makes an offer anew.
 */
export type HeldOffers = Iterable<Offer> & {
  readonly count: number;
  /** In the order in which they were added. */
  readonly ids: readonly OfferId[];
  /** The offer that was added as the `index`th, from 0. Throws RangeError where there is none. */
  readonly read: (index: number) => Offer;
};

const BLOCK_BYTES = 1_048_576;
/** More bytes than any character of a JSON text takes in UTF-8. */
const MOST_BYTES_PER_CHARACTER = 3;

/** What `add` is given can be read from `held` at once. Ids are not looked at: whoever adds keeps them unique. */
export function holdOffers(): { readonly held: HeldOffers; readonly add: (offer: Offer) => void } {
  const ids: OfferId[] = [];
  const blocks: Buffer[] = [];
  const [blockOf, starts, ends]: [number[], number[], number[]] = [[], [], []];
  let used = 0;

  const read = (index: number): Offer => {
    const id = ids[index];
    const text = blocks[blockOf[index] ?? -1]?.toString('utf8', starts[index], ends[index]);
    const offer: unknown = text === undefined ? undefined : JSON.parse(text);
    if (!isOffer(offer, id)) throw new RangeError('no offer is held there');
    return offer;
  };
  const add = (offer: Offer): void => {
    const text = JSON.stringify(offer);
    const most = text.length * MOST_BYTES_PER_CHARACTER;
    let block = blocks.at(-1);
    if (block === undefined || block.length - used < most) {
      block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, most));
      blocks.push(block);
      used = 0;
    }
    ids.push(offer.id);
    blockOf.push(blocks.length - 1);
    starts.push(used);
    used += block.write(text, used, 'utf8');
    ends.push(used);
  };
  return {
    add,
    held: {
      ids,
      read,
      get count() {
        return ids.length;
      },
      *[Symbol.iterator]() {
        for (let index = 0; index < ids.length; index += 1) yield read(index);
      },
    },
  };
}

/** Offers of a list, which keeps them, as if they were held. */
export function heldInList(offers: readonly Offer[]): HeldOffers {
  return {
    ids: offers.map(({ id }) => id),
    count: offers.length,
    read(index) {
      const offer = offers[index];
      if (offer === undefined) throw new RangeError('no offer is held there');
      return offer;
    },
    [Symbol.iterator]: () => offers[Symbol.iterator](),
  };
}

/** What was an offer when it was written is one when it is read. */
function isOffer(value: unknown, id: OfferId | undefined): value is Offer {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id;
}
