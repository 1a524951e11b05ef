import { versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue, OfferVersion } from '../../../shared/domain/offer/catalogue.ts';
import type { OfferId } from '../../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { RegionId } from '../../../shared/domain/place/region.ts';
import { readCurrent } from '../../support/publish-offers.ts';
import { memoryStores, type Stores } from '../../support/stores.ts';
import { fileOfRun, importRun, type Berlin } from './berlin-runs.ts';

/** What a run must bring, counted from 1: its catalogue, and its offers in full. */
export type ExpectedRuns = (
  run: number,
) => Promise<{ readonly catalogue: Catalogue; readonly offers: ReadonlyMap<OfferId, Offer> }>;

const READ_AT_ONCE = 50;

/** Finds out by importing the file of the run into an empty store in memory, once for each file. */
export function expectedRuns(berlin: Berlin): ExpectedRuns {
  const byFile = new Map<string, ReturnType<ExpectedRuns>>();
  return (run) => {
    const file = fileOfRun(run);
    const expected = byFile.get(file) ?? importIntoMemory(berlin, run);
    byFile.set(file, expected);
    return expected;
  };
}

async function importIntoMemory(berlin: Berlin, run: number): ReturnType<ExpectedRuns> {
  const stores = memoryStores();
  const { id } = berlin.loaded.region;
  const { state } = await importRun(berlin, stores, run);
  if (state !== 'published') throw new Error(`run ${String(run)} is ${state} in memory`);
  const { catalogue } = await readCurrent(stores.catalogues, id, berlin.feed.id);
  return { catalogue: catalogue!, offers: await readInFull(stores, id, [...versionsOf(catalogue!)]) };
}

/** The offers of these versions by id, without those that are not there. */
export async function readInFull(
  { offers }: Stores,
  region: RegionId,
  versions: readonly (readonly [OfferId, OfferVersion])[],
): Promise<ReadonlyMap<OfferId, Offer>> {
  const read = new Map<OfferId, Offer>();
  for (let start = 0; start < versions.length; start += READ_AT_ONCE) {
    const some = versions.slice(start, start + READ_AT_ONCE).map(async ([id, version]) => {
      const offer = await offers.readVersion(region, id, version);
      if (offer !== undefined) read.set(id, offer);
    });
    await Promise.all(some);
  }
  return read;
}
