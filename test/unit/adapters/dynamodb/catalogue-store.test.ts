import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createDynamoCatalogueStore } from '../../../../shared/adapters/dynamodb/catalogue-store.ts';
import { contentHash } from '../../../../shared/adapters/dynamodb/content-chunks.ts';
import type { Item } from '../../../../shared/adapters/dynamodb/item-codec.ts';
import { feedKey, hiddenKey, manifestKey } from '../../../../shared/adapters/dynamodb/item-keys.ts';
import { parseCatalogueId, type CatalogueId } from '../../../../shared/domain/offer/catalogue.ts';
import { parseFeedId } from '../../../../shared/domain/offer/offer-id.ts';
import type { CatalogueStore, Lease } from '../../../../shared/ports/catalogue-store.ts';
import { CatalogueDamaged, StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { FEED, freshRegion, numberedId } from '../../../support/numbered-offers.ts';
import { mockedAccess, sdkFailure } from './mocked-access.ts';

const region = freshRegion();
const catalogue = parseCatalogueId(contentHash('a'))!;
const lease: Lease = { feed: FEED, owner: 'one', fence: 3, until: 100 };
const publication = { catalogue, expectedSequence: 4, changes: [] };

function feedItem(sequence: number, own: Item = {}, fence = 3): Item {
  return {
    ...feedKey(region, FEED),
    v: { N: '1' },
    fence: { N: String(fence) },
    owner: { S: 'one' },
    until: { N: '100' },
    current: {
      M: {
        sequence: { N: String(sequence) },
        fence: { N: String(fence) },
        catalogue: { S: catalogue },
        publishedAt: { N: '7' },
        lastSeenAt: { N: '8' },
        hash: { S: contentHash('[]') },
        bytes: { N: '2' },
        chunks: { L: [] },
        changeCount: { N: '0' },
      },
    },
    ...own,
  };
}

const earlier = feedItem(4, {}, 2);
const current = { ...earlier, fence: { N: '3' } };

function storeWith(stored: Item | undefined) {
  const mocked = mockedAccess();
  mocked.store.on(GetItemCommand).callsFake(({ Key }: { Key: Item }) => {
    if (Key['sk']!.S === catalogue) return { Item: { ...manifestKey(region, FEED, catalogue) } };
    return stored === undefined ? {} : { Item: stored };
  });
  mocked.store.on(PutItemCommand).resolves({});
  mocked.store.on(UpdateItemCommand).resolves({});
  return { ...mocked, catalogues: createDynamoCatalogueStore(mocked.access) };
}

describe('publishing to DynamoDB', () => {
  it('moves the pointer by one write whose condition is the lease and the sequence seen', async () => {
    const { catalogues, store } = storeWith(current);
    expect(await catalogues.publish(region, lease, publication, 9)).toMatchObject({
      ok: true,
      value: { sequence: 5 },
    });
    const updates = store.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input);
    expect(updates).toHaveLength(1);
    expect(updates[0]).toMatchObject({
      ConditionExpression: '#owner = :owner AND #fence = :fence AND #current.#sequence = :seen',
      ExpressionAttributeValues: { ':owner': { S: 'one' }, ':fence': { N: '3' }, ':seen': { N: '4' } },
    });
  });

  it('has all else written before the pointer moves', async () => {
    const { catalogues, store } = storeWith(current);
    await catalogues.publish(region, lease, publication, 9);
    const names = store.calls().map(({ args }) => args[0].constructor.name);
    expect(names.lastIndexOf('PutItemCommand')).toBeLessThan(names.indexOf('UpdateItemCommand'));
    expect(names.filter((name) => name === 'PutItemCommand')).toHaveLength(2);
  });

  it('writes nothing when the lease is lost before it begins', async () => {
    const { catalogues, store } = storeWith({ ...current, fence: { N: '4' } });
    expect(await catalogues.publish(region, lease, publication, 9)).toEqual({
      ok: false,
      failure: 'lost-lease',
    });
    expect(store.commandCalls(PutItemCommand)).toHaveLength(0);
  });

  it('takes a failed condition for what the item then says', async () => {
    const { catalogues, store } = storeWith(current);
    const isPointer = { sk: { S: FEED } };
    const taken = { ...current, fence: { N: '9' }, owner: { S: 'two' } };
    store
      .on(GetItemCommand, { Key: { ...feedKey(region, FEED), ...isPointer } })
      .resolvesOnce({ Item: current })
      .resolves({ Item: taken });
    store.on(UpdateItemCommand).rejects(sdkFailure('ConditionalCheckFailedException'));
    expect(await catalogues.publish(region, lease, publication, 9)).toEqual({
      ok: false,
      failure: 'lost-lease',
    });
  });

  it('knows its own move again when only the answer was lost', async () => {
    const { catalogues, store } = storeWith(current);
    store
      .on(GetItemCommand, { Key: feedKey(region, FEED) })
      .resolvesOnce({ Item: current })
      .resolves({ Item: feedItem(5) });
    store.on(UpdateItemCommand).rejects(sdkFailure('ConditionalCheckFailedException'));
    expect(await catalogues.publish(region, lease, publication, 9)).toMatchObject({
      ok: true,
      value: { sequence: 5, publishedAt: 7 },
    });
  });

  it.each(['ThrottlingException', 'TimeoutError'])('is unavailable on %s', async (name) => {
    const { catalogues, store } = storeWith(current);
    store.on(UpdateItemCommand).rejects(sdkFailure(name));
    await expect(catalogues.publish(region, lease, publication, 9)).rejects.toThrow(StoreUnavailable);
  });

  it('does not build on the item of a newer release', async () => {
    const { catalogues, store } = storeWith({ ...current, v: { N: '2' } });
    await expect(catalogues.publish(region, lease, publication, 9)).rejects.toThrow(CatalogueDamaged);
    expect(store.commandCalls(UpdateItemCommand)).toHaveLength(0);
  });
});

describe('leases in DynamoDB', () => {
  it('are held when the condition fails', async () => {
    const { catalogues, store } = storeWith(undefined);
    store.on(UpdateItemCommand).rejects(sdkFailure('ConditionalCheckFailedException'));
    const wanted = { owner: 'one', now: 1, until: 2 };
    expect(await catalogues.takeLease(region, FEED, wanted)).toEqual({ ok: false, failure: 'held' });
  });

  it('are not reported as held in an outage', async () => {
    const { catalogues, store } = storeWith(undefined);
    store.on(UpdateItemCommand).rejects(sdkFailure('ThrottlingException'));
    const wanted = { owner: 'one', now: 1, until: 2 };
    await expect(catalogues.takeLease(region, FEED, wanted)).rejects.toThrow(StoreUnavailable);
  });

  it('given back after they were lost cause no failure', async () => {
    const { catalogues, store } = storeWith(undefined);
    store.on(UpdateItemCommand).rejects(sdkFailure('ConditionalCheckFailedException'));
    await expect(catalogues.releaseLease(region, lease)).resolves.toBeUndefined();
  });
});

describe('reading lists from DynamoDB', () => {
  it('follows the pages of an answer', async () => {
    const { catalogues, store } = storeWith(undefined);
    const other = parseFeedId('zeta')!;
    store
      .on(QueryCommand)
      .resolvesOnce({ Items: [feedItem(1)], LastEvaluatedKey: feedKey(region, FEED) })
      .resolves({ Items: [{ ...feedItem(2), ...feedKey(region, other) }] });
    const pointers = await catalogues.readPointers(region);
    expect(pointers.map(({ feed, sequence }) => [feed, sequence])).toEqual([
      [FEED, 1],
      [other, 2],
    ]);
  });

  it.each([
    ['newer-version', { ...feedItem(1), v: { N: '2' } }],
    ['malformed', { ...feedItem(1), fence: { S: 'three' } }],
  ])('leaves out a pointer that is %s, logs it, and gives the others', async (reason, odd) => {
    const { catalogues, store, logged } = storeWith(undefined);
    store
      .on(QueryCommand)
      .resolves({ Items: [odd, { ...feedItem(2), ...feedKey(region, parseFeedId('zeta')!) }] });
    expect(await catalogues.readPointers(region)).toMatchObject([{ feed: 'zeta', sequence: 2 }]);
    expect(logged).toEqual([['store-item-skipped', { region, reason }]]);
  });

  it('keeps hidden what a newer release has hidden', async () => {
    const { catalogues, store } = storeWith(undefined);
    const target = { kind: 'offer', id: numberedId(1) } as const;
    store.on(QueryCommand).resolves({ Items: [{ ...hiddenKey(region, target), v: { N: '99' } }] });
    expect(await catalogues.readHidden(region)).toEqual([target]);
  });

  it('leaves out hidden things of a kind it does not know', async () => {
    const { catalogues, store, logged } = storeWith(undefined);
    store
      .on(QueryCommand)
      .resolves({ Items: [{ pk: { S: 'x' }, sk: { S: 'district#nord' }, v: { N: '1' } }] });
    expect(await catalogues.readHidden(region)).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  it('calls a log with a gap damaged', async () => {
    const { catalogues, store } = storeWith(current);
    store.on(QueryCommand).resolves({ Items: [] });
    await expect(catalogues.readChanges(region, FEED, 0, 10)).rejects.toThrow(CatalogueDamaged);
  });

  it('is unavailable when a page fails', async () => {
    const { catalogues, store } = storeWith(undefined);
    store
      .on(QueryCommand)
      .resolvesOnce({ Items: [feedItem(1)], LastEvaluatedKey: feedKey(region, FEED) })
      .rejects(sdkFailure('ProvisionedThroughputExceededException'));
    await expect(catalogues.readPointers(region)).rejects.toThrow(StoreUnavailable);
  });
});

describe('reading a catalogue from DynamoDB', () => {
  it('is unavailable, not damaged, when a piece cannot be fetched', async () => {
    const { catalogues, store } = storeWith(undefined);
    store.on(GetItemCommand).rejects(sdkFailure('ThrottlingException'));
    await expect(catalogues.readCatalogue(region, FEED, catalogue)).rejects.toThrow(StoreUnavailable);
  });

  it('is unavailable, too, when a piece of what is read entry by entry cannot be fetched', async () => {
    const { catalogues, store } = storeWith(undefined);
    store
      .on(GetItemCommand)
      .resolvesOnce({ Item: manifestOf(catalogue) })
      .rejects(sdkFailure('ThrottlingException'));
    const reading = catalogues.readEntries(region, FEED, catalogue, () => undefined);
    await expect(reading).rejects.toThrow(StoreUnavailable);
  });

  it.each([
    ['of a newer release', { v: { N: '2' } }],
    ['with offers of a newer form', { form: { N: '99' } }],
    ['of other content', { hash: { S: contentHash('b') } }],
    ['that lists nothing', { chunks: { L: [] } }],
  ])('calls one %s damaged', async (_, own) => {
    const readers = [
      (from: CatalogueStore) => from.readCatalogue(region, FEED, catalogue),
      (from: CatalogueStore) => from.readEntries(region, FEED, catalogue, () => undefined),
    ];
    for (const read of readers) {
      const { catalogues, store } = storeWith(undefined);
      store
        .on(GetItemCommand)
        .resolvesOnce({ Item: { ...manifestOf(catalogue), ...own } })
        .resolves({});
      await expect(read(catalogues)).rejects.toThrow(CatalogueDamaged);
    }
  });
});

function manifestOf(id: CatalogueId): Item {
  return {
    ...manifestKey(region, FEED, id),
    v: { N: '1' },
    form: { N: '1' },
    hash: { S: id },
    bytes: { N: '1' },
    chunks: { L: [{ S: contentHash('a') }] },
  };
}
