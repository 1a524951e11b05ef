import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../../../shared/domain/offer/catalogue.ts';
import { hasIndex } from '../../../shared/use-cases/catalogue-index.ts';
import { countingStores } from '../../support/faulty-store.ts';
import { killAgainAndAgain, type Acknowledged, type Killed } from '../../support/kill-rounds.ts';
import { readCurrent, replayLog } from '../../support/publish-offers.ts';
import { scratchFolder, type Stores } from '../../support/stores.ts';
import { importRun, openStores, readBerlin, writeRuns, type Berlin } from './berlin-runs.ts';
import { expectedRuns, readInFull, type ExpectedRuns } from './expected-runs.ts';
import { measureStages, planMoments, STAGES, type Kind } from './kill-moments.ts';

const PROGRAM = fileURLToPath(new URL('import-loop.ts', import.meta.url));
const SEED = 20_250_324;
// Every folder begins empty and is used for four rounds; it comes to five runs, and more where a kill comes late. That an
// import survives its death at each of its writes is shown in one process by die-at-every-write.test.ts.
const KINDS: readonly Kind[] = ['into-nothing', 'first', 'second', 'first'];
const FOLDERS = 2;
const LAST_RUN = 10;

const scratch = scratchFolder();
let berlin: Berlin;
let expectedAt: ExpectedRuns;
beforeAll(async () => {
  process.env['NODE_COMPILE_CACHE'] = newFolder('compiled'); // 20 processes start here, all of the same modules
  berlin = await readBerlin(newFolder('feed'));
  await writeRuns(berlin, LAST_RUN);
  expectedAt = expectedRuns(berlin);
});
afterAll(scratch.remove);

function newFolder(name: string): string {
  const folder = join(scratch.path, name);
  mkdirSync(folder);
  return folder;
}

/**
 * The pointer is at this run, and what it names is that of a run nobody killed, its index and the last version in full too;
 * versions of `alreadyRead` are not read again.
 */
async function expectWholeAt(run: number, stores: Stores, alreadyRead?: Catalogue): Promise<Catalogue> {
  const { region } = berlin.loaded;
  const { id } = region;
  const { pointer, catalogue } = await readCurrent(stores.catalogues, id, berlin.feed.id);
  const expected = await expectedAt(run);
  expect(pointer!.sequence).toBe(run);
  expect(catalogue).toEqual(expected.catalogue);
  const current = { pointer: pointer!, catalogue: catalogue! };
  expect(await hasIndex(stores.catalogues, region, current)).toBe(true);
  const known = alreadyRead === undefined ? undefined : versionsOf(alreadyRead);
  const open = [...versionsOf(catalogue!)].filter(([offer, version]) => known?.get(offer) !== version);
  expect(await readInFull(stores, id, open)).toEqual(
    new Map(open.map(([offer]) => [offer, expected.offers.get(offer)])),
  );
  return catalogue!;
}

async function expectKept({ catalogues }: Stores, acknowledged: readonly Acknowledged[]): Promise<void> {
  const { id } = berlin.loaded.region;
  const kept = await catalogues.readPublications(id, berlin.feed.id, 1000);
  expect(kept.map(({ sequence, catalogue }) => ({ sequence, catalogue }))).toEqual(
    expect.arrayContaining([...acknowledged]),
  );
}

/** The old state or the new one, nothing in between, and never less than was acknowledged. */
async function sequenceAfter(
  stores: Stores,
  { stages }: Killed,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  const { stage, run } = stages.at(-1)!;
  const pointers = await stores.catalogues.readPointers(berlin.loaded.region.id);
  const sequence = pointers[0]?.sequence ?? 0;
  expect(sequence).toBeGreaterThanOrEqual(acknowledged.at(-1)?.sequence ?? 0);
  expect(stage === 'pointer' ? [run - 1, run] : [run - 1]).toContain(sequence);
  return sequence;
}

/** Looks at what was left, imports the same file again, and once more; adds what the first of these acknowledged. */
async function expectSound(stores: Stores, killed: Killed, acknowledged: Acknowledged[]): Promise<void> {
  const { id } = berlin.loaded.region;
  const { run } = killed.stages.at(-1)!;
  const sequence = await sequenceAfter(stores, killed, acknowledged);
  const left = sequence === 0 ? undefined : await expectWholeAt(sequence, stores);

  const next = await importRun(berlin, stores, run);
  expect(next).toMatchObject({ state: sequence === run ? 'unchanged' : 'published' });
  acknowledged.push(next.current!);
  const catalogue = await expectWholeAt(run, stores, left);
  await expectKept(stores, acknowledged);
  expect(await replayLog(stores.catalogues, id, berlin.feed.id)).toEqual(versionsOf(catalogue));

  const { stores: counted, writes } = countingStores(stores);
  const again = await importRun(berlin, counted, run);
  expect(again).toMatchObject({ state: 'unchanged', current: next.current });
  expect(writes()).toBe(0);
}

const BUSY_MACHINE = { timeout: 400_000 };

it(
  'ends at exactly the offers of the file after a kill at 8 moments of an import',
  BUSY_MACHINE,
  async () => {
    const times = await measureStages([PROGRAM, newFolder('measured'), berlin.files]);
    const kinds = Array.from({ length: FOLDERS }, () => KINDS).flat();
    const moments = planMoments(kinds, times, SEED);
    const killedIn = new Map(STAGES.map((stage) => [stage as string, 0]));
    let acknowledged: Acknowledged[] = [];
    let folder = '';
    await killAgainAndAgain({
      rounds: kinds.length,
      seed: SEED,
      arguments: (round) => {
        if (kinds[round - 1] === 'into-nothing') {
          folder = newFolder(`store-${String(round)}`);
          acknowledged = [];
        }
        return [PROGRAM, folder, berlin.files];
      },
      moment: (round) => moments[round - 1]!.moment,
      afterKill: async (said, _round, killed) => {
        acknowledged.push(...said);
        const { stage } = killed.stages.at(-1)!;
        killedIn.set(stage, killedIn.get(stage)! + 1);
        const { stores, stop } = await openStores(folder);
        try {
          await expectSound(stores, killed, acknowledged);
        } finally {
          await stop();
        }
      },
    });
    // A busy machine may come too late for the short stages every time, but not for the others.
    expect([...killedIn.values()].filter((kills) => kills > 0).length).toBeGreaterThanOrEqual(3);
  },
);
