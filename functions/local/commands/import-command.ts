import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import type { FeedSettings } from '../../../shared/feeds/feed-settings.ts';
import type { FeedFetcher } from '../../../shared/ports/feed-fetcher.ts';
import { importOneFeed } from '../import-feeds.ts';
import { noticeLines } from '../import-lines.ts';
import { EXIT, onSystem, type CommandContext, type ExitCode, type OpenSystem } from './command-context.ts';

type Options = { readonly as?: string; readonly release?: boolean };
type Chosen = { readonly feed: FeedSettings; readonly fetchFeed?: FeedFetcher };

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** What to import: all feeds, one by its id, or a file in place of a feed's own source. A text is what is wrong. */
async function choose(
  { region }: OpenSystem,
  source: string | undefined,
  { as }: Options,
): Promise<readonly Chosen[] | string> {
  const known = region.feeds.map(({ id }) => id).join(', ');
  if (source === undefined) return region.feeds.map((feed) => ({ feed }));
  const named = region.feeds.find(({ id }) => id === source);
  if (named !== undefined) return [{ feed: named }];
  if (!(await isFile(source))) return `${source} is neither a feed of this region (${known}) nor a file.`;
  const stood = region.feeds.find(({ id }) => id === as);
  if (stood === undefined) return `Say with --as which feed the file stands for: ${known}.`;
  const path = resolve(source);
  return [
    {
      feed: { ...stood, source: { file: basename(path) } },
      fetchFeed: createFileFeedFetcher(dirname(path)),
    },
  ];
}

async function importChosen(
  context: CommandContext,
  { region, store }: OpenSystem,
  chosen: readonly Chosen[],
  release: boolean,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  for (const { feed, fetchFeed } of chosen) {
    const deps = { ...context, region, stores: store.storesFor('import'), owner: 'local-cli', release };
    const report = await importOneFeed(fetchFeed === undefined ? deps : { ...deps, fetchFeed }, feed);
    if (report !== undefined) noticeLines(report).forEach(context.say);
    const isHeldBack = report?.state === 'quarantined' || report?.state === 'failed';
    if (isHeldBack) code = EXIT.heldBack;
    if (report === undefined || report.state === 'skipped') code = EXIT.failed;
  }
  return code;
}

/** `import [feed|file]`. */
export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('import all feeds of the region, one feed, or a file that stands for a feed')
    .argument('[source]', 'id of a feed, or path of a file (with --as)')
    .option('--as <feed>', 'the feed whose format and settings the file has')
    .option('--release', 'let a run through that a guard would hold back; you have looked at it')
    .action(async (source: string | undefined, options: Options) => {
      await onSystem(context, async (system) => {
        const chosen = await choose(system, source, options);
        if (typeof chosen !== 'string')
          return importChosen(context, system, chosen, options.release === true);
        context.complain(chosen);
        return EXIT.wrongUse;
      });
    });
}
