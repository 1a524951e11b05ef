import { join } from 'node:path';
import type { Command } from 'commander';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { formatOf } from '../../../shared/feeds/feed-formats.ts';
import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import { previewImport } from '../../../shared/use-cases/preview-import.ts';
import { regionInUse, todayOf } from '../../../shared/use-cases/region-in-use.ts';
import { createLocalFetcher } from '../feed-source.ts';
import { importInput, importOneFeed, sayReport, type ImportFeedsDeps } from '../import-feeds.ts';
import { changeTable, noticeLines } from '../import-lines.ts';
import { writeReport } from '../write-report.ts';
import { chooseSource, type Chosen, type SourceOptions } from './choose-source.ts';
import { EXIT, onSystem, type CommandContext, type ExitCode, type OpenSystem } from './command-context.ts';
import { addHeldBackCommands } from './held-back-commands.ts';
import { exitOf, importingDeps } from './importing.ts';

type Options = SourceOptions & {
  readonly dryRun?: boolean;
  readonly release?: boolean;
  readonly report?: string;
};

async function runOne(
  deps: ImportFeedsDeps,
  { feed, fetchFeed }: Chosen,
  options: Options,
): Promise<ImportReport | undefined> {
  const from = fetchFeed ?? createLocalFetcher(deps.region, deps.log);
  if (options.dryRun !== true) {
    return importOneFeed({ ...deps, fetchFeed: from, release: options.release === true }, feed);
  }
  const input = importInput(deps.region, feed, deps.clock, options.release === true);
  return sayReport(deps, feed, (own) => previewImport({ ...own, fetchFeed: from }, input));
}

async function importChosen(
  context: CommandContext,
  system: OpenSystem,
  chosen: readonly Chosen[],
  options: Options,
): Promise<ExitCode> {
  const deps = importingDeps(context, system);
  const preview = options.dryRun === true;
  const day = formatLocalDate(todayOf(regionInUse(system.region), context.clock()));
  const folder = options.report ?? join(context.settings.dataFolder, 'reports');
  let code: ExitCode = EXIT.done;
  for (const one of chosen) {
    if (preview) context.say(`${one.feed.id}: a trial as ${formatOf(one.feed).id}; nothing is stored`);
    const report = await runOne(deps, one, options);
    if (report !== undefined) {
      if (preview) changeTable(report).forEach(context.say);
      noticeLines(report).forEach(context.say);
      const files = await writeReport(folder, one.feed, report, { day, preview });
      context.say(`  report: ${files.join(' and ')}`);
    }
    const ended = exitOf(report);
    if (ended !== EXIT.done && code !== EXIT.failed) code = ended;
  }
  return code;
}

/** `import [feed|file|url]`, `import release | discard | runs`. */
export function addImportCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('import')
    .description('import all feeds of the region, one feed, or a file or address that stands for a feed')
    .argument('[source]', 'id of a feed, path of a file, or https address')
    .option('--as <feed>', 'the feed whose format and settings the file has')
    .option(
      '--format <format>',
      'how to read a file that is only tried; auto tells it by the content',
      'auto',
    )
    .option('--map <file>', 'column map of a table that is only tried')
    .option('--dry-run', 'say what would change and write the report, but store nothing')
    .option('--report <folder>', 'where <feed>.json and <feed>.html go (default: reports in the data folder)')
    .option('--release', 'let a run through that a guard would hold back; you have looked at it')
    .action(async (source: string | undefined, options: Options) => {
      await onSystem(context, async (system) => {
        const choice = await chooseSource(system.region, context.log, source, options);
        if (!choice.ok) {
          context.complain(choice.failure);
          return EXIT.wrongUse;
        }
        const { known, chosen } = choice.value;
        if (known || options.dryRun === true) return importChosen(context, system, chosen, options);
        context.complain('Say with --as which feed the file stands for, or try it with --dry-run.');
        return EXIT.wrongUse;
      });
    });
  addHeldBackCommands(command, context);
}
