import type { RegionId } from '../../domain/place/region.ts';
import type { ImportRun, ImportRuns } from '../../ports/import-runs.ts';

/** Records of runs in the memory of this process, gone with it. */
export function createMemoryImportRuns(): ImportRuns {
  const runs = new Map<string, { readonly region: RegionId; readonly run: ImportRun }>();
  return {
    writeRun(region, run) {
      runs.set(`${region}#${run.feed}#${String(run.startedAt)}`, { region, run: structuredClone(run) });
      return Promise.resolve();
    },
    readRuns(region, feed, limit) {
      const found = [...runs.values()]
        .filter((entry) => entry.region === region && entry.run.feed === feed)
        .map(({ run }) => structuredClone(run))
        .toSorted((one, other) => other.startedAt - one.startedAt);
      return Promise.resolve(found.slice(0, limit));
    },
  };
}
