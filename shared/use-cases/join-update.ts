import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../domain/result.ts';
import type { ReadFailure } from '../feeds/feed-format.ts';
import { formatOf } from '../feeds/feed-formats.ts';
import type { CataloguePointer } from '../ports/catalogue-store.ts';
import type { FetchedFeed } from '../ports/feed-fetcher.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { originalOf } from './original-of.ts';

/** A whole feed; `basedOn`: the source of the catalogue whose original is in it. */
export type WholeFeed = FetchedFeed & { readonly basedOn?: string };

/** What was last seen may be older than it says by as long as an order waits in a queue. */
const MARGIN_MILLISECONDS = 24 * 3_600_000;

/**
 * Makes a whole feed of a file that holds changes alone: what the current catalogue was made of, with the changes laid over it,
 * kept as an original of its own. From there on it is imported, guarded, held back and released as any other. A whole file
 * is given back as it is. `update-without-catalogue`: there is nothing it could change, or it is no longer kept; `update-gap`:
 * it does not reach back to when the feed was last seen. Throws StoreUnavailable.
 */
export async function joinUpdate(
  { keptOriginals }: Pick<ImportDeps, 'keptOriginals'>,
  { region, feed }: Pick<ImportInput, 'region' | 'feed'>,
  fetched: FetchedFeed,
  readPointer: () => Promise<CataloguePointer | undefined>,
): Promise<Result<WholeFeed, ReadFailure>> {
  const { id, updates } = formatOf(feed);
  const update = await updates?.look(fetched.bytes);
  if (updates === undefined || update === undefined) return ok(fetched);
  const pointer = await readPointer();
  const source = pointer?.source ?? '';
  const whole = source.startsWith(`${originalOf(source)}/${id}-`)
    ? await keptOriginals?.read(region.id, feed.id, originalOf(source))
    : undefined;
  if (pointer === undefined || whole?.ok !== true) return refuse('update-without-catalogue');
  const isGap = update.since !== undefined && update.since > pointer.lastSeenAt - MARGIN_MILLISECONDS;
  if (isGap) return refuse('update-gap');
  const joined = await updates.join(whole.value.bytes, fetched.bytes);
  if (!joined.ok) return joined;
  if (joined.value === whole.value.bytes) return ok({ ...whole.value, basedOn: source });
  const sha256 = createHash('sha256').update(joined.value).digest('hex');
  const kept = { bytes: joined.value, sha256 };
  await keptOriginals?.keep(region.id, feed.id, kept);
  return ok({ ...kept, basedOn: source });
}

function refuse(code: ReadFailure['code']): Result<never, ReadFailure> {
  return failed({ code, byte: 0, record: 0 });
}
