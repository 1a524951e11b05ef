import type { FeedId } from '../../shared/domain/offer/offer-id.ts';
import type { StagedFeed } from '../../shared/ports/import-queue.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import type { PartnerImports } from '../../shared/ports/partner-imports.ts';
import { importSentFile } from '../../shared/use-cases/import-sent-file.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { importOneFeed, type ImportFeedsDeps } from './import-feeds.ts';

const TRIES = 5;

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
  deps: Omit<ImportFeedsDeps, 'originals'> & {
    readonly originals: OriginalStore;
    readonly imports: PartnerImports;
  },
  then: () => Promise<unknown>,
): LocalQueue {
  const { region, originals, stores, imports, clock, log, owner, say } = deps;
  const { feeds, maps, profile } = region;
  const sentDeps = {
    ...stores,
    ...{ feeds, maps, imports, originals, keptOriginals: originals, clock, log, owner },
    inUse: regionInUse(region),
    bounds: profile.boundingBox,
  };
  /** As a queue does, a few tries; what throws leaves the report as it is, and the sender sends again. */
  const importSent = async (feed: FeedId, sent: string): Promise<void> => {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const done = await importSentFile(sentDeps, { feed, sent }).catch((error: unknown) => {
        log('queue-message-failed', { feed, error: error instanceof Error ? error.name : 'unknown' });
        return undefined;
      });
      if (done?.ok === true) {
        say(`${feed}: a file that its partner sent was worked on.`);
        return;
      }
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    announce: ({ feed: id, sha256, sent }) => {
      if (sent !== undefined) {
        last = last.then(() => importSent(id, sent)).then(then);
        return Promise.resolve();
      }
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
