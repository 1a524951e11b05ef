import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { readJson } from '../../../shared/adapters/file/read-checked-file.ts';
import type { LoadedRegion } from '../../../shared/adapters/file/read-region.ts';
import { describeRegionFailure } from '../../../shared/adapters/file/region-failure.ts';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import { feedSettingsSchema, type FeedSettings } from '../../../shared/feeds/feed-settings.ts';
import { FORMAT_IDS, type FormatId } from '../../../shared/feeds/format-ids.ts';
import { noticeText } from '../../../shared/feeds/notice-text.ts';
import { recogniseFormats } from '../../../shared/feeds/recognise-format.ts';
import { tableMapSchema, type TableMap } from '../../../shared/feeds/table/table-map.schema.ts';
import type { EventLog } from '../../../shared/ports/event-log.ts';
import type { FeedFetcher, FetchedFeed } from '../../../shared/ports/feed-fetcher.ts';
import { createLocalFetcher } from '../feed-source.ts';

/** How a file or address is to be read when it stands for no feed, and for which feed when it does. */
export type SourceOptions = { readonly as?: string; readonly format?: string; readonly map?: string };

/** A feed to import, and where its bytes come from if not from its own source. */
export type Chosen = { readonly feed: FeedSettings; readonly fetchFeed?: FeedFetcher };

/** Feeds of the region, or something else. `known`: it is a feed of the region, whose catalogue may be changed. */
export type Choice = { readonly known: boolean; readonly chosen: readonly Chosen[] };

type Source = { readonly source: FeedSettings['source']; readonly fetchFeed: FeedFetcher };

/** Id of what is only tried and belongs to no feed. */
const TRIAL = 'probe';

/**
 * What to import: all feeds, one by its id, a file or an address in place of a feed's own source, or one that is only
 * tried. The failure is a sentence on what to say otherwise.
 */
export async function chooseSource(
  region: LoadedRegion,
  log: EventLog,
  source: string | undefined,
  options: SourceOptions,
): Promise<Result<Choice, string>> {
  const feeds = region.feeds.map(({ id }) => id).join(', ');
  if (source === undefined) return ok({ known: true, chosen: region.feeds.map((feed) => ({ feed })) });
  const named = region.feeds.find(({ id }) => id === source);
  if (named !== undefined) return ok({ known: true, chosen: [{ feed: named }] });
  const from = await sourceOf(region, log, source);
  if (from === undefined) {
    return failed(`${source} is neither a feed of this region (${feeds}) nor a file or https address.`);
  }
  if (options.as === undefined) return tried(from, options, basename(source));
  const stood = region.feeds.find(({ id }) => id === options.as);
  if (stood === undefined) return failed(`Say with --as which feed the file stands for: ${feeds}.`);
  return ok({
    known: true,
    chosen: [{ feed: { ...stood, source: from.source }, fetchFeed: from.fetchFeed }],
  });
}

async function sourceOf(region: LoadedRegion, log: EventLog, source: string): Promise<Source | undefined> {
  if (/^https:/i.test(source)) return { source: { url: source }, fetchFeed: createLocalFetcher(region, log) };
  const path = resolve(source);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile
    ? { source: { file: basename(path) }, fetchFeed: createFileFeedFetcher(dirname(path)) }
    : undefined;
}

async function tried(
  { source, fetchFeed }: Source,
  { format = 'auto', map }: SourceOptions,
  name: string,
): Promise<Result<Choice, string>> {
  const fetched = await fetchFeed(source);
  if (!fetched.ok) return failed(`${name}: ${noticeText(fetched.failure, 'en').says}`);
  const table = map === undefined ? undefined : await readMap(map);
  if (table?.ok === false) return table;
  const id = table === undefined ? await formatIn(fetched.value, format) : ok<FormatId>('table');
  if (!id.ok) return id;
  if (id.value === 'table' && table === undefined) {
    return failed(`${name} is a table: say with --map which of its columns means what.`);
  }
  const about = { id: TRIAL, format: id.value, source, name, credit: '-', licence: '-' };
  const feed = feedSettingsSchema.safeParse({ ...about, ...(table && { map: 'map.json' }) });
  if (!feed.success) return failed(`${name} cannot be used as a source.`);
  return ok({
    known: false,
    chosen: [
      {
        feed: { ...feed.data, ...(table && { table: table.value }) },
        fetchFeed: () => Promise.resolve(fetched),
      },
    ],
  });
}

async function readMap(path: string): Promise<Result<TableMap, string>> {
  const read = await readJson(dirname(resolve(path)), basename(path), tableMapSchema);
  return read.ok ? read : failed(describeRegionFailure(read.failure));
}

async function formatIn({ bytes }: FetchedFeed, format: string): Promise<Result<FormatId, string>> {
  const named = FORMAT_IDS.find((id) => id === format);
  if (named !== undefined) return ok(named);
  const all = `Say with --format which of ${FORMAT_IDS.join(', ')} it is.`;
  if (format !== 'auto') return failed(`There is no format ${format}. ${all}`);
  const [first, ...others] = await recogniseFormats(bytes);
  if (first === undefined) return failed(`The format cannot be told by the content. ${all}`);
  return others.length === 0
    ? ok(first)
    : failed(`It may be ${[first, ...others].join(' or ')}. Say with --format which.`);
}
