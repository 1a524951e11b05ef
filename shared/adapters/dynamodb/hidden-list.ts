import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { parseFeedId, parseOfferId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { HiddenTarget } from '../../ports/catalogue-store.ts';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import { textAttribute, VERSION_ATTRIBUTE, whole, type Item } from './item-codec.ts';
import { hiddenKey, hiddenPartition } from './item-keys.ts';
import { readPartition } from './read-items.ts';
import { writeItem } from './write-items.ts';

const HIDDEN_VERSION = 1;

/** See CatalogueStore.hide. */
export async function hide(
  access: DynamoAccess,
  region: RegionId,
  target: HiddenTarget,
  now: number,
): Promise<void> {
  await writeItem(access, {
    ...hiddenKey(region, target),
    [VERSION_ATTRIBUTE]: whole(HIDDEN_VERSION),
    hiddenAt: whole(now),
  });
}

/** See CatalogueStore.unhide. */
export async function unhide(access: DynamoAccess, region: RegionId, target: HiddenTarget): Promise<void> {
  await answerOf(access, 'DeleteItem', (options) =>
    access.client.send(
      new DeleteItemCommand({ TableName: access.table, Key: hiddenKey(region, target) }),
      options,
    ),
  );
}

/** See CatalogueStore.readHidden. */
export async function readHidden(access: DynamoAccess, region: RegionId): Promise<readonly HiddenTarget[]> {
  const items = await readPartition(access, hiddenPartition(region));
  return items.flatMap((item) => {
    const target = targetOf(item);
    if (target === undefined) access.log('store-item-skipped', { region, reason: 'malformed' });
    return target === undefined ? [] : [target];
  });
}

// All is in the key: what a newer release has hidden stays hidden for this one, whatever else it wrote.
function targetOf(item: Item): HiddenTarget | undefined {
  const key = textAttribute.safeParse(item['sk']);
  const parts = /^([a-z]+)#(.+)$/s.exec(key.success ? key.data : '');
  const [kind, id] = [parts?.[1], parts?.[2]];
  if (id === undefined) return undefined;
  if (kind === 'provider') return { kind, id };
  const offer = kind === 'offer' ? parseOfferId(id) : undefined;
  if (offer !== undefined) return { kind: 'offer', id: offer };
  const feed = kind === 'feed' ? parseFeedId(id) : undefined;
  return feed === undefined ? undefined : { kind: 'feed', id: feed };
}
