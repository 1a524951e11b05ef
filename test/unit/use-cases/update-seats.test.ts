import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { importUnderTest, feedUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { vhsRecord } from '../../support/vhs-record.ts';
import type { OfferStore } from '../../../shared/ports/offer-store.ts';
import { hasIndex } from '../../../shared/use-cases/catalogue-index.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { updateSeats } from '../../../shared/use-cases/update-seats.ts';

const course = (guid: string, taken: number) =>
  `<veranstaltung><guid>${guid}</guid><minimale_teilnehmerzahl>8</minimale_teilnehmerzahl><aktuelle_teilnehmerzahl>${taken}</aktuelle_teilnehmerzahl><maximale_teilnehmerzahl>20</maximale_teilnehmerzahl></veranstaltung>`;
const file = (...courses: string[]) =>
  utf8(`<?xml version="1.0"?><b:veranstaltungen xmlns:b="x">${courses.join('')}</b:veranstaltungen>`);

let feed: ImportUnderTest;
let offers: OfferStore;
const RECORDS = [vhsRecord(), vhsRecord({ guid: '700002' })];

beforeEach(async () => {
  offers = createMemoryOfferStore();
  feed = importUnderTest((store) => store, offers);
  await feed.run(RECORDS);
});

const update = (bytes: Uint8Array) =>
  updateSeats(
    { offers, catalogues: feed.catalogues, clock: () => Date.parse('2025-03-24T06:00:00Z'), owner: 'seats' },
    FEED_CONTEXT.region,
    feedUnderTest().id,
    bytes,
  );
const seats = async () => (await feed.catalogue())!.entries.map(({ offer }) => offer.seats?.free);
const withoutSeats = async () =>
  (await feed.catalogue())!.entries.map(({ offer: { seats: _seats, ...rest } }) => rest);

describe('an occupancy file', () => {
  it('sets the seats of the courses it names and changes nothing else', async () => {
    const before = await withoutSeats();
    expect(await update(file(course('700001', 12)))).toEqual({
      ok: true,
      value: { named: 1, changed: 1, unknown: 0, notKnown: 0 },
    });
    expect(await seats()).toEqual([8, 15]);
    expect(await withoutSeats()).toEqual(before);
  });

  it('lays an index beside the catalogue with the new seats', async () => {
    await update(file(course('700001', 12)));
    const { region } = FEED_CONTEXT;
    const [pointer] = await feed.catalogues.readPointers(region.id);
    expect(pointer!.sequence).toBe(2);
    const current = { pointer: pointer!, catalogue: (await feed.catalogue())! };
    expect(await hasIndex(feed.catalogues, region, current)).toBe(true);
  });

  it('keeps the long text of an offer', async () => {
    await update(file(course('700001', 12)));
    const [entry] = (await feed.catalogue())!.entries;
    const stored = await offers.readVersion(FEED_CONTEXT.region.id, entry!.offer.id, entry!.version);
    expect(stored).toMatchObject({ summary: 'Vormittagskurs\n\nDeutsch im Alltag.', seats: { free: 8 } });
  });

  it('stays in force when the same file of courses is imported again', async () => {
    await update(file(course('700001', 12)));
    expect((await feed.run(RECORDS)).state).toBe('unchanged');
    expect(await seats()).toEqual([8, 15]);
  });

  it('gives way to a newer file of courses', async () => {
    await update(file(course('700001', 12)));
    await feed.run([vhsRecord({ aktuelle_teilnehmerzahl: '6' }), vhsRecord({ guid: '700002' })]);
    expect(await seats()).toEqual([14, 15]);
  });

  it('says nothing of when the feed itself was last seen', async () => {
    const pointer = async () => (await feed.catalogues.readPointers(FEED_CONTEXT.region.id))[0]!;
    const before = await pointer();
    await update(file(course('700001', 12)));
    expect(await pointer()).toMatchObject({
      sequence: before.sequence + 1,
      publishedAt: Date.parse('2025-03-24T06:00:00Z'),
      lastSeenAt: before.lastSeenAt,
    });
  });

  it('does not bring back what was rolled back', async () => {
    await feed.run([vhsRecord({ titel: 'x', name: 'Anderer Titel' }), vhsRecord({ guid: '700002' })]);
    const region = FEED_CONTEXT.region.id;
    const deps = {
      catalogues: feed.catalogues,
      clock: () => Date.parse('2025-03-24T05:30:00Z'),
      owner: 'op',
    };
    const back = await rollBack(deps, region, feedUnderTest().id);
    await update(file(course('700001', 12)));
    const [pointer] = await feed.catalogues.readPointers(region);
    expect(pointer).toMatchObject({ rolledBackFrom: back.ok && back.value.rolledBackFrom });
  });

  it('keeps count of how long an offer has been missing', async () => {
    await feed.run([vhsRecord({ guid: '700002' })]);
    const since = async () => (await feed.catalogue())!.entries.map(({ missingSince }) => missingSince);
    const before = await since();
    expect(before[0]).toBeDefined();
    await update(file(course('700001', 12), course('700002', 12)));
    expect(await seats()).toEqual([8, 8]);
    expect(await since()).toEqual(before);
  });

  it('with the numbers that are there already publishes nothing', async () => {
    const before = await feed.catalogues.readPointers(FEED_CONTEXT.region.id);
    expect(await update(file(course('700001', 5)))).toMatchObject({ value: { changed: 0 } });
    expect(await feed.catalogues.readPointers(FEED_CONTEXT.region.id)).toEqual(before);
  });

  it('leaves courses alone that it names without numbers, and counts those nobody knows', async () => {
    const bytes = file(course('700001', -1).replace('>20<', '><'), course('999999', 1), '<veranstaltung/>');
    expect(await update(bytes)).toMatchObject({
      value: { named: 3, changed: 0, unknown: 1, notKnown: 2 },
    });
    expect(await seats()).toEqual([15, 15]);
  });

  it('that is cut off changes nothing', async () => {
    const whole = file(course('700001', 12), course('700002', 12));
    expect(await update(whole.subarray(0, whole.length - 40))).toEqual({ ok: false, failure: 'xml-broken' });
    expect(await seats()).toEqual([15, 15]);
  });

  it('changes nothing while an import is at work', async () => {
    const until = Date.parse('2025-03-24T07:00:00Z');
    const now = Date.parse('2025-03-24T06:00:00Z');
    await feed.catalogues.takeLease(FEED_CONTEXT.region.id, feedUnderTest().id, { owner: 'x', now, until });
    expect(await update(file(course('700001', 12)))).toEqual({ ok: false, failure: 'held' });
  });
});
