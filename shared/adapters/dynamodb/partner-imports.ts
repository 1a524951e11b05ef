import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok } from '../../domain/result.ts';
import { FORMAT_IDS } from '../../feeds/format-ids.ts';
import type { PartnerImport, PartnerImports } from '../../ports/partner-imports.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { answerIfAllowed, type DynamoAccess } from './dynamo-access.ts';
import {
  itemDecoder,
  text,
  textAttribute,
  VERSION_ATTRIBUTE,
  whole,
  wholeAttribute,
  type Item,
} from './item-codec.ts';
import { partnerImportKey, partnerImportsPartition } from './item-keys.ts';
import { readItem, readPartition } from './read-items.ts';
import { writeItem } from './write-items.ts';

const IMPORT_VERSION = 1;
/** Reports are there for a while after the work; the table takes old ones away by itself, sooner or later. */
const KEPT_SECONDS = 90 * 24 * 3600;

const FREE =
  'attribute_not_exists(pk) OR #startedAt <= :forgotten OR ' +
  '(attribute_not_exists(#report) AND #startedAt <= :dead AND #fingerprint = :fingerprint)';

const decode = itemDecoder({
  version: IMPORT_VERSION,
  schema: z.object({
    sk: textAttribute,
    fingerprint: textAttribute,
    startedAt: wholeAttribute,
    report: textAttribute.optional(),
    file: textAttribute.optional(),
  }),
  upcasters: {},
});

const sentFile = z.object({
  original: z.string(),
  name: z.string(),
  dryRun: z.boolean(),
  format: z.enum(FORMAT_IDS).exactOptional(),
  map: z.string().exactOptional(),
});

/** What partners sent, in the table: `IMP#<feed> / <id>`. One conditional write decides who works on it. */
export function createDynamoPartnerImports(access: DynamoAccess): PartnerImports {
  const readImport: PartnerImports['readImport'] = async (region, feed, id) => {
    const item = await readItem(access, partnerImportKey(region, feed, id));
    if (item === undefined) return undefined;
    return fromItem(item);
  };
  return {
    readImport,
    readImports: async (region, feed) => {
      const items = await readPartition(access, partnerImportsPartition(region, feed));
      return items.flatMap((item) => fromItem(item) ?? []);
    },
    claimImport: async (region, feed, { deadFrom, forgottenFrom, ...wanted }) => {
      const written = await answerIfAllowed(access, 'PutItem', (options) =>
        access.client.send(
          new PutItemCommand({
            TableName: access.table,
            Item: toItem(region, feed, wanted),
            ConditionExpression: FREE,
            ExpressionAttributeNames: {
              '#startedAt': 'startedAt',
              '#report': 'report',
              '#fingerprint': 'fingerprint',
            },
            ExpressionAttributeValues: {
              ':forgotten': whole(Math.max(0, forgottenFrom)),
              ':dead': whole(Math.max(0, deadFrom)),
              ':fingerprint': text(wanted.fingerprint),
            },
          }),
          options,
        ),
      );
      if (written.ok) return ok(undefined);
      const there = await readImport(region, feed, wanted.id);
      if (there === undefined) throw new StoreUnavailable('PutItem: what is in the way cannot be read');
      return failed(there);
    },
    finishImport: (region, feed, done) => writeItem(access, toItem(region, feed, done)),
  };
}

/** What is not understood was written by a newer release. */
function fromItem(item: Item): PartnerImport | undefined {
  const stored = decode(item);
  if (!stored.ok) return undefined;
  const { sk, report, file, ...rest } = stored.value;
  const sent = file === undefined ? undefined : sentFile.safeParse(parseJson(file));
  if (sent?.success === false) return undefined;
  return { id: sk, ...rest, ...(report !== undefined && { report }), ...(sent && { file: sent.data }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toItem(region: RegionId, feed: FeedId, sent: PartnerImport): Item {
  return {
    ...partnerImportKey(region, feed, sent.id),
    [VERSION_ATTRIBUTE]: whole(IMPORT_VERSION),
    fingerprint: text(sent.fingerprint),
    startedAt: whole(sent.startedAt),
    expiresAt: whole(Math.floor(sent.startedAt / 1000) + KEPT_SECONDS),
    ...(sent.report !== undefined && { report: text(sent.report) }),
    ...(sent.file !== undefined && { file: text(JSON.stringify(sent.file)) }),
  };
}
