import type { LoadedRegion } from '../../../shared/adapters/file/read-region.ts';
import type { LocalSettings } from '../../../shared/config/read.ts';
import { parseFeedId, type FeedId } from '../../../shared/domain/offer/offer-id.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { EventLog } from '../../../shared/ports/event-log.ts';
import { openRegion } from '../open-region.ts';
import { openStore, type OpenStore } from '../open-store.ts';

/** How a command ends; documented in `--help`. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, heldBack: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What every command gets. `say` is for results, `complain` for the one sentence on what went wrong. */
export type CommandContext = {
  readonly settings: LocalSettings;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** The secret under which keys of another stage are sealed, where one is set. */
  readonly keyPepper?: string;
  /** Tells the program how the command ended. */
  readonly finish: (code: ExitCode) => void;
};

/** The region and its store, open as long as a command runs. */
export type OpenSystem = { readonly region: LoadedRegion; readonly store: OpenStore };

/** Runs a command on the region and its store: that of a running service, else one started for the time of the command. */
export async function onSystem(
  context: CommandContext,
  act: (system: OpenSystem) => Promise<ExitCode>,
): Promise<void> {
  const region = await openRegion(context.settings);
  if (!region.ok) {
    context.complain(region.failure);
    context.finish(EXIT.failed);
    return;
  }
  const store = await openStore(context, { besideService: true });
  if (!store.ok) {
    context.complain(store.failure);
    context.finish(EXIT.failed);
    return;
  }
  try {
    context.finish(await act({ region: region.value, store: store.value }));
  } finally {
    await store.value.stop();
  }
}

/** The same on one feed, named by its id: one of the region, or one of a partner of which something is stored. */
export async function onFeed(
  context: CommandContext,
  id: string,
  act: (system: OpenSystem, feed: FeedId) => Promise<ExitCode>,
): Promise<void> {
  await onSystem(context, async (system) => {
    const feed = parseFeedId(id);
    const known = await feedsOf(system);
    if (feed !== undefined && (known.includes(feed) || (await hasRuns(system, feed))))
      return act(system, feed);
    context.complain(`This region has no feed ${id}; it has ${known.join(', ')}.`);
    return EXIT.wrongUse;
  });
}

async function feedsOf({ region, store }: OpenSystem): Promise<readonly FeedId[]> {
  const pointers = await store.storesFor('import').catalogues.readPointers(region.region.id);
  return [...new Set([...region.feeds.map(({ id }) => id), ...pointers.map(({ feed }) => feed)])];
}

async function hasRuns({ region, store }: OpenSystem, feed: FeedId): Promise<boolean> {
  return (await store.storesFor('import').runs.readRuns(region.region.id, feed, 1)).length > 0;
}
