import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { toCatalogueOffer, versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import { parseCatalogueId } from '../../../shared/domain/offer/catalogue.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { killAgainAndAgain, type Acknowledged } from '../../support/kill-rounds.ts';
import { FEED, freshRegion } from '../../support/numbered-offers.ts';
import { numberedRun } from '../../support/numbered-runs.ts';
import { publishOffers, readCurrent, replayLog } from '../../support/publish-offers.ts';
import { dynamoStores, openEmbedded, scratchFolder, type Stores } from '../../support/stores.ts';

const PROGRAM = fileURLToPath(new URL('publish-loop.ts', import.meta.url));
const ROUNDS = 30;

const folder = scratchFolder();
afterAll(folder.remove);

const region = freshRegion();

async function withStores(look: (stores: Stores) => Promise<void>): Promise<void> {
  const { store, access } = await openEmbedded(folder.path);
  try {
    await look(dynamoStores(access));
  } finally {
    await store.stop();
  }
}

/** The current catalogue is that of its run, to the last offer, and every version it names is there in full. */
async function expectCurrentWhole({ offers, catalogues }: Stores): Promise<number> {
  const { pointer, catalogue } = await readCurrent(catalogues, region);
  if (pointer === undefined) return 0;
  const expected = numberedRun(pointer.sequence);
  expect(catalogue!.entries).toEqual(
    expected.map((offer) => ({ version: hashOffer(offer), offer: toCatalogueOffer(offer) })),
  );
  const stored = await Promise.all(
    catalogue!.entries.map(({ offer, version }) => offers.readVersion(region, offer.id, version)),
  );
  expect(stored).toEqual(expected);
  return pointer.sequence;
}

async function expectKept({ catalogues }: Stores, acknowledged: readonly Acknowledged[]): Promise<void> {
  const kept = await catalogues.readPublications(region, FEED, 1_000_000);
  expect(kept.map(({ sequence, catalogue }) => ({ sequence, catalogue }))).toEqual(
    expect.arrayContaining([...acknowledged]),
  );
  for (const { catalogue } of acknowledged.slice(-5)) {
    const read = await catalogues.readCatalogue(region, FEED, parseCatalogueId(catalogue)!);
    expect(read.entries).toHaveLength(60);
  }
}

it('keeps every acknowledged publication, and only whole ones, when all processes are killed at 30 moments', async () => {
  const all: Acknowledged[] = [];
  await killAgainAndAgain({
    rounds: ROUNDS,
    seed: 20_250_325,
    arguments: (round) => [PROGRAM, folder.path, String(round * 1_000_000)],
    afterKill: async (acknowledged, round) => {
      all.push(...acknowledged);
      await withStores(async (stores) => {
        const sequence = await expectCurrentWhole(stores);
        expect(sequence).toBeGreaterThanOrEqual(all.at(-1)?.sequence ?? 0);
        await expectKept(stores, acknowledged);
        // The next run gets through, whatever the killed one left behind.
        const run = { owner: 'next', now: round * 1_000_000 + 500_000 };
        const { pointer } = await publishOffers(stores, region, numberedRun(sequence + 1), run);
        all.push({ sequence: pointer.sequence, catalogue: pointer.catalogue });
        expect(await expectCurrentWhole(stores)).toBe(sequence + 1);
      });
    },
  });
  expect(all.length).toBeGreaterThan(ROUNDS + 40); // one of our own per round, the rest by those who were killed
  await withStores(async (stores) => {
    await expectKept(stores, all);
    const { catalogue } = await readCurrent(stores.catalogues, region);
    expect(await replayLog(stores.catalogues, region)).toEqual(versionsOf(catalogue!));
  });
});
