import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/adapters/dynamodb/item-codec.ts';
import { toCatalogueOffer } from '../../shared/domain/offer/catalogue-changes.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import { FEED, numberedId, numberedOffers } from '../support/numbered-offers.ts';
import { readCurrent, replayLog } from '../support/publish-offers.ts';
import { embeddedForTests } from '../support/embedded-for-tests.ts';
import { dynamoStores } from '../support/stores.ts';
import itemsOfVersion1 from './frozen-items-v1.json' with { type: 'json' };

// Items as earlier releases wrote them (see write-frozen-items.ts); these files never change. What is read from each must
// stay the same for ever.

const embedded = await embeddedForTests();

const region = parseRegionId('berlin')!;

describe.each([['1', itemsOfVersion1]])('a table full of items of version %s', (_, items) => {
  beforeAll(async () => {
    const requests = items.map((item) => ({ PutRequest: { Item: toItem(item) } }));
    await embedded.access.client.send(
      new BatchWriteItemCommand({ RequestItems: { [embedded.access.table]: requests } }),
    );
  });

  it('has its pointer, its catalogue and every version in full', async () => {
    const { offers, catalogues } = dynamoStores(embedded.access);
    const { pointer, catalogue } = await readCurrent(catalogues, region);
    expect(pointer).toMatchObject({
      feed: FEED,
      sequence: 2,
      publishedAt: 20,
      lastSeenAt: 20,
      source: 'second',
    });
    expect(catalogue!.entries.map(({ offer }) => offer)).toEqual(numberedOffers(2, 6).map(toCatalogueOffer));
    for (const [index, { offer, version }] of catalogue!.entries.entries()) {
      expect(await offers.readVersion(region, offer.id, version)).toEqual(numberedOffers(2, 6)[index]);
    }
  });

  it('has its log, its earlier catalogue, its lease and its hidden list', async () => {
    const { catalogues } = dynamoStores(embedded.access);
    const [, first] = await catalogues.readPublications(region, FEED, 10);
    const earlier = await catalogues.readCatalogue(region, FEED, first!.catalogue);
    expect(earlier.entries.map(({ offer }) => offer)).toEqual(numberedOffers(1, 4).map(toCatalogueOffer));
    expect([...(await replayLog(catalogues, region)).keys()]).toEqual(
      [2, 3, 4, 5, 6].map((n) => numberedId(n)),
    );
    const wanted = { owner: 'three', now: 49, until: 60 };
    expect(await catalogues.takeLease(region, FEED, wanted)).toEqual({ ok: false, failure: 'held' });
    expect(await catalogues.readHidden(region)).toEqual([{ kind: 'offer', id: numberedId(3) }]);
  });
});

function toItem(frozen: object): Item {
  const { piece, ...rest } = frozen as Item & { piece?: { B: unknown } };
  return piece === undefined ? rest : { ...rest, piece: { B: Buffer.from(String(piece.B), 'base64') } };
}
