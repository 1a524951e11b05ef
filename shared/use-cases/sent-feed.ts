import type { FeedId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { feedSettingsSchema, type FeedSettings } from '../feeds/feed-settings.ts';
import type { FormatId } from '../feeds/format-ids.ts';
import { recogniseFormats } from '../feeds/recognise-format.ts';
import type { TableMap } from '../feeds/table/table-map.schema.ts';
import type { SentFile } from '../ports/partner-imports.ts';
import type { FileRefusal } from './file-refusals.ts';

/** What decides how a file is read that a partner sent; `maps` are the region's, by name. */
export type SentFeedDeps = {
  readonly feeds: readonly FeedSettings[];
  readonly maps: ReadonlyMap<string, TableMap>;
};

/** The feed that such a file is, and whose offers are in it. */
export type SentFeed = { readonly feed: FeedSettings; readonly statedBy: string };

/** How a file is read that a partner sent: as it said, else as the content tells, with the guards of every feed. */
export async function sentFeed(
  { feeds, maps }: SentFeedDeps,
  id: FeedId,
  { name, format, map }: SentFile,
  bytes: Uint8Array,
): Promise<Result<SentFeed, FileRefusal>> {
  if (feeds.some((known) => known.id === id)) return failed('feed-of-region');
  const table = map === undefined ? undefined : maps.get(map);
  if (map !== undefined && table === undefined) return failed('map-unknown');
  const read = table === undefined ? await formatIn(bytes, format) : ok<FormatId>('table');
  if (!read.ok) return read;
  if (read.value === 'table' && table === undefined) return failed('map-needed');
  const settings = feedSettingsSchema.parse({
    id,
    format: read.value,
    source: { file: 'sent' },
    name,
    credit: name,
    licence: '-',
    ...(map !== undefined && { map: `maps/${map}.json` }),
  });
  return ok({ feed: { ...settings, ...(table && { table }) }, statedBy: name });
}

async function formatIn(
  bytes: Uint8Array,
  named: FormatId | undefined,
): Promise<Result<FormatId, FileRefusal>> {
  if (named !== undefined) return ok(named);
  const [first, ...others] = (await recogniseFormats(bytes)).filter((id) => id !== 'ba-jobs');
  if (first === undefined) return failed('format-unknown');
  return others.length === 0 ? ok(first) : failed('format-ambiguous');
}
