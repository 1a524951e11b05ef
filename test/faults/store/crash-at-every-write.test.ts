import { describe, expect, it } from 'vitest';
import { toCatalogueOffer, versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../../../shared/domain/offer/catalogue.ts';
import type { RegionId } from '../../../shared/domain/place/region.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { DEATHS, dyingAccess, type Death } from '../../support/faulty-dynamodb.ts';
import { dyingStores } from '../../support/faulty-store.ts';
import { FEED, freshRegion, numberedOffers } from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent, readCurrentIndex, replayLog } from '../../support/publish-offers.ts';
import { embeddedForTests } from '../../support/embedded-for-tests.ts';
import { dynamoStores, memoryStores, type Stores } from '../../support/stores.ts';

const embedded = await embeddedForTests();

type Dying = { readonly healthy: Stores; readonly dying: Stores; readonly hasDied: () => boolean };
type Kind = {
  readonly name: string;
  readonly deaths: readonly Death[];
  readonly open: (at: number, death: Death) => Dying;
};

const KINDS: readonly Kind[] = [
  {
    name: 'DynamoDB',
    deaths: DEATHS,
    open: (at, death) => {
      const { access, hasDied } = dyingAccess(embedded.store.endpoint, embedded.access, { at, death });
      return { healthy: dynamoStores(embedded.access), dying: dynamoStores(access), hasDied };
    },
  },
  {
    name: 'memory',
    deaths: ['before', 'after'],
    open: (at, death) => {
      const healthy = memoryStores();
      const { stores, hasDied } = dyingStores(healthy, { at, death: death === 'after' ? 'after' : 'before' });
      return { healthy, dying: stores, hasDied };
    },
  },
];

// 40 offers stay, 20 change, 20 go, 20 come: several batches, several pieces, every kind of change.
const OLD = numberedOffers(1, 80);
const NEW = [...numberedOffers(1, 40), ...numberedOffers(41, 60, 2), ...numberedOffers(81, 100)];
const AFTER_THE_LEASE = 1_000_000;

function stateOf(offers: typeof OLD): Catalogue {
  return {
    feed: FEED,
    entries: offers.map((offer) => ({ version: hashOffer(offer), offer: toCatalogueOffer(offer) })),
  };
}

/** Whatever is current is whole: its content, each version it names in full, and the log that leads to it. */
async function expectWhole({ offers, catalogues }: Stores, region: RegionId, allowed: readonly Catalogue[]) {
  const { catalogue } = await readCurrent(catalogues, region);
  expect(allowed).toContainEqual(catalogue);
  const versions = await Promise.all(
    catalogue!.entries.map(({ offer, version }) => offers.readVersion(region, offer.id, version)),
  );
  expect(versions.map((offer) => offer && toCatalogueOffer(offer))).toEqual(
    catalogue!.entries.map(({ offer }) => offer),
  );
  expect(await replayLog(catalogues, region)).toEqual(versionsOf(catalogue!));
  // The index is laid before the pointer moves: what is current has its own, and never another's.
  expect(await readCurrentIndex(catalogues, region)).toBeDefined();
}

type Work = (stores: Stores, region: RegionId, owner: string, now: number) => Promise<unknown>;

/** Lets a process die at its first, second, … write until it gets through; gives the number of writes it died at. */
async function sweep(
  kind: Kind,
  death: Death,
  before: Work,
  work: Work,
  [oldState, newState]: readonly [Catalogue, Catalogue],
): Promise<number> {
  for (let at = 1; ; at++) {
    const { healthy, dying, hasDied } = kind.open(at, death);
    const region = freshRegion();
    await before(healthy, region, 'first', 0);
    await work(dying, region, 'dying', AFTER_THE_LEASE).catch(() => undefined);
    await expectWhole(healthy, region, [oldState, newState]);
    if (!hasDied()) return at - 1;
    await work(healthy, region, 'next', 2 * AFTER_THE_LEASE);
    await expectWhole(healthy, region, [newState]);
  }
}

describe.each(KINDS)('a process that dies at any write in $name', (kind) => {
  const [publishOld, publishNew]: readonly Work[] = [OLD, NEW].map(
    (offers) => (stores, region, owner, now) => publishOffers(stores, region, offers, { owner, now }),
  );

  it.each(kind.deaths)(
    'of a publication leaves the old or the new, and the next run gets there (%s)',
    async (death) => {
      const states = [stateOf(OLD), stateOf(NEW)] as const;
      const positions = await sweep(kind, death, publishOld!, publishNew!, states);
      expect(positions).toBeGreaterThanOrEqual(kind.name === 'DynamoDB' ? 12 : 6);
    },
  );

  it.each(kind.deaths)(
    'of a roll back leaves the new or the old, and the next try gets there (%s)',
    async (death) => {
      const before: Work = async (stores, region) => {
        await publishOld!(stores, region, 'first', 0);
        await publishNew!(stores, region, 'second', 1);
      };
      const work: Work = async ({ catalogues }, region, owner, now) => {
        const { pointer } = await readCurrent(catalogues, region);
        if (pointer?.rolledBackFrom !== undefined) return; // the dying one got through
        const back = await rollBack({ catalogues, owner, clock: () => now }, region, FEED);
        expect(back).toMatchObject({ ok: true });
      };
      const positions = await sweep(kind, death, before, work, [stateOf(NEW), stateOf(OLD)]);
      expect(positions).toBeGreaterThanOrEqual(kind.name === 'DynamoDB' ? 4 : 3);
    },
  );
});
