import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import { updateStagedSeats } from '../../../shared/use-cases/update-staged-seats.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest } from '../../support/import-under-test.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { vhsRecord } from '../../support/vhs-record.ts';

const FILE = utf8(
  '<veranstaltungen><veranstaltung><guid>700001</guid><aktuelle_teilnehmerzahl>12</aktuelle_teilnehmerzahl><maximale_teilnehmerzahl>20</maximale_teilnehmerzahl></veranstaltung></veranstaltungen>',
);
const { region } = FEED_CONTEXT;
const feed = feedUnderTest().id;
const NOW = Date.parse('2025-03-24T06:00:00Z');

/** A feed with one course, and its occupancy file as it was kept; `bytes` undefined = no longer kept. */
async function staged(bytes: Uint8Array | undefined) {
  const offers = createMemoryOfferStore();
  const imported = importUnderTest((store) => store, offers);
  await imported.run([vhsRecord()]);
  const logged = recordLog();
  const sha256 = createHash('sha256')
    .update(bytes ?? FILE)
    .digest('hex');
  const read = () =>
    Promise.resolve(bytes === undefined ? failed('source-not-found' as const) : ok({ bytes, sha256 }));
  const { catalogues } = imported;
  const deps = {
    offers,
    catalogues,
    clock: () => NOW,
    owner: 'message',
    originals: { read },
    log: logged.log,
  };
  return { imported, logged, update: () => updateStagedSeats(deps, region, { feed, sha256 }) };
}

it('sets the seats and says how many offers they changed', async () => {
  const { imported, logged, update } = await staged(FILE);
  expect(await update()).toMatchObject({ ok: true, value: { changed: 1 } });
  expect((await imported.catalogue())!.entries[0]?.offer.seats?.free).toBe(8);
  expect(logged).toHaveLogged('seats-updated', { feed, count: 1 });
});

it('comes again while another run is at work', async () => {
  const { imported, logged, update } = await staged(FILE);
  await imported.catalogues.takeLease(region.id, feed, { owner: 'import', now: NOW, until: NOW + 1000 });
  expect(await update()).toEqual(failed('again'));
  expect(logged).toHaveLogged('import-skipped', { feed, reason: 'held' });
});

it.each([
  [utf8('<veranstaltungen><veranstaltung>'), 'xml-broken'],
  [undefined, 'source-not-found'],
] as const)('changes nothing and says why when the file is broken or gone', async (bytes, reason) => {
  const { imported, logged, update } = await staged(bytes);
  expect(await update()).toEqual(failed(reason));
  expect((await imported.catalogue())!.entries[0]?.offer.seats?.free).toBe(15);
  expect(logged).toHaveLogged('seats-failed', { feed, reason });
});
