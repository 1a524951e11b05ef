import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { chunkKey, manifestKey } from '../../shared/adapters/dynamodb/item-keys.ts';
import { createDynamoPartnerImports } from '../../shared/adapters/dynamodb/partner-imports.ts';
import { createDynamoPartnerQuota } from '../../shared/adapters/dynamodb/partner-quota.ts';
import { createDynamoPartnerKeys } from '../../shared/adapters/dynamodb/partner-keys.ts';
import type { CatalogueId } from '../../shared/domain/offer/catalogue.ts';
import type { RegionId } from '../../shared/domain/place/region.ts';
import { FEED } from '../support/numbered-offers.ts';
import { embeddedForTests } from '../support/embedded-for-tests.ts';
import { dynamoStores } from '../support/stores.ts';
import { catalogueStoreContract } from './catalogue-store.contract.ts';
import { importRunsContract } from './import-runs.contract.ts';
import { offerStoreContract } from './offer-store.contract.ts';
import {
  partnerImportsContract,
  partnerKeysContract,
  partnerQuotaContract,
} from './partner-stores.contract.ts';
import { supplementStoreContract } from './supplement-store.contract.ts';

const embedded = await embeddedForTests();

// The second of several pieces, so that a store that looks at the first alone would not notice.
async function secondPiece(region: RegionId, id: CatalogueId) {
  const { client, table } = embedded.access;
  const manifest = await client.send(
    new GetItemCommand({ TableName: table, Key: manifestKey(region, FEED, id) }),
  );
  const hash = manifest.Item!['chunks']!.L![1]!.S!;
  return { TableName: table, Key: chunkKey(region, FEED, hash) };
}

offerStoreContract('DynamoDB', () => dynamoStores(embedded.access).offers);
importRunsContract('DynamoDB', () => dynamoStores(embedded.access).runs);
partnerKeysContract('DynamoDB', () => createDynamoPartnerKeys(embedded.access));
partnerImportsContract('DynamoDB', () => createDynamoPartnerImports(embedded.access));
partnerQuotaContract('DynamoDB', () => createDynamoPartnerQuota(embedded.access));
supplementStoreContract('DynamoDB', () => dynamoStores(embedded.access).supplements);
catalogueStoreContract('DynamoDB', () => ({
  catalogues: dynamoStores(embedded.access).catalogues,
  removeContent: async (region, id) => {
    await embedded.access.client.send(new DeleteItemCommand(await secondPiece(region, id)));
  },
  alterContent: async (region, id) => {
    const piece = await secondPiece(region, id);
    const { Item: item } = await embedded.access.client.send(new GetItemCommand(piece));
    const bytes = Uint8Array.from(item!['piece']!.B!);
    bytes[10] = bytes[10]! ^ 1;
    const altered = { ...item, piece: { B: bytes } };
    await embedded.access.client.send(new PutItemCommand({ TableName: piece.TableName, Item: altered }));
  },
}));
