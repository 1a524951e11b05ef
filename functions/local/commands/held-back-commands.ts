import type { Command } from 'commander';
import { noticeText } from '../../../shared/feeds/notice-text.ts';
import type { ImportRun } from '../../../shared/ports/import-runs.ts';
import { discardHeldBack, type ReleaseFailure } from '../../../shared/use-cases/decide-held-back.ts';
import { regionInUse } from '../../../shared/use-cases/region-in-use.ts';
import { releaseFeed } from '../../../shared/use-cases/release-feed.ts';
import { importLine, noticeLines } from '../import-lines.ts';
import { EXIT, onFeed, type CommandContext } from './command-context.ts';
import { exitOf, importingDeps } from './importing.ts';

const SHOWN_RUNS = 10;

function whyNot(failure: ReleaseFailure | 'feed-unknown', feed: string): string {
  switch (failure) {
    case 'nothing-held-back':
      return `Nothing of ${feed} waits: the last run was not held back, or was decided already.`;
    case 'original-gone':
      return `What ${feed} was held back with is no longer kept: import it again.`;
    case 'feed-unknown':
      return `${feed} is neither a feed of the region nor one of which a partner sent a file.`;
  }
}

/** One run as lines: when, how it ended, what it read, and each notice that is an error. */
function runLines({
  startedAt,
  state,
  reason,
  decided,
  counts,
  original,
  notices,
}: ImportRun): readonly string[] {
  const { records = 0, rejected = 0 } = counts;
  const because = reason === undefined ? '' : ` (${reason})`;
  const by = decided === undefined ? '' : `, ${decided}`;
  const bytes = original === undefined ? '' : ` · original ${original.slice(0, 12)}`;
  return [
    `${new Date(startedAt).toISOString()} ${state}${because}${by} · ${records} records, ${rejected} rejected${bytes}`,
    ...notices
      .filter(({ severity }) => severity === 'error')
      .map(({ code, count }) => `  ${code}: ${count} · ${noticeText(code, 'en').says}`),
  ];
}

/** `import release | discard | runs`, below `import`. */
export function addHeldBackCommands(command: Command, context: CommandContext): void {
  command
    .command('release')
    .description('let through what a guard held back of a feed')
    .argument('<feed>', 'id of the feed')
    .action((id: string) =>
      onFeed(context, id, async (system, feed) => {
        const { stores, clock, log, owner } = importingDeps(context, system);
        const { region, store } = system;
        const deps = {
          ...stores,
          ...{ clock, log, owner, feeds: region.feeds, maps: region.maps },
          originals: store.originals,
          imports: store.partnerStores.imports,
          inUse: regionInUse(region),
          bounds: region.profile.boundingBox,
        };
        const released = await releaseFeed(deps, feed);
        if (!released.ok) {
          context.complain(whyNot(released.failure, feed));
          return EXIT.failed;
        }
        context.say(importLine(released.value, 0));
        noticeLines(released.value).forEach(context.say);
        return exitOf(released.value);
      }),
    );
  command
    .command('discard')
    .description('throw away what a guard held back of a feed; the same bytes are not read again')
    .argument('<feed>', 'id of the feed')
    .action((id: string) =>
      onFeed(context, id, async ({ region, store }, feed) => {
        const discarded = await discardHeldBack(store.storesFor('import'), region.region.id, feed);
        if (!discarded.ok) {
          context.complain(whyNot(discarded.failure, feed));
          return EXIT.failed;
        }
        context.say(`${feed}: what was held back is thrown away, the current catalogue stays.`);
        return EXIT.done;
      }),
    );
  command
    .command('runs')
    .description('the last runs of a feed and why they ended as they did')
    .argument('<feed>', 'id of the feed')
    .action((id: string) =>
      onFeed(context, id, async ({ region, store }, feed) => {
        const { runs } = store.storesFor('import');
        const last = await runs.readRuns(region.region.id, feed, SHOWN_RUNS);
        last.flatMap(runLines).forEach(context.say);
        if (last.length === 0) context.say(`${feed} has not been imported yet.`);
        return EXIT.done;
      }),
    );
}
