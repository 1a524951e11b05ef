import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok } from '../../domain/result.ts';
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
import { partnerImportKey } from './item-keys.ts';
import { readItem } from './read-items.ts';
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
  }),
  upcasters: {},
});

/** What partners sent, in the table: `IMP#<feed> / <id>`. One conditional write decides who works on it. */
export function createDynamoPartnerImports(access: DynamoAccess): PartnerImports {
  const readImport: PartnerImports['readImport'] = async (region, feed, id) => {
    const item = await readItem(access, partnerImportKey(region, feed, id));
    if (item === undefined) return undefined;
    const stored = decode(item);
    if (!stored.ok) return undefined;
    const { sk, report, ...rest } = stored.value;
    return { id: sk, ...rest, ...(report !== undefined && { report }) };
  };
  return {
    readImport,
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

function toItem(region: RegionId, feed: FeedId, sent: PartnerImport): Item {
  return {
    ...partnerImportKey(region, feed, sent.id),
    [VERSION_ATTRIBUTE]: whole(IMPORT_VERSION),
    fingerprint: text(sent.fingerprint),
    startedAt: whole(sent.startedAt),
    expiresAt: whole(Math.floor(sent.startedAt / 1000) + KEPT_SECONDS),
    ...(sent.report !== undefined && { report: text(sent.report) }),
  };
}
