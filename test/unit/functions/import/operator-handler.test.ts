import { expect, it } from 'vitest';
import { createOperatorHandler } from '../../../../functions/import/operator-handler.ts';
import { createMemoryPartnerImports } from '../../../../shared/adapters/memory/partner-imports.ts';
import { createMemoryOfferStore } from '../../../../shared/adapters/memory/offer-store.ts';
import { failed, ok } from '../../../../shared/domain/result.ts';
import { FEED_CONTEXT } from '../../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest } from '../../../support/import-under-test.ts';
import { recordLog } from '../../../support/log-matcher.ts';
import { SOME_REGION } from '../../../support/some-region.ts';
import { vhsRecord } from '../../../support/vhs-record.ts';

const MANY = Array.from({ length: 120 }, (_, index) => vhsRecord({ guid: String(700_001 + index) }));

/** A feed of 120 courses, of which a second run told of 12 alone and was held back. */
async function heldBack() {
  const offers = createMemoryOfferStore();
  const imported = importUnderTest((store) => store, offers);
  await imported.run(MANY);
  expect((await imported.run(MANY.slice(0, 12))).state).toBe('quarantined');
  const logged = recordLog();
  const imports = createMemoryPartnerImports();
  const { catalogues, runs, originals } = imported;
  const order = createOperatorHandler({
    catalogues,
    runs,
    offers,
    originals: {
      read: (_region, _feed, sha256) => {
        const found = originals.get(sha256);
        return Promise.resolve(found === undefined ? failed('source-not-found' as const) : ok(found));
      },
    },
    inUse: SOME_REGION,
    bounds: FEED_CONTEXT.bounds,
    feeds: [feedUnderTest()],
    maps: new Map(),
    imports,
    clock: () => Date.parse('2025-03-24T09:00:00Z'),
    log: logged.log,
    owner: 'operator',
  });
  const missing = async () =>
    (await imported.catalogue())!.entries.filter(({ missingSince }) => missingSince !== undefined).length;
  return { imported, imports, logged, order, missing };
}

it('lets through what a guard held back', async () => {
  const { logged, order, missing } = await heldBack();
  expect(await order({ release: 'test-feed' })).toMatchObject({ done: true, result: 'published' });
  expect(await missing()).toBe(108);
  expect(logged).toHaveLogged('operator-obeyed', { feed: 'test-feed', reason: 'published' });
  expect(await order({ release: 'test-feed' })).toEqual({ done: false, result: 'nothing-held-back' });
});

it('throws it away, so that the same bytes are not read again', async () => {
  const { imported, order, missing } = await heldBack();
  expect(await order({ discard: 'test-feed' })).toEqual({ done: true, result: 'discarded' });
  expect(await imported.run(MANY.slice(0, 12))).toMatchObject({ state: 'skipped', reason: 'discarded' });
  expect(await missing()).toBe(0);
});

it('says that the original is gone where it is no longer kept', async () => {
  const { imported, logged, order } = await heldBack();
  imported.originals.clear();
  expect(await order({ release: 'test-feed' })).toEqual({ done: false, result: 'original-gone' });
  expect(logged).toHaveLogged('operator-refused', { feed: 'test-feed', reason: 'original-gone' });
});

it('rolls a catalogue back to the previous one, or to the one that is named', async () => {
  const { imported, order } = await heldBack();
  expect(await order({ rollBack: 'test-feed' })).toEqual({ done: false, result: 'no-such-catalogue' });
  const [first] = await imported.catalogues.readPointers(FEED_CONTEXT.region.id);
  await order({ release: 'test-feed' });
  expect(await order({ rollBack: 'test-feed' })).toEqual({
    done: true,
    result: `current is ${first!.catalogue}`,
  });
  expect(await order({ rollBack: 'test-feed', to: first!.catalogue })).toEqual({
    done: false,
    result: 'already-current',
  });
});

it.each([
  [{ offer: 'test-feed:700001' }, { kind: 'offer', id: 'test-feed:700001' }, 'test-feed'],
  [{ provider: 'Verein' }, { kind: 'provider', id: 'Verein' }, undefined],
  [{ feed: 'traeger' }, { kind: 'feed', id: 'traeger' }, 'traeger'],
])('hides %j over any import, tells what is hidden, and shows it again', async (target, hidden, feed) => {
  const { imported, logged, order } = await heldBack();
  const region = FEED_CONTEXT.region.id;
  expect(await order({ hide: target })).toEqual({ done: true, result: 'hidden' });
  expect(await imported.catalogues.readHidden(region)).toEqual([hidden]);
  expect(logged).toHaveLogged('operator-obeyed', { ...(feed && { feed }), reason: 'hidden' });
  expect(logged.lines.join('')).not.toContain('Verein');
  expect(await order({ list: 'hidden' })).toEqual({
    done: true,
    result: 'listed',
    hidden: [`${hidden.kind} ${hidden.id}`],
  });
  expect(await order({ show: target })).toEqual({ done: true, result: 'shown' });
  expect(await imported.catalogues.readHidden(region)).toEqual([]);
});

it.each([
  [{ release: 'UPPER CASE secret' }],
  [{ hide: { offer: 'no feed secret' } }],
  [{ hide: { provider: '' } }],
  [{ hide: { offer: 'test-feed:1', feed: 'test-feed' } }],
  [{ hide: 'test-feed:1' }],
  [{ list: 'all' }],
  [{ release: 'test-feed', discard: 'test-feed' }],
  [{ rollBack: 'test-feed', to: 'previous' }],
  [{}],
  [null],
  ['release test-feed'],
])('answers %j, which is no order, with the orders there are, and repeats nothing of it', async (event) => {
  const { imported, order } = await heldBack();
  const before = await imported.catalogues.readPointers(FEED_CONTEXT.region.id);
  const answer = await order(event);
  expect(answer).toEqual({
    done: false,
    result: 'not-an-order',
    wanted: expect.stringContaining('"release"') as string,
  });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(await imported.catalogues.readPointers(FEED_CONTEXT.region.id)).toEqual(before);
});

it('knows the feeds of its region alone', async () => {
  const { order } = await heldBack();
  expect(await order({ release: 'other' })).toEqual({ done: false, result: 'feed-unknown' });
});
