import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { NOTICE_SEVERITIES, type NoticeCode } from '../../feeds/notice-catalogue.ts';
import type { NoticeSummary } from '../../feeds/notice-log.ts';
import type { ImportReason, ImportRun, ImportRuns } from '../../ports/import-runs.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import {
  itemDecoder,
  text,
  textAttribute,
  VERSION_ATTRIBUTE,
  whole,
  type Item,
  type ItemFault,
} from './item-codec.ts';
import { runKey } from './item-keys.ts';
import { readLatest } from './read-items.ts';
import { writeItem } from './write-items.ts';

const RUN_VERSION = 1;
const decode = itemDecoder({
  version: RUN_VERSION,
  schema: z.object({ body: textAttribute }),
  upcasters: {},
});

const whereAndWhat = z.object({
  record: z.object({ number: z.int(), id: z.string().exactOptional() }).exactOptional(),
  field: z.string().exactOptional(),
  value: z.string().exactOptional(),
});
const storedRun = z.object({
  startedAt: z.int(),
  state: z.enum(['running', 'published', 'unchanged', 'quarantined', 'failed', 'skipped']),
  reason: z.string().exactOptional(),
  counts: z.partialRecord(
    z.enum([
      'records',
      'offers',
      'rejected',
      'ended',
      'added',
      'changed',
      'removed',
      'missing',
      'bytes',
      'milliseconds',
    ]),
    z.number(),
  ),
  original: z.string().exactOptional(),
  source: z.string().exactOptional(),
  notices: z.array(z.object({ code: z.string(), count: z.int(), examples: z.array(whereAndWhat) })),
  decided: z.enum(['released', 'discarded']).exactOptional(),
});

/** Records of runs in the table: `RUN#<feed> / <start>`, all of a feed in one partition. */
export function createDynamoImportRuns(access: DynamoAccess): ImportRuns {
  return {
    async writeRun(region, run) {
      await writeItem(access, {
        ...runKey(region, run.feed, run.startedAt),
        [VERSION_ATTRIBUTE]: whole(RUN_VERSION),
        body: text(canonicalJson(run)),
      });
    },
    ...createDynamoImportRunReader(access),
  };
}

/** The same for whoever only looks at them. */
export function createDynamoImportRunReader(access: DynamoAccess): Pick<ImportRuns, 'readRuns'> {
  return { readRuns: (region, feed, limit) => readRuns(access, region, feed, limit) };
}

async function readRuns(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  limit: number,
): Promise<readonly ImportRun[]> {
  const { pk } = runKey(region, feed, 0);
  const runs: ImportRun[] = [];
  for (const item of await readLatest(access, pk, limit)) {
    const run = fromItem(feed, item);
    if (run.ok) runs.push(run.value);
    else access.log('store-item-skipped', { region, feed, reason: run.failure });
  }
  return runs;
}

function fromItem(feed: FeedId, item: Item): Result<ImportRun, ItemFault> {
  const stored = decode(item);
  if (!stored.ok) return stored;
  const parsed = storedRun.safeParse(parseJson(stored.value.body));
  if (!parsed.success) return failed('malformed');
  const { reason, notices, ...rest } = parsed.data;
  return ok({
    feed,
    ...rest,
    ...(isReason(reason) && { reason }),
    notices: notices.flatMap((summary) => summaryOf(summary) ?? []),
  });
}

/** A code that this release no longer has is left out. */
function summaryOf({
  code,
  count,
  examples,
}: z.output<typeof storedRun>['notices'][number]): NoticeSummary | undefined {
  if (!isNoticeCode(code)) return undefined;
  const severity = NOTICE_SEVERITIES[code];
  return { code, severity, count, examples: examples.map((example) => ({ code, severity, ...example })) };
}

function isNoticeCode(code: string): code is NoticeCode {
  return Object.hasOwn(NOTICE_SEVERITIES, code);
}

function isReason(reason: string | undefined): reason is ImportReason {
  const others: readonly (string | undefined)[] = ['lease-held', 'lost-lease', 'moved', 'discarded'];
  return reason !== undefined && (others.includes(reason) || isNoticeCode(reason));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
