import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { createExcelSheetFiles } from '../../../shared/adapters/excel/sheet-files.ts';
import { failed, type Result } from '../../../shared/domain/result.ts';
import type { FeedSettings } from '../../../shared/feeds/feed-settings.ts';
import { COLUMNS } from '../../../shared/feeds/supplements/columns.ts';
import { readCsv, writeCsv } from '../../../shared/feeds/supplements/csv-table.ts';
import { faultText, type Fault, type FaultCode } from '../../../shared/feeds/supplements/faults.ts';
import type { Rows } from '../../../shared/feeds/supplements/to-rows.ts';
import { exportSupplement } from '../../../shared/use-cases/export-supplement.ts';
import { importSupplement } from '../../../shared/use-cases/import-supplement.ts';
import { regionInUse, todayOf } from '../../../shared/use-cases/region-in-use.ts';
import { importOneFeed } from '../import-feeds.ts';
import { EXIT, onSystem, type CommandContext, type ExitCode, type OpenSystem } from './command-context.ts';

function kindOf(file: string): 'csv' | 'xlsx' | undefined {
  const ending = extname(file).toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.xlsx' ? 'xlsx' : undefined;
}

async function readTable(file: string): Promise<Result<Rows, FaultCode>> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return failed('table-broken');
  return kindOf(file) === 'xlsx' ? createExcelSheetFiles().read(bytes) : readCsv(bytes);
}

/** `Zeile 4, Spalte „von“: …`, in the language of those who fill the table in. */
function faultLine({ code, row, column }: Fault): string {
  const { says, cure } = faultText(code, 'de');
  const place = column === undefined ? '' : `, Spalte „${COLUMNS[column]}“`;
  return `Zeile ${String(row)}${place}: ${says} ${cure}`;
}

async function onFeedAndFile(
  context: CommandContext,
  feedId: string,
  file: string,
  act: (system: OpenSystem, feed: FeedSettings) => Promise<ExitCode>,
): Promise<void> {
  await onSystem(context, async (system) => {
    const { feeds } = system.region;
    const feed = feeds.find(({ id }) => id === feedId);
    if (feed !== undefined && kindOf(file) !== undefined) return act(system, feed);
    context.complain(
      feed === undefined
        ? `${feedId} is no feed of this region (${feeds.map(({ id }) => id).join(', ')}).`
        : `${file}: name a file that ends with .csv or .xlsx.`,
    );
    return EXIT.wrongUse;
  });
}

async function importTable(
  context: CommandContext,
  { region, store }: OpenSystem,
  feed: FeedSettings,
  file: string,
): Promise<ExitCode> {
  const rows = await readTable(file);
  if (!rows.ok) {
    context.complain(`${file}: ${Object.values(faultText(rows.failure, 'de')).join(' ')}`);
    return EXIT.wrongUse;
  }
  const stores = store.storesFor('import');
  const about = {
    region: region.region.id,
    feed: feed.id,
    today: todayOf(regionInUse(region), context.clock()),
  };
  const done = await importSupplement(stores, about, rows.value);
  if (!done.ok) {
    context.complain(`${feed.id} has no catalogue yet: import it first.`);
    return EXIT.failed;
  }
  const { stated, removed, faults } = done.value;
  for (const fault of faults) context.complain(faultLine(fault));
  context.say(
    `${feed.id}: facts stated for ${String(stated)} offers, taken back for ${String(removed)}, ${String(faults.length)} faults.`,
  );
  const { originals } = store;
  await importOneFeed(
    { ...context, region, stores, originals, owner: `supplement-${String(process.pid)}` },
    feed,
  );
  return faults.length === 0 ? EXIT.done : EXIT.heldBack;
}

/** `supplement export | import`: a table in which providers state days, times and childcare beside their feed. */
export function addSupplementCommand(program: Command, context: CommandContext): void {
  const supplement = program
    .command('supplement')
    .description('facts that providers state beside their feed, as a table (.csv or .xlsx)');
  supplement
    .command('export')
    .description('write the table of a feed, prefilled from its last import')
    .argument('<feed>', 'id of the feed')
    .argument('<file>', 'file to write, .csv or .xlsx')
    .action(async (feedId: string, file: string) => {
      await onFeedAndFile(context, feedId, file, async ({ region, store }, feed) => {
        const rows = await exportSupplement(store.storesFor('import'), region.region.id, feed.id);
        if (!rows.ok) {
          context.complain(`${feed.id} has no catalogue yet: import it first.`);
          return EXIT.failed;
        }
        const isSheet = kindOf(file) === 'xlsx';
        await writeFile(
          file,
          isSheet ? await createExcelSheetFiles().write(rows.value) : writeCsv(rows.value),
        );
        context.say(`${feed.id}: ${String(rows.value.length - 1)} rows written to ${file}.`);
        return EXIT.done;
      });
    });
  supplement
    .command('import')
    .description(
      'keep what is filled in and lay it over the feed; rows with a fault are named and change nothing',
    )
    .argument('<feed>', 'id of the feed')
    .argument('<file>', 'filled-in table, .csv or .xlsx')
    .action((feedId: string, file: string) =>
      onFeedAndFile(context, feedId, file, (system, feed) => importTable(context, system, feed, file)),
    );
}
