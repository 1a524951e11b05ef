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
/** What offers share is looked for anew after so many. */
const SHARED_FOR_OFFERS = 1000;

type Members = Readonly<Record<string, unknown>>;

/** Members that an offer and those after it share: as they were added, to be told from others, and as they are read. */
type Shared = { readonly added: Members; readonly read: Members };

/**
 * What `add` is given can be read from `held` at once. Ids are not looked at: whoever adds keeps them unique. Members that are the very
 * values of the offers before (the timetable nobody knows, the house, the day of the run) are written once for all of them.
 */
export function holdOffers(): { readonly held: HeldOffers; readonly add: (offer: Offer) => void } {
  const ids: OfferId[] = [];
  const blocks: Buffer[] = [];
  const [blockOf, starts, ends]: [number[], number[], number[]] = [[], [], []];
  const sharedOf: Members[] = [];
  let [used, sharedFor] = [0, 0];
  let [before, shared]: [Members, Shared] = [{}, NOTHING_SHARED];

  const read = (index: number): Offer => {
    const id = ids[index];
    const text = blocks[blockOf[index] ?? -1]?.toString('utf8', starts[index], ends[index]);
    const own: unknown = text === undefined ? undefined : JSON.parse(text);
    const offer = typeof own === 'object' && own !== null ? { ...sharedOf[index], ...own } : own;
    if (!isOffer(offer, id)) throw new RangeError('no offer is held there');
    return offer;
  };
  const add = (offer: Offer): void => {
    if (sharedFor === 0 || !hasAll(offer, shared.added)) {
      shared = sharedBy(before, offer);
      sharedFor = SHARED_FOR_OFFERS;
    }
    sharedFor -= 1;
    before = offer;
    const text = JSON.stringify(membersBeside(shared.added, offer));
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
    sharedOf.push(shared.read);
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

const NOTHING_SHARED: Shared = { added: {}, read: {} };

/** Members of the second that are the very values of the first. */
function sharedBy(one: Members, other: Members): Shared {
  const added = Object.fromEntries(Object.entries(other).filter(([name, value]) => one[name] === value));
  const read: unknown = JSON.parse(JSON.stringify(added)); // nothing that was cut out of a feed's text is kept
  return typeof read === 'object' && read !== null ? { added, read: { ...read } } : NOTHING_SHARED;
}

function hasAll(offer: Members, shared: Members): boolean {
  for (const name in shared) if (offer[name] === undefined) return false;
  return true;
}

function membersBeside(shared: Members, offer: Members): Members {
  const own: Record<string, unknown> = {};
  for (const name in offer) if (offer[name] !== shared[name]) own[name] = offer[name];
  return own;
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
