import type { StagedFeed } from '../../shared/ports/import-queue.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import { importOneFeed, type ImportFeedsDeps } from './import-feeds.ts';

/** The queue of imports of this machine. `idle` resolves when everything ordered so far is done. */
export type LocalQueue = {
  readonly announce: (staged: StagedFeed) => Promise<void>;
  readonly idle: () => Promise<void>;
};

/**
 * Imports feeds again from their originals, one after another, after whoever ordered it has been answered; `then` is called
 * after each. An original that is gone ends in the line of its import.
 */
export function createLocalQueue(
  deps: Omit<ImportFeedsDeps, 'originals'> & { readonly originals: OriginalStore },
  then: () => Promise<unknown>,
): LocalQueue {
  const { region, originals } = deps;
  let last: Promise<unknown> = Promise.resolve();
  return {
    announce: ({ feed: id, sha256 }) => {
      const feed = region.feeds.find((known) => known.id === id);
      const fetchFeed = () => originals.read(region.region.id, id, sha256);
      if (feed !== undefined) last = last.then(() => importOneFeed({ ...deps, fetchFeed }, feed)).then(then);
      return Promise.resolve();
    },
    idle: async () => {
      await last;
    },
  };
}
