import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { parseCatalogueId, parseOfferVersion, type CatalogueId } from '../../domain/offer/catalogue.ts';
import { parseFeedId, parseOfferId, type FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { StoredOfFeed, StoredThing, StoreSweep } from '../../ports/store-sweep.ts';
import { readCatalogueChunks } from './catalogue-content.ts';
import { readChangeChunks } from './change-log.ts';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import { textAttribute, type Item } from './item-codec.ts';
import { chunkKey, manifestKey, offerKey, runKey, type ItemKey } from './item-keys.ts';
import { deleteItems } from './write-items.ts';

/** Sweeps the table: one pass over the keys, deletions in batches. */
export function createDynamoStoreSweep(access: DynamoAccess): StoreSweep {
  return {
    list: (region) => list(access, region),
    chunksInUse: (region, feed, catalogues) => chunksInUse(access, region, feed, catalogues),
    remove: (region, feed, things) =>
      deleteItems(
        access,
        things.map((thing) => keyOf(region, feed, thing)),
      ),
  };
}

async function* list(access: DynamoAccess, region: RegionId): AsyncGenerator<StoredOfFeed> {
  const scan = {
    TableName: access.table,
    ConsistentRead: true,
    ProjectionExpression: '#pk, #sk',
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
  };
  let next: Item | undefined;
  do {
    const page = next === undefined ? scan : { ...scan, ExclusiveStartKey: next };
    const answer = await answerOf(access, 'Scan', (options) =>
      access.client.send(new ScanCommand(page), options),
    );
    for (const item of answer.Items ?? []) {
      const found = fromKey(region, item);
      if (found !== undefined) yield found;
    }
    next = answer.LastEvaluatedKey;
  } while (next !== undefined);
}

async function chunksInUse(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  catalogues: ReadonlySet<CatalogueId>,
): Promise<ReadonlySet<string>> {
  const used = new Set(await readChangeChunks(access, region, feed));
  for (const id of catalogues) {
    for (const hash of await readCatalogueChunks(access, region, feed, id)) used.add(hash);
  }
  return used;
}

/** `undefined` for what is never left over: pointers, the log, what is hidden, what another room keeps. */
function fromKey(region: RegionId, item: Item): StoredOfFeed | undefined {
  const [pk, sk] = [textAttribute.safeParse(item['pk']), textAttribute.safeParse(item['sk'])];
  if (!pk.success || !sk.success) return undefined;
  const [of, kind, name = '', hash = ''] = pk.data.split('#');
  if (of !== region) return undefined;
  const feed = parseFeedId(kind === 'OFR' ? (name.split(':')[0] ?? '') : name);
  const thing = thingOf(kind, kind === 'OFR' ? name : hash, sk.data);
  return feed === undefined || thing === undefined ? undefined : { feed, thing };
}

function thingOf(kind: string | undefined, name: string, sk: string): StoredThing | undefined {
  if (kind === 'OFR') {
    const [offer, version] = [parseOfferId(name), parseOfferVersion(sk.replace(/^V#/, ''))];
    return offer && version && { kind: 'version', offer, version };
  }
  if (kind === 'CAT') {
    const id = parseCatalogueId(sk);
    return id && { kind: 'catalogue', id };
  }
  if (kind === 'CHK') return name === '' ? undefined : { kind: 'chunk', hash: name };
  if (kind === 'RUN') return /^\d{1,15}$/.test(sk) ? { kind: 'run', startedAt: Number(sk) } : undefined;
  return undefined;
}

function keyOf(region: RegionId, feed: FeedId, thing: StoredThing): ItemKey {
  switch (thing.kind) {
    case 'version':
      return offerKey(region, thing.offer, thing.version);
    case 'catalogue':
      return manifestKey(region, feed, thing.id);
    case 'chunk':
      return chunkKey(region, feed, thing.hash);
    case 'run':
      return runKey(region, feed, thing.startedAt);
  }
}
