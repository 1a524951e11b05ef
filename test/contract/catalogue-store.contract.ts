import { describe, expect, it } from 'vitest';
import { changesBetween, toCatalogueOffer, versionsOf } from '../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue, CatalogueEntry, CatalogueId } from '../../shared/domain/offer/catalogue.ts';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { RegionId } from '../../shared/domain/place/region.ts';
import type { CatalogueStore, HiddenTarget, Lease } from '../../shared/ports/catalogue-store.ts';
import { CatalogueDamaged } from '../../shared/ports/store-failures.ts';
import { hashOffer } from '../../shared/use-cases/hash-offer.ts';
import { FEED, freshRegion, numberedId, numberedOffers } from '../support/numbered-offers.ts';
import { readCurrent, replayLog } from '../support/publish-offers.ts';

/** A store and the means to spoil what it holds behind its back. */
export type CatalogueStoreUnderTest = {
  readonly catalogues: CatalogueStore;
  readonly removeContent: (region: RegionId, id: CatalogueId) => Promise<void>;
  readonly alterContent: (region: RegionId, id: CatalogueId) => Promise<void>;
};

function catalogueOf(offers: readonly Offer[]): Catalogue {
  return {
    feed: FEED,
    entries: offers.map((offer) => ({ version: hashOffer(offer), offer: toCatalogueOffer(offer) })),
  };
}

async function leased(catalogues: CatalogueStore, region: RegionId, owner = 'one', now = 0): Promise<Lease> {
  const lease = await catalogues.takeLease(region, FEED, { owner, now, until: now + 1000 });
  if (!lease.ok) throw new Error('the lease is held');
  return lease.value;
}

/** Publishes a state over what is current, as `one` publisher after the other would. */
async function publishState(
  catalogues: CatalogueStore,
  region: RegionId,
  offers: readonly Offer[],
  now = 0,
): Promise<CatalogueId> {
  const lease = await leased(catalogues, region, 'one', now);
  const before = await readCurrent(catalogues, region);
  const after = catalogueOf(offers);
  const catalogue = await catalogues.writeCatalogue(region, after);
  const moved = await catalogues.publish(
    region,
    lease,
    {
      catalogue,
      expectedSequence: before.pointer?.sequence ?? 0,
      changes: changesBetween(before.catalogue, after),
    },
    now,
  );
  expect(moved).toMatchObject({ ok: true });
  return catalogue;
}

async function entriesOf(
  catalogues: CatalogueStore,
  region: RegionId,
  id: CatalogueId,
): Promise<readonly CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  await catalogues.readEntries(region, FEED, id, (entry) => {
    entries.push(entry);
  });
  return entries;
}

/** What every CatalogueStore has to keep; run over each adapter. */
export function catalogueStoreContract(name: string, open: () => CatalogueStoreUnderTest): void {
  describe(`${name} as CatalogueStore`, () => {
    describe('content', () => {
      it('gives back what was written', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const catalogue = catalogueOf(numberedOffers(1, 120));
        const id = await catalogues.writeCatalogue(region, catalogue);
        expect(await catalogues.readCatalogue(region, FEED, id)).toEqual(catalogue);
      });

      it('hands its entries over one by one, the same ones', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const { entries, feed } = catalogueOf(
          numberedOffers(1, 120).map((offer) => ({ ...offer, title: `"{[Ä😀]}\\" ${offer.title} \\` })),
        );
        const [first, ...others] = entries;
        const catalogue = { feed, entries: [{ ...first!, missingSince: 1_742_792_400_000 }, ...others] };
        const id = await catalogues.writeCatalogue(region, catalogue);
        expect(await entriesOf(catalogues, region, id)).toEqual(catalogue.entries);
      });

      it('keeps since when an offer is missing', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const [first, ...others] = catalogueOf(numberedOffers(1, 3)).entries;
        const catalogue = {
          feed: FEED,
          entries: [{ ...first!, missingSince: 1_742_792_400_000 }, ...others],
        };
        const id = await catalogues.writeCatalogue(region, catalogue);
        expect(await catalogues.readCatalogue(region, FEED, id)).toEqual(catalogue);
      });

      it('names the same content the same, in every region and run', async () => {
        const { catalogues } = open();
        const first = await catalogues.writeCatalogue(freshRegion(), catalogueOf(numberedOffers(1, 30)));
        const second = await catalogues.writeCatalogue(freshRegion(), catalogueOf(numberedOffers(1, 30)));
        expect(second).toBe(first);
      });

      it('names other content otherwise', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const first = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 30)));
        const second = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 30, 2)));
        expect(second).not.toBe(first);
      });

      it('keeps a catalogue without offers', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const id = await catalogues.writeCatalogue(region, catalogueOf([]));
        expect(await catalogues.readCatalogue(region, FEED, id)).toEqual({ feed: FEED, entries: [] });
        expect(await entriesOf(catalogues, region, id)).toEqual([]);
      });

      it('refuses entries that do not ascend by id', async () => {
        const { catalogues } = open();
        const reversed = catalogueOf(numberedOffers(1, 3).toReversed());
        await expect(catalogues.writeCatalogue(freshRegion(), reversed)).rejects.toThrow(RangeError);
      });

      it('does not serve content of which a part is missing', async () => {
        const { catalogues, removeContent } = open();
        const region = freshRegion();
        const id = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 120)));
        await removeContent(region, id);
        await expect(catalogues.readCatalogue(region, FEED, id)).rejects.toThrow(CatalogueDamaged);
        await expect(entriesOf(catalogues, region, id)).rejects.toThrow(CatalogueDamaged);
      });

      it('does not serve content that was altered', async () => {
        const { catalogues, alterContent } = open();
        const region = freshRegion();
        const id = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 120)));
        await alterContent(region, id);
        await expect(catalogues.readCatalogue(region, FEED, id)).rejects.toThrow(CatalogueDamaged);
        await expect(entriesOf(catalogues, region, id)).rejects.toThrow(CatalogueDamaged);
      });

      it('heals damage when the same catalogue is written again', async () => {
        const { catalogues, alterContent } = open();
        const region = freshRegion();
        const catalogue = catalogueOf(numberedOffers(1, 120));
        const id = await catalogues.writeCatalogue(region, catalogue);
        await alterContent(region, id);
        await catalogues.writeCatalogue(region, catalogue);
        expect(await catalogues.readCatalogue(region, FEED, id)).toEqual(catalogue);
      });

      it('says that a catalogue is damaged when it was never written', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const elsewhere = await catalogues.writeCatalogue(freshRegion(), catalogueOf(numberedOffers(1, 2)));
        await expect(catalogues.readCatalogue(region, FEED, elsewhere)).rejects.toThrow(CatalogueDamaged);
        await expect(entriesOf(catalogues, region, elsewhere)).rejects.toThrow(CatalogueDamaged);
      });
    });

    describe('index', () => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) % 251);

      it('is given back as it was laid, and again over the one before', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const id = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 30)));
        expect(await catalogues.readIndex(region, FEED, id)).toBeUndefined();
        await catalogues.writeIndex(region, FEED, id, [bytes]);
        const read = await catalogues.readIndex(region, FEED, id);
        expect(read).toEqual(bytes);
        expect(read?.byteOffset).toBe(0);
        await catalogues.writeIndex(region, FEED, id, [bytes.subarray(7, 500), bytes.subarray(500, 1000)]);
        expect(await catalogues.readIndex(region, FEED, id)).toEqual(bytes.slice(7, 1000));
      });

      it('lies beside its own catalogue alone, which stays as it is', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const first = catalogueOf(numberedOffers(1, 30));
        const id = await catalogues.writeCatalogue(region, first);
        const other = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 30, 2)));
        await catalogues.writeIndex(region, FEED, id, [bytes]);
        expect(await catalogues.readIndex(region, FEED, other)).toBeUndefined();
        expect(await catalogues.readCatalogue(region, FEED, id)).toEqual(first);
      });

      it('cannot lie beside a catalogue that was never written', async () => {
        const { catalogues } = open();
        const elsewhere = await catalogues.writeCatalogue(freshRegion(), catalogueOf(numberedOffers(1, 2)));
        const laid = catalogues.writeIndex(freshRegion(), FEED, elsewhere, [bytes]);
        await expect(laid).rejects.toThrow(CatalogueDamaged);
      });

      it('is gone when its catalogue is written again', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const catalogue = catalogueOf(numberedOffers(1, 30));
        const id = await catalogues.writeCatalogue(region, catalogue);
        await catalogues.writeIndex(region, FEED, id, [bytes]);
        await catalogues.writeCatalogue(region, catalogue);
        expect(await catalogues.readIndex(region, FEED, id)).toBeUndefined();
      });
    });

    describe('pointer', () => {
      it('names nothing before the first publication, even when content was written and a lease taken', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await leased(catalogues, region);
        await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 3)));
        expect(await catalogues.readPointers(region)).toEqual([]);
      });

      it('names what was published, when, from what and what it replaced', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const first = await publishState(catalogues, region, numberedOffers(1, 3), 10);
        const lease = await leased(catalogues, region, 'one', 20);
        const second = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 4)));
        const publication = { catalogue: second, expectedSequence: 1, changes: [], source: 'abc' };
        const moved = await catalogues.publish(region, lease, publication, 25);
        const pointer = {
          feed: FEED,
          sequence: 2,
          catalogue: second,
          previous: first,
          publishedAt: 25,
          lastSeenAt: 25,
          source: 'abc',
        };
        expect(moved).toEqual({ ok: true, value: pointer });
        expect(await catalogues.readPointers(region)).toEqual([pointer]);
      });

      it('is one per feed, ascending by feed, and apart for each region', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await publishState(catalogues, region, numberedOffers(1, 3));
        const other = parseFeedId('arbeitsagentur')!;
        const lease = await catalogues.takeLease(region, other, { owner: 'one', now: 0, until: 9 });
        const catalogue = await catalogues.writeCatalogue(region, { feed: other, entries: [] });
        if (lease.ok) {
          await catalogues.publish(region, lease.value, { catalogue, expectedSequence: 0, changes: [] }, 1);
        }
        expect((await catalogues.readPointers(region)).map(({ feed }) => feed)).toEqual([other, FEED]);
        expect(await catalogues.readPointers(freshRegion())).toEqual([]);
      });

      it('does not move from another sequence than the one it has', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const first = await publishState(catalogues, region, numberedOffers(1, 3));
        const lease = await leased(catalogues, region);
        const catalogue = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 4)));
        for (const expectedSequence of [0, 2]) {
          const publication = { catalogue, expectedSequence, changes: [] };
          expect(await catalogues.publish(region, lease, publication, 1)).toEqual({
            ok: false,
            failure: 'moved',
          });
        }
        expect((await readCurrent(catalogues, region)).pointer?.catalogue).toBe(first);
      });

      it('does not move to a catalogue that was never written', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const elsewhere = await catalogues.writeCatalogue(freshRegion(), catalogueOf(numberedOffers(1, 9)));
        const lease = await leased(catalogues, region);
        const publication = { catalogue: elsewhere, expectedSequence: 0, changes: [] };
        await expect(catalogues.publish(region, lease, publication, 1)).rejects.toThrow(CatalogueDamaged);
        expect(await catalogues.readPointers(region)).toEqual([]);
      });

      it('gives the same answer when a publication is repeated, and moves once', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const lease = await leased(catalogues, region);
        const catalogue = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 4)));
        const publication = { catalogue, expectedSequence: 0, changes: [] };
        const first = await catalogues.publish(region, lease, publication, 1);
        expect(await catalogues.publish(region, lease, publication, 2)).toEqual(first);
        expect(await catalogues.readPublications(region, FEED, 10)).toHaveLength(1);
      });

      it('notes that the feed was seen again, never that it was seen earlier', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await publishState(catalogues, region, numberedOffers(1, 3), 10);
        await catalogues.markSeen(region, FEED, 50);
        await catalogues.markSeen(region, FEED, 40);
        const [pointer] = await catalogues.readPointers(region);
        expect(pointer).toMatchObject({ publishedAt: 10, lastSeenAt: 50, sequence: 1 });
      });

      it('stays absent when a feed that was never published is marked as seen', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await catalogues.markSeen(region, FEED, 50);
        expect(await catalogues.readPointers(region)).toEqual([]);
      });
    });

    describe('lease', () => {
      it('is held by one owner until it has run out', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await leased(catalogues, region, 'one', 0);
        const early = await catalogues.takeLease(region, FEED, { owner: 'two', now: 999, until: 2000 });
        expect(early).toEqual({ ok: false, failure: 'held' });
        const late = await catalogues.takeLease(region, FEED, { owner: 'two', now: 1000, until: 2000 });
        expect(late).toMatchObject({ ok: true, value: { owner: 'two', feed: FEED, until: 2000, fence: 2 } });
      });

      it('is free again once given back', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await catalogues.releaseLease(region, await leased(catalogues, region, 'one', 0));
        const next = await catalogues.takeLease(region, FEED, { owner: 'two', now: 1, until: 9 });
        expect(next).toMatchObject({ ok: true });
      });

      it('is not given back by one who has lost it', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const lost = await leased(catalogues, region, 'one', 0);
        await leased(catalogues, region, 'two', 1000);
        await catalogues.releaseLease(region, lost);
        const third = await catalogues.takeLease(region, FEED, { owner: 'three', now: 1001, until: 3000 });
        expect(third).toEqual({ ok: false, failure: 'held' });
      });

      it('goes to an operator at once', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await leased(catalogues, region, 'one', 0);
        const wanted = { owner: 'operator', now: 1, until: 9, evenIfHeld: true };
        expect(await catalogues.takeLease(region, FEED, wanted)).toMatchObject({ ok: true });
      });

      it('goes to exactly one of many that ask at the same time', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const owners = Array.from({ length: 20 }, (_, index) => `owner-${String(index)}`);
        const taken = await Promise.all(
          owners.map((owner) => catalogues.takeLease(region, FEED, { owner, now: 0, until: 9 })),
        );
        expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
      });

      it('fences off a publisher that slept through its lease', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const sleeper = await leased(catalogues, region, 'sleeper', 0);
        const old = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 3)));
        await leased(catalogues, region, 'next', 1000);
        const publication = { catalogue: old, expectedSequence: 0, changes: [] };
        const woken = await catalogues.publish(region, sleeper, publication, 5000);
        expect(woken).toEqual({ ok: false, failure: 'lost-lease' });
        expect(await catalogues.readPointers(region)).toEqual([]);
      });

      it('ends with being given back', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const lease = await leased(catalogues, region);
        const catalogue = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 3)));
        await catalogues.releaseLease(region, lease);
        const publication = { catalogue, expectedSequence: 0, changes: [] };
        expect(await catalogues.publish(region, lease, publication, 1)).toEqual({
          ok: false,
          failure: 'lost-lease',
        });
      });
    });

    describe('two publishers at the same time', () => {
      it('move the pointer once, and only the winner is in the log, in 50 rounds', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await publishState(catalogues, region, numberedOffers(1, 5, 1));
        for (let round = 1; round <= 50; round++) {
          const before = await readCurrent(catalogues, region);
          const lease = await leased(catalogues, region, 'one', round * 10_000);
          const candidates = await Promise.all(
            [1, 2].map(async (publisher) => {
              const after = catalogueOf(numberedOffers(1, 5, round * 10 + publisher));
              const catalogue = await catalogues.writeCatalogue(region, after);
              const changes = changesBetween(before.catalogue, after);
              return { after, publication: { catalogue, expectedSequence: round, changes } };
            }),
          );
          const outcomes = await Promise.all(
            candidates.map(({ publication }) => catalogues.publish(region, lease, publication, round)),
          );
          const winner = outcomes.findIndex(({ ok }) => ok);
          expect(outcomes[1 - winner]).toEqual({ ok: false, failure: 'moved' });
          const current = await readCurrent(catalogues, region);
          expect(current.catalogue).toEqual(candidates[winner]!.after);
          expect(await replayLog(catalogues, region)).toEqual(versionsOf(candidates[winner]!.after));
        }
      });

      it('of whom one took the lease from the other leave the state of the later one, in 50 rounds', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        for (let round = 0; round < 50; round++) {
          const before = await readCurrent(catalogues, region);
          const leases = [
            await leased(catalogues, region, 'sleeper', round * 10_000),
            await leased(catalogues, region, 'next', round * 10_000 + 5000),
          ];
          const catalogue = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(1, 2, round)));
          const publication = {
            catalogue,
            expectedSequence: before.pointer?.sequence ?? 0,
            changes: changesBetween(before.catalogue, catalogueOf(numberedOffers(1, 2, round))),
          };
          const [slept, went] = await Promise.all(
            leases.map((lease) => catalogues.publish(region, lease, publication, round)),
          );
          expect(slept).toEqual({ ok: false, failure: 'lost-lease' });
          expect(went).toMatchObject({ ok: true, value: { sequence: round + 1 } });
        }
      });
    });

    describe('change log', () => {
      it('tells additions, changes and removals in order', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const second = [...numberedOffers(2, 2, 2), ...numberedOffers(3, 4)];
        await publishState(catalogues, region, numberedOffers(1, 3));
        await publishState(catalogues, region, second);
        const versions = versionsOf(catalogueOf(second));
        expect(await catalogues.readChanges(region, FEED, 1, 10)).toEqual([
          { kind: 'removed', offer: numberedId(1), sequence: 2, index: 0 },
          {
            kind: 'changed',
            offer: numberedId(2),
            version: versions.get(numberedId(2)),
            sequence: 2,
            index: 1,
          },
          {
            kind: 'added',
            offer: numberedId(4),
            version: versions.get(numberedId(4)),
            sequence: 2,
            index: 2,
          },
        ]);
      });

      it('read from its start in pieces of any size amounts to what is current', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const states = [
          numberedOffers(1, 20),
          numberedOffers(5, 25),
          numberedOffers(3, 9, 2),
          numberedOffers(1, 40),
        ];
        for (const state of states) await publishState(catalogues, region, state);
        const whole = await catalogues.readChanges(region, FEED, 0, 1000);
        for (const limit of [1, 2, 3]) {
          const pieces = [];
          for (let after = 0; after < states.length; after += limit) {
            pieces.push(...(await catalogues.readChanges(region, FEED, after, limit)));
          }
          expect(pieces).toEqual(whole);
        }
        expect(await replayLog(catalogues, region)).toEqual(versionsOf(catalogueOf(states.at(-1)!)));
      });

      it('never shows what a publisher who lost had prepared', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        await publishState(catalogues, region, numberedOffers(1, 3));
        const loser = await leased(catalogues, region, 'loser', 5000);
        const catalogue = await catalogues.writeCatalogue(region, catalogueOf(numberedOffers(7, 9)));
        await leased(catalogues, region, 'one', 9000);
        const changes = [{ kind: 'removed', offer: numberedId(1) } as const];
        await catalogues.publish(region, loser, { catalogue, expectedSequence: 1, changes }, 9001);
        expect(await catalogues.readChanges(region, FEED, 1, 10)).toEqual([]);
        await publishState(catalogues, region, numberedOffers(1, 4), 20_000);
        expect(await catalogues.readChanges(region, FEED, 1, 10)).toMatchObject([
          { kind: 'added', sequence: 2 },
        ]);
      });

      it('is empty before the first publication and after the last', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        expect(await catalogues.readChanges(region, FEED, 0, 10)).toEqual([]);
        await publishState(catalogues, region, numberedOffers(1, 3));
        expect(await catalogues.readChanges(region, FEED, 1, 10)).toEqual([]);
        expect(await catalogues.readChanges(region, FEED, 7, 10)).toEqual([]);
      });

      it('lists the moves of the pointer, the last first', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        const first = await publishState(catalogues, region, numberedOffers(1, 3), 10);
        const second = await publishState(catalogues, region, numberedOffers(1, 4), 20);
        const third = await publishState(catalogues, region, numberedOffers(1, 6), 30);
        expect(await catalogues.readPublications(region, FEED, 10)).toEqual([
          { sequence: 3, catalogue: third, publishedAt: 30, lastSeenAt: 30, changes: 2 },
          { sequence: 2, catalogue: second, publishedAt: 20, lastSeenAt: 20, changes: 1 },
          { sequence: 1, catalogue: first, publishedAt: 10, lastSeenAt: 10, changes: 3 },
        ]);
        expect(await catalogues.readPublications(region, FEED, 1)).toMatchObject([{ sequence: 3 }]);
        expect(await catalogues.readPublications(freshRegion(), FEED, 10)).toEqual([]);
      });
    });

    describe('hidden list', () => {
      const targets: readonly HiddenTarget[] = [
        { kind: 'feed', id: FEED },
        { kind: 'offer', id: numberedId(1) },
        { kind: 'offer', id: numberedId(2) },
        { kind: 'provider', id: 'Träger #1 (Süd)' },
      ];

      it('holds what was hidden, once each and in one order', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        for (const target of targets.toReversed()) await catalogues.hide(region, target, 5);
        await catalogues.hide(region, targets[0]!, 6);
        expect(await catalogues.readHidden(region)).toEqual(targets);
        expect(await catalogues.readHidden(freshRegion())).toEqual([]);
      });

      it('loses what is shown again, and bears to be told so twice', async () => {
        const { catalogues } = open();
        const region = freshRegion();
        for (const target of targets) await catalogues.hide(region, target, 5);
        await catalogues.unhide(region, targets[1]!);
        await catalogues.unhide(region, targets[1]!);
        expect(await catalogues.readHidden(region)).toEqual(targets.filter((_, index) => index !== 1));
      });
    });
  });
}
