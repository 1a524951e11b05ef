import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import { COLUMNS, type Column } from '../../../shared/feeds/supplements/columns.ts';
import type { Rows } from '../../../shared/feeds/supplements/to-rows.ts';
import { exportSupplement } from '../../../shared/use-cases/export-supplement.ts';
import { importSupplement } from '../../../shared/use-cases/import-supplement.ts';
import { FEED_CONTEXT } from '../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { day } from '../../support/some-offer.ts';
import { vhsAddress, vhsRecord } from '../../support/vhs-record.ts';

// A course without any times, and one whose dates the feed lists.
const WITHOUT = vhsRecord({
  guid: 'offen',
  name: 'Büro kompakt',
  schlagwort: [],
  ortetermine: { adresse: vhsAddress(), termin: [] },
});
const WITH_DATES = vhsRecord({ guid: 'termine' });
const REGION = FEED_CONTEXT.region.id;
const FEED = feedUnderTest().id;
const TODAY = day('2025-03-24');

let offers = createMemoryOfferStore();
let feed: ImportUnderTest;

beforeEach(async () => {
  offers = createMemoryOfferStore();
  feed = importUnderTest((store) => store, offers);
  await feed.run([WITHOUT, WITH_DATES]);
});

const stores = () => ({ offers, catalogues: feed.catalogues, supplements: feed.supplements });

async function download(): Promise<Rows> {
  const rows = await exportSupplement(stores(), REGION, FEED);
  return rows.ok ? rows.value : [];
}

/** The downloaded table with cells of one offer filled in. */
async function filled(id: string, own: Partial<Record<Column, string>>): Promise<Rows> {
  const [heading = [], ...rows] = await download();
  const at = (column: Column) => heading.indexOf(COLUMNS[column]);
  return [
    heading,
    ...rows.map((row) =>
      row[at('id')] === id
        ? row.map((cell, index) => {
            const column = (Object.keys(own) as Column[]).find((name) => at(name) === index);
            return column === undefined ? cell : own[column]!;
          })
        : row,
    ),
  ];
}

const upload = async (rows: Rows, today = TODAY) => {
  const done = await importSupplement(stores(), { region: REGION, feed: FEED, today }, rows);
  return done.ok ? done.value : done.failure;
};

async function shown(id: string): Promise<CatalogueOffer> {
  const catalogue = await feed.catalogue();
  return catalogue!.entries.find(({ offer }) => offer.id === `test-feed:${id}`)!.offer;
}

const TIMES = { days: 'Mo-Do', from: '08:30', to: '12:30', missing: 'keine' };
const CARE = { childcare: 'während des Kurses', ageFrom: '12', ageTo: '71', carePlaces: '4', careCost: '0' };

describe('a table that is sent back as it was downloaded', () => {
  it('states nothing', async () => {
    expect(await upload(await download())).toEqual({ stated: 0, removed: 0, faults: [] });
    expect(await feed.supplements.readSupplements(REGION, FEED)).toEqual([]);
    expect((await feed.run([WITHOUT, WITH_DATES])).state).toBe('unchanged');
  });
});

describe('times and childcare that a provider states', () => {
  beforeEach(async () => {
    const rows = await filled('offen', { ...TIMES, ...CARE, german: 'A2', absence: 'Nachholen möglich.' });
    expect(await upload(rows)).toEqual({ stated: 1, removed: 0, faults: [] });
  });

  it("are laid over the offer at the next import of the same file, named as the provider's with their day", async () => {
    const report = await feed.run([WITHOUT, WITH_DATES]);
    expect(report).toMatchObject({ state: 'published', counts: { changed: 1 } });
    expect(await shown('offen')).toMatchObject({
      timetable: {
        weekly: [{ days: [0, 1, 2, 3], from: 510, to: 750 }],
        certainty: 'stated',
        complete: true,
        missing: [],
      },
      childcare: {
        ages: { fromMonths: 12, toMonths: 71 },
        hours: [],
        during: true,
        free: 4,
        costCents: 0,
        certainty: 'stated',
      },
      needs: { german: 'A2' },
      absence: 'Nachholen möglich.',
      provenance: [
        { fact: 'timetable', from: 'provider', on: TODAY },
        { fact: 'childcare', from: 'provider', on: TODAY },
        { fact: 'needs', from: 'provider', on: TODAY },
        { fact: 'absence', from: 'provider', on: TODAY },
      ],
    });
  });

  it('leave every other offer as it is', async () => {
    const before = await shown('termine');
    await feed.run([WITHOUT, WITH_DATES]);
    expect(await shown('termine')).toEqual(before);
  });

  it('stay over imports while prices, seats and dates change', async () => {
    await feed.run([{ ...WITHOUT, preis: { betrag: '99.00' }, aktuelle_teilnehmerzahl: '9' }, WITH_DATES]);
    expect(await shown('offen')).toMatchObject({ cost: { cents: 9900 }, timetable: { complete: true } });
    expect(
      (await feed.run([{ ...WITHOUT, preis: { betrag: '99.00' }, aktuelle_teilnehmerzahl: '9' }, WITH_DATES]))
        .state,
    ).toBe('unchanged');
  });

  it.each([
    ['title', { name: 'Büro ganz neu' }],
    ['text', { text: [{ text: 'Jetzt am Nachmittag.' }] }],
  ])(
    'wait, with a notice, when the %s of the course changes, and hold again when it is as before',
    async (_what, own) => {
      const report = await feed.run([{ ...WITHOUT, ...own }, WITH_DATES]);
      expect(report.notices.map(({ code }) => code)).toContain('supplement-outdated');
      expect(await shown('offen')).toMatchObject({
        timetable: { weekly: [], complete: false },
        provenance: [],
      });
      await feed.run([WITHOUT, WITH_DATES]);
      expect(await shown('offen')).toMatchObject({ timetable: { complete: true } });
    },
  );

  it("are prefilled in the next download and stay the provider's when it is sent back later", async () => {
    await feed.run([WITHOUT, WITH_DATES]);
    expect(await upload(await download(), day('2025-05-01'))).toEqual({ stated: 1, removed: 0, faults: [] });
    const [kept] = await feed.supplements.readSupplements(REGION, FEED);
    expect(kept).toMatchObject({ on: TODAY, facts: { german: 'A2', times: { missing: [] } } });
  });

  it('are taken back by emptying their cells', async () => {
    await feed.run([WITHOUT, WITH_DATES]);
    const empty = Object.fromEntries(
      [...Object.keys(TIMES), ...Object.keys(CARE), 'german', 'absence'].map((name) => [name, '']),
    );
    expect(await upload(await filled('offen', empty))).toEqual({ stated: 0, removed: 1, faults: [] });
    await feed.run([WITHOUT, WITH_DATES]);
    expect(await shown('offen')).toMatchObject({
      timetable: { weekly: [], complete: false },
      provenance: [],
    });
    expect((await shown('offen')).childcare).toBeUndefined();
  });

  it('give way to dates once the feed lists them', async () => {
    await feed.run([WITHOUT, WITH_DATES]);
    const listed = vhsRecord({ ...WITHOUT, ortetermine: vhsRecord()['ortetermine'] });
    const report = await feed.run([listed, WITH_DATES]);
    expect(report.notices.map(({ code }) => code)).toContain('supplement-times-known');
    const { timetable, childcare } = await shown('offen');
    expect(timetable).toMatchObject({ weekly: [], dated: [{ from: 540 }, { from: 540 }], complete: true });
    expect(childcare).toMatchObject({ during: true });
  });
});

describe('a table with faults', () => {
  it('names row, column and cure, and the other rows count', async () => {
    const rows = await filled('offen', { german: 'A2' });
    const bad = await filled('termine', { german: 'sehr gut' });
    const badRow = bad.findIndex((row) => row.includes('sehr gut'));
    const mixed = rows.map((row, index) => (index === badRow ? bad[index]! : row));
    expect(await upload(mixed)).toEqual({
      stated: 1,
      removed: 0,
      faults: [{ code: 'german-unknown', row: badRow + 1, column: 'german' }],
    });
  });

  it('that was downloaded before the text changed is refused for that offer', async () => {
    const rows = await filled('offen', TIMES);
    await feed.run([{ ...WITHOUT, name: 'Büro ganz neu' }, WITH_DATES]);
    expect(await upload(rows)).toMatchObject({
      stated: 0,
      faults: [{ code: 'text-changed', column: 'textState' }],
    });
  });

  it('that states weekly times where the feed lists dates is refused for that offer', async () => {
    expect(await upload(await filled('termine', TIMES))).toMatchObject({
      stated: 0,
      faults: [{ code: 'dates-in-feed', column: 'days' }],
    });
  });

  it('that names an offer nobody knows says so', async () => {
    const rows = (await filled('offen', TIMES)).map((row) =>
      row.map((cell) => (cell === 'offen' ? 'weg' : cell)),
    );
    expect(await upload(rows)).toMatchObject({ stated: 0, faults: [{ code: 'id-unknown', column: 'id' }] });
  });
});

describe('a feed without a catalogue', () => {
  it('has no table', async () => {
    const empty = importUnderTest();
    const own = { offers, catalogues: empty.catalogues, supplements: empty.supplements };
    expect(await exportSupplement(own, REGION, FEED)).toEqual({ ok: false, failure: 'no-catalogue' });
    expect(await importSupplement(own, { region: REGION, feed: FEED, today: TODAY }, [])).toEqual({
      ok: false,
      failure: 'no-catalogue',
    });
  });
});
