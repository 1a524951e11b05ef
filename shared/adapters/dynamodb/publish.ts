import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { CataloguePointer, Lease, Publication } from '../../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import { hasCatalogue } from './catalogue-content.ts';
import { writeChanges, writePastPublication } from './change-log.ts';
import { answerIfAllowed, type DynamoAccess } from './dynamo-access.ts';
import { FEED_VERSION, readFeedState, type FeedState } from './feed-item.ts';
import { text, whole } from './item-codec.ts';
import { feedKey } from './item-keys.ts';
import { toPublicationAttributes, type StoredPublication } from './publication-attributes.ts';

type Outcome = Result<CataloguePointer, 'lost-lease' | 'moved'>;

/**
 * See CatalogueStore.publish. Before the pointer moves, the move it replaces is filed in the log and the new changes
 * are written under their hash; nobody sees either until the pointer names a later move.
 */
export async function publish(
  access: DynamoAccess,
  region: RegionId,
  lease: Lease,
  publication: Publication,
  now: number,
): Promise<Outcome> {
  const { feed } = lease;
  const state = await readFeedState(access, region, feed);
  const before = outcomeAlready(state, lease, publication);
  if (before !== undefined) return before;
  if (!(await hasCatalogue(access, region, feed, publication.catalogue))) {
    throw new CatalogueDamaged('the catalogue to publish was never written');
  }
  if (state?.current !== undefined) await writePastPublication(access, region, state.current);
  const changes = await writeChanges(access, region, feed, publication.changes);
  const next: StoredPublication = {
    pointer: nextPointer(state, lease, publication, now),
    fence: lease.fence,
    changes,
    changeCount: publication.changes.length,
  };
  const moved = await movePointer(access, region, lease, next);
  if (moved.ok) return ok(next.pointer);
  // The condition fails, too, when an earlier attempt of this very call succeeded and only its answer was lost.
  const after = outcomeAlready(await readFeedState(access, region, feed), lease, publication);
  return after ?? failed('moved');
}

function outcomeAlready(
  state: FeedState | undefined,
  lease: Lease,
  publication: Publication,
): Outcome | undefined {
  const current = state?.current;
  const isOwnMove =
    current?.fence === lease.fence &&
    current.pointer.sequence === publication.expectedSequence + 1 &&
    current.pointer.catalogue === publication.catalogue;
  if (isOwnMove) return ok(current.pointer);
  if (state?.fence !== lease.fence || state.owner !== lease.owner) return failed('lost-lease');
  if ((current?.pointer.sequence ?? 0) !== publication.expectedSequence) return failed('moved');
  return undefined;
}

function nextPointer(
  state: FeedState | undefined,
  lease: Lease,
  publication: Publication,
  now: number,
): CataloguePointer {
  const { catalogue, expectedSequence, source, rolledBackFrom, lastSeenAt = now } = publication;
  const last = state?.current?.pointer;
  const previous = last?.catalogue === catalogue ? last.previous : last?.catalogue;
  return {
    feed: lease.feed,
    sequence: expectedSequence + 1,
    catalogue,
    ...(previous === undefined ? {} : { previous }),
    publishedAt: now,
    ...(source === undefined ? {} : { source }),
    lastSeenAt,
    ...(rolledBackFrom === undefined ? {} : { rolledBackFrom }),
  };
}

async function movePointer(
  access: DynamoAccess,
  region: RegionId,
  lease: Lease,
  next: StoredPublication,
): Promise<Result<unknown, 'condition-failed'>> {
  const seen = next.pointer.sequence - 1;
  const isAsSeen = seen === 0 ? 'attribute_not_exists(#current)' : '#current.#sequence = :seen';
  return await answerIfAllowed(access, 'UpdateItem', (options) =>
    access.client.send(
      new UpdateItemCommand({
        TableName: access.table,
        Key: feedKey(region, lease.feed),
        UpdateExpression: 'SET #v = :v, #current = :next',
        ConditionExpression: `#owner = :owner AND #fence = :fence AND ${isAsSeen}`,
        ExpressionAttributeNames: {
          '#v': 'v',
          '#current': 'current',
          '#owner': 'owner',
          '#fence': 'fence',
          ...(seen === 0 ? {} : { '#sequence': 'sequence' }),
        },
        ExpressionAttributeValues: {
          ':v': whole(FEED_VERSION),
          ':next': { M: toPublicationAttributes(next) },
          ':owner': text(lease.owner),
          ':fence': whole(lease.fence),
          ...(seen === 0 ? {} : { ':seen': whole(seen) }),
        },
      }),
      options,
    ),
  );
}
