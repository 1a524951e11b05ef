import {
  BatchWriteItemCommand,
  GetItemCommand,
  type BatchWriteItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createDynamoOfferStore } from '../../../../shared/adapters/dynamodb/offer-store.ts';
import { toOfferItem } from '../../../../shared/adapters/dynamodb/offer-item.ts';
import { CatalogueDamaged, StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { hashOffer } from '../../../../shared/use-cases/hash-offer.ts';
import { freshRegion, numberedId, numberedOffer, numberedOffers } from '../../../support/numbered-offers.ts';
import { mockedAccess, sdkFailure } from './mocked-access.ts';

const region = freshRegion();
const versioned = (first: number, last: number) =>
  numberedOffers(first, last).map((offer) => ({ version: hashOffer(offer), offer }));
const version = hashOffer(numberedOffer(1));
const item = toOfferItem(region, version, numberedOffer(1));

describe('writing versions to DynamoDB', () => {
  it('takes 25 to a batch', async () => {
    const { access, store } = mockedAccess();
    store.on(BatchWriteItemCommand).resolves({});
    await createDynamoOfferStore(access).writeVersions(region, versioned(1, 60));
    const sizes = store
      .commandCalls(BatchWriteItemCommand)
      .map(({ args }) => args[0].input.RequestItems!['vereinbar']!.length);
    expect(sizes).toEqual([25, 25, 10]);
  });

  it('sends again what the store handed back, and only that, until all is stored', async () => {
    const { access, store, pauses } = mockedAccess();
    const stored = new Set<string>();
    store.on(BatchWriteItemCommand).callsFake(({ RequestItems }: BatchWriteItemCommandInput) => {
      const requests = RequestItems!['vereinbar']!;
      const kept = requests.slice(0, Math.max(1, Math.floor(requests.length * 0.8)));
      for (const { PutRequest } of kept) stored.add(PutRequest!.Item!['pk']!.S!);
      const rest = requests.slice(kept.length);
      return { UnprocessedItems: rest.length === 0 ? {} : { vereinbar: rest } };
    });
    await createDynamoOfferStore(access).writeVersions(region, versioned(1, 25));
    expect(stored.size).toBe(25);
    expect(pauses.length).toBe(store.commandCalls(BatchWriteItemCommand).length - 1);
  });

  it('gives up after eight rounds when nothing is ever taken', async () => {
    const { access, store } = mockedAccess();
    store
      .on(BatchWriteItemCommand)
      .callsFake((input: BatchWriteItemCommandInput) => ({ UnprocessedItems: input.RequestItems }));
    const writing = createDynamoOfferStore(access).writeVersions(region, versioned(1, 3));
    await expect(writing).rejects.toThrow(StoreUnavailable);
    expect(store.commandCalls(BatchWriteItemCommand)).toHaveLength(8);
  });

  it('pauses a random share of a bound that doubles up to 3.2 seconds', async () => {
    const { access, store, pauses } = mockedAccess(0.5);
    store
      .on(BatchWriteItemCommand)
      .callsFake((input: BatchWriteItemCommandInput) => ({ UnprocessedItems: input.RequestItems }));
    await createDynamoOfferStore(access)
      .writeVersions(region, versioned(1, 1))
      .catch(() => undefined);
    expect(pauses).toEqual([25, 50, 100, 200, 400, 800, 1600]);
  });

  it('refuses an offer that is larger than an item may be, without sending anything', async () => {
    const { access, store } = mockedAccess();
    const large = { ...numberedOffer(1), summary: 'ä'.repeat(200_000) };
    const writing = createDynamoOfferStore(access).writeVersions(region, [{ version, offer: large }]);
    await expect(writing).rejects.toThrow(RangeError);
    expect(store.calls()).toHaveLength(0);
  });
});

describe('reading a version from DynamoDB', () => {
  it.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'InternalServerError',
    'TimeoutError',
    'AbortError',
    'ResourceNotFoundException',
    'ValidationException',
  ])('is unavailable on %s, says so without any content, and keeps the cause', async (name) => {
    const { access, store } = mockedAccess();
    const failure = sdkFailure(name);
    store.on(GetItemCommand).rejects(failure);
    const outcome = await createDynamoOfferStore(access)
      .readVersion(region, numberedId(1), version)
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(StoreUnavailable);
    expect(outcome).toMatchObject({ message: `GetItem: ${name}`, cause: failure });
  });

  it.each([
    ['of a newer release', { ...item, v: { N: '99' } }],
    ['in a newer form', { ...item, form: { N: '99' } }],
    ['without a version', { ...item, v: { S: '1' } }],
    ['without a body', { pk: item['pk']!, sk: item['sk']!, v: item['v']! }],
    ['whose body was altered', { ...item, body: { S: item['body']!.S!.replace('B1', 'C1') } }],
    ['of another offer', toOfferItem(region, version, numberedOffer(2))],
  ])('calls an item %s damaged and quotes nothing of it', async (_, stored) => {
    const { access, store } = mockedAccess();
    store.on(GetItemCommand).resolves({ Item: stored });
    const outcome = await createDynamoOfferStore(access)
      .readVersion(region, numberedId(1), version)
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(CatalogueDamaged);
    expect(String(outcome)).not.toMatch(/Deutsch|vhs/);
  });

  it('reads the very item when nothing is wrong with it', async () => {
    const { access, store } = mockedAccess();
    store.on(GetItemCommand).resolves({ Item: item });
    const read = await createDynamoOfferStore(access).readVersion(region, numberedId(1), version);
    expect(read).toEqual(numberedOffer(1));
  });
});
