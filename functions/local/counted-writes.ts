import type { Stores } from './open-store.ts';

/** The stores with a count of the calls that write, so that "nothing was written" is said from knowledge. */
export function countWrites({ catalogues, offers, runs, supplements }: Stores): {
  readonly stores: Stores;
  readonly writes: () => number;
} {
  let writes = 0;
  const counted =
    <Arguments extends readonly unknown[], Value>(call: (...given: Arguments) => Value) =>
    (...given: Arguments): Value => {
      writes += 1;
      return call(...given);
    };
  return {
    writes: () => writes,
    stores: {
      catalogues: {
        ...catalogues,
        takeLease: counted(catalogues.takeLease),
        releaseLease: counted(catalogues.releaseLease),
        writeCatalogue: counted(catalogues.writeCatalogue),
        writeIndex: counted(catalogues.writeIndex),
        publish: counted(catalogues.publish),
        markSeen: counted(catalogues.markSeen),
        hide: counted(catalogues.hide),
        unhide: counted(catalogues.unhide),
      },
      offers: { ...offers, writeVersions: counted(offers.writeVersions) },
      runs: { ...runs, writeRun: counted(runs.writeRun) },
      supplements: { ...supplements, changeSupplements: counted(supplements.changeSupplements) },
    },
  };
}
