import { writeFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '../../shared/adapters/dynamodb/item-codec.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import { numberedOffers, FEED } from '../support/numbered-offers.ts';
import { publishOffers } from '../support/publish-offers.ts';
import { dynamoStores, openEmbedded, scratchFolder } from '../support/stores.ts';

// Writes the items of this release to the file given, to be frozen when a schema version is raised: one feed published
// twice, one offer hidden. Bytes are written as base64. `node test/contract/write-frozen-items.ts frozen-items-v2.json`

const folder = scratchFolder();
const { store, access } = await openEmbedded(folder.path);
const stores = dynamoStores(access);
const region = parseRegionId('berlin')!;
await publishOffers(stores, region, numberedOffers(1, 4), { owner: 'one', now: 10, source: 'first' });
await publishOffers(stores, region, numberedOffers(2, 6), { owner: 'one', now: 20, source: 'second' });
await stores.catalogues.hide(region, { kind: 'offer', id: numberedOffers(3, 3)[0]!.id }, 30);
await stores.catalogues.takeLease(region, FEED, { owner: 'two', now: 40, until: 50 });
const { Items: items = [] } = await access.client.send(new ScanCommand({ TableName: access.table }));

writeFileSync(process.argv[2]!, `${JSON.stringify(items.map(withBase64), undefined, 1)}\n`);
await store.stop();
folder.remove();

function withBase64(item: Item): object {
  const { piece, ...rest } = item;
  return piece?.B === undefined ? item : { ...rest, piece: { B: Buffer.from(piece.B).toString('base64') } };
}
