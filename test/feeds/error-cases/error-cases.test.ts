import { describe, expect, it } from 'vitest';
import { duplicateLinks } from '../../../shared/domain/offer/duplicate-links.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import type { RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import { FEED_FORMATS } from '../../../shared/feeds/feed-formats.ts';
import { readCatalogue } from '../../../shared/feeds/openq-cat/read-catalogue.ts';
import { countRecords } from '../../../shared/feeds/opendatasoft-page.ts';
import { codesOf, FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { importUnderTest } from '../../support/import-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../support/nursery-table.ts';
import { catalogueOf, dateOf, serviceOf, updateOf } from '../../support/openq-cat-catalogue.ts';
import { readFeed } from '../../support/read-feed.ts';
import { readTable, REAL_TABLES } from '../../support/real-tables.ts';
import { day, someOffer } from '../../support/some-offer.ts';
import { formatBy } from '../../support/table-under-test.ts';
import { vhsAddress, vhsFile, vhsRecord, vhsSession } from '../../support/vhs-record.ts';

// The 27 kinds of damage that real feeds have (research on formats, section 13), each with the behaviour wanted of it. What a
// format does with its own kinds in detail stands in its own tests.

const CONTEXT = { ...FEED_CONTEXT, today: day('2026-11-22') };
const vhs = async (own: Record<string, unknown>): Promise<RecordOutcome> =>
  (await outcomesOf(FEED_FORMATS['open-vhs'], utf8(vhsFile([vhsRecord(own)]))))[0]!;
const nursery = async (own: Readonly<Record<string, string>>, map = {}): Promise<RecordOutcome> =>
  (await outcomesOf(formatBy(nurseryMap(map)), utf8(nurseryCsv(own))))[0]!;
const catalogue = async (services: readonly string[]): Promise<readonly RecordOutcome[]> =>
  outcomesOf(FEED_FORMATS['openq-cat'], utf8(catalogueOf(services)), CONTEXT);
const hsds = async (own: object): Promise<RecordOutcome> =>
  (
    await outcomesOf(
      FEED_FORMATS.hsds,
      utf8([{ id: '1', name: 'Kurs', status: 'active', organization: { id: '2', name: 'Haus' }, ...own }]),
      CONTEXT,
    )
  )[0]!;
const courses = (count: number) =>
  Array.from({ length: count }, (_, index) => vhsRecord({ guid: String(index) }));

describe('the 27 kinds of damage', () => {
  it('E1: an interface that was renamed gives no empty catalogue; the old one stays and the run says why', async () => {
    const feed = importUnderTest();
    await feed.run(courses(3));
    expect(await feed.run(utf8({ kurse: { kurs: courses(3) } }))).toMatchObject({ reason: 'feed-empty' });
    expect((await feed.catalogue())?.entries).toHaveLength(3);
    expect(
      (await readFeed(formatBy(nurseryMap()), utf8(nurseryCsv().replace('zeiten', 'oeffnung')))).failure,
    ).toMatchObject({
      code: 'column-missing',
      field: 'zeiten',
    });
  });

  it('E2: a list that is absent is no empty list, unless the source says that there is nothing', async () => {
    expect(countRecords({ total_count: 7 })).toBeUndefined();
    expect(countRecords({ total_count: 0, results: [] })).toMatchObject({ count: 0 });
    expect((await readFeed(FEED_FORMATS.hsds, utf8({ total_items: 7, total_pages: 1 }))).failure?.code).toBe(
      'records-missing',
    );
  });

  it('E3: a midnight with an offset is the day that is written there', async () => {
    const [read] = await catalogue([serviceOf({ start: '2027-03-30T00:00:00.000+02:00' })]);
    expect(formatLocalDate(offerOf(read).timetable.first!)).toBe('2027-03-30');
    const list = await nursery({ stand: '2025-03-17T00:00:00+01:00' });
    expect(formatLocalDate(offerOf(list).care!.asOf!)).toBe('2025-03-17');
  });

  it('E4: milliseconds are read where the map says so, as a number or as a text, and within their range', async () => {
    const map = {
      file: { form: 'json', records: '$.*' },
      care: {
        kind: { as: 'constant', value: 'kita' },
        openings: [{ days: ['mo'], hours: { as: 'milliseconds', open: 'auf', close: 'zu' } }],
        free: { as: 'integer', from: 'frei' },
        asOf: { as: 'epoch-milliseconds', from: 'stand' },
      },
    };
    const read = (record: object) =>
      outcomesOf(
        formatBy(nurseryMap(map)),
        utf8([{ nr: 1, name: 'Kita', traeger: 'x', plz: '12045', frei: 1, ...record }]),
      );
    for (const [open, at] of [
      [27_000_000, 1_742_166_000_000],
      ['27000000', '1742166000000'],
    ]) {
      const [outcome] = await read({ auf: open, zu: 59_400_000, stand: at });
      expect(offerOf(outcome).care).toMatchObject({
        openings: [{ from: 450, to: 990 }],
        asOf: day('2025-03-17'),
      });
    }
    const [beyond] = await read({ auf: 27_000_000, zu: 159_400_000, stand: 1_742_166_000 });
    expect(codesOf(beyond!.notices)).toContain('hours-invalid');
    expect(offerOf(beyond).care).toMatchObject({ openings: [], asOf: day('1970-01-21') });
  });

  it('E5: another encoding than the one that is said fails the whole feed', async () => {
    const latin = Buffer.from(nurseryCsv({ name: 'Kita Möwe' }), 'latin1');
    expect((await readFeed(formatBy(nurseryMap()), latin)).failure?.code).toBe('encoding-wrong');
    const garbled = await nursery({ name: 'Kita MÃ¶we' });
    expect(garbled).toMatchObject({ notices: [{ code: 'text-garbled' }] });
    expect(garbled.offer).toBeUndefined();
    const declared =
      '<?xml version="1.0" encoding="ISO-8859-1"?><v><veranstaltung><guid>1</guid><name>Kürs</name></veranstaltung></v>';
    expect((await readFeed(FEED_FORMATS['open-vhs-xml'], utf8(declared))).failure?.code).toBe(
      'encoding-wrong',
    );
    const read = await outcomesOf(FEED_FORMATS['open-vhs-xml'], Buffer.from(declared, 'latin1'));
    expect(offerOf(read[0]).title).toBe('Kürs');
  });

  it('E6: sep= counts, and so does a heading that is longer than its rows', async () => {
    const [read] = await outcomesOf(
      formatBy(nurseryMap()),
      utf8(`sep=^\r\n${nurseryCsv().replace('\n', ';\n').replaceAll(';', '^')}`),
    );
    expect(offerOf(read).title).toBe('Kita Kanalufer');
    expect((await readTable(REAL_TABLES.schools)).outcomes).toHaveLength(88);
  });

  it('E7: a comma and a point are both decimal, and a placeholder is no price and no number', async () => {
    const cost = async (betrag: string) => offerOf(await vhs({ preis: { betrag } })).cost;
    expect(await cost('84.70')).toEqual({ cents: 8470 });
    expect(await cost('47,00 EUR')).toEqual({ cents: 4700 });
    expect(await cost('0.0')).toBeUndefined();
    expect(await cost('99990.0')).toBeUndefined();
    expect(offerOf(await vhs({ aktuelle_teilnehmerzahl: '-1' })).seats).toEqual({ total: 20 });
  });

  it('E8: a time may be written in any of the ways people write it', async () => {
    for (const zeiten of ['07:00-17.00', '07.00 - 17.00 Uhr', '7-17 Uhr', 'von 07:00 bis 17:00 Uhr'])
      expect(offerOf(await nursery({ zeiten })).care?.openings, zeiten).toMatchObject([
        { from: 420, to: 1020 },
      ]);
    const session = vhsSession({ beginn_uhrzeit: '09:00:00+02:00', ende_uhrzeit: '12:00:00+02:00' });
    const { timetable } = offerOf(await vhs({ ortetermine: { adresse: vhsAddress(), termin: session } }));
    expect(timetable.dated).toMatchObject([{ from: 540, to: 720 }]);
  });

  it('E9: where there is no id the map says what makes one, and of two records with one id the first counts', async () => {
    const hashed = { id: { as: 'hash', from: ['name', 'strasse'] } };
    const [one, same, other] = [{}, { name: ' Kita  Kanalufer ' }, { strasse: 'Donaustraße 2' }].map((own) =>
      nursery(own, hashed),
    );
    expect((await same)!.record.id).toBe((await one)!.record.id);
    expect((await other)!.record.id).not.toBe((await one)!.record.id);
    const feed = importUnderTest();
    const report = await feed.run([
      vhsRecord({ name: 'Erster' }),
      vhsRecord({ guid: ' 700001 ', name: 'Zweiter' }),
    ]);
    expect(report.notices).toMatchObject([{ code: 'id-repeated', count: 1 }]);
    expect((await feed.catalogue())?.entries.map(({ offer }) => offer.title)).toEqual(['Erster']);
  });

  it('E10: two lists that call one house differently, with other hours, are linked by its address and not by its name', () => {
    const house = (street: string, opens: number): Partial<Offer> => ({
      kind: 'childcare',
      places: [{ street, postcode: '12045', city: 'Berlin', precision: 'city' }],
      care: {
        kind: 'kita',
        openings: [{ days: [0, 1, 2, 3, 4], from: opens, to: 960 }],
        bookedHours: [],
        fetches: false,
      },
    });
    const one = someOffer('list-a:1', { title: 'Kita Engelsby', ...house('Taruper Weg 5', 420) });
    const other = someOffer('list-b:9', { title: 'ADS-Kindergarten', ...house('Taruper Weg 5', 450) });
    expect([...duplicateLinks([one, other])]).toEqual([['list-b:9', 'list-a:1']]);
    expect(duplicateLinks([one, { ...other, places: house('Taruper Weg 7', 450).places! }]).size).toBe(0);
  });

  it('E11: an offer with many dates is many offers that say whose they are', async () => {
    const dates = Array.from({ length: 200 }, (_, index) => dateOf('a', { id: `a-${index}` }));
    const offers = (await catalogue([serviceOf({ id: 'a' }), ...dates])).flatMap(({ offer }) => offer ?? []);
    expect(offers.length).toBeGreaterThanOrEqual(200);
    expect(new Set(offers.map(({ course }) => course))).toEqual(new Set(['test-feed:a']));
  });

  it('E12: a test record in a published list is left out and named', async () => {
    const dummy = await nursery({ name: 'Dummy-Einrichtung 3', strasse: 'Musterstr. 1' });
    expect(dummy.offer).toBeUndefined();
    expect(codesOf(dummy.notices)).toEqual(['record-is-test']);
    expect((await readTable(REAL_TABLES.faults)).withNotice('record-is-test')).toHaveLength(13);
  });

  it('E13: a range that cannot be is not known, and the rest of the record is', async () => {
    const read = await nursery({ ab: '36', bis: '0', zeiten: '16:00-07:00' });
    expect(offerOf(read).care).toMatchObject({ openings: [], kind: 'kita' });
    expect(offerOf(read).care?.ages).toBeUndefined();
    expect(codesOf(read.notices)).toEqual(['ages-invalid', 'hours-invalid']);
  });

  it('E14: hours from 01:00 to 23:00 say no hours', async () => {
    const read = await nursery({ zeiten: '01:00-23:00' });
    expect(offerOf(read).care?.openings).toEqual([]);
    expect(codesOf(read.notices)).toEqual(['hours-placeholder']);
  });

  it.each([
    ['0/0', '0', '0'],
    ['swapped', '13.439', '52.482'],
    ['far away', '48.137', '11.575'],
    ['no numbers', 'nord', 'ost'],
  ])('E15: coordinates that are %s are not believed; the postcode is', async (_what, lat, lon) => {
    const at = vhsAddress({ breitengrad: lat, laengengrad: lon });
    const read = await vhs({ ortetermine: { adresse: at, termin: vhsSession() } });
    expect(offerOf(read).places).toMatchObject([{ precision: 'postcode', postcode: '12045' }]);
    expect(codesOf(read.notices)).toContain('coordinates-implausible');
  });

  it('E16: a postcode is a text; one that lost its zero is not guessed unless the map says that the list loses them', async () => {
    expect(offerOf(await nursery({ plz: '01067' })).places[0]?.postcode).toBe('01067');
    const lost = await nursery({ plz: '1067' });
    expect(offerOf(lost).places[0]?.postcode).toBeUndefined();
    expect(codesOf(lost.notices)).toEqual(['postcode-invalid']);
    const place = { postcode: { as: 'text', from: 'plz', digits: 5 } };
    expect(offerOf(await nursery({ plz: '1067' }, { place })).places[0]?.postcode).toBe('01067');
  });

  it('E17: HTML becomes plain text with its lines and lists', async () => {
    const html = '<p>Kurs &amp; Praxis</p>\r\n<ul><li>eins</li><li>zwei</li></ul><script>alert(1)</script>';
    const { summary } = offerOf(await vhs({ untertitel: null, text: [{ text: html }] }));
    expect(summary).toBe('Kurs & Praxis\n\n- eins\n- zwei');
  });

  it('E18: one member of a list stands alone, several are a list, none is null', async () => {
    const alone = await vhs({ ortetermine: { adresse: vhsAddress(), termin: vhsSession() } });
    const listed = await vhs({ ortetermine: { adresse: [vhsAddress()], termin: [vhsSession()] } });
    expect(alone.offer).toEqual(listed.offer);
    expect(
      offerOf(await vhs({ schlagwort: null, webadresse: null, ortetermine: null })).timetable.dated,
    ).toEqual([]);
  });

  it('E19: a date without a title takes that of its offer, and one without an offer is named', async () => {
    const read = await catalogue([serviceOf({ id: 'a' }), dateOf('a'), dateOf('nobody', { id: 'orphan' })]);
    const titles = read.flatMap(({ offer }) => offer?.title ?? []);
    expect(new Set(titles)).toEqual(new Set(['Büromanagement kompakt']));
    expect(read.flatMap(({ notices }) => codesOf(notices))).toContain('parent-missing');
  });

  it('E20: a code that its text contradicts counts, and the contradiction is named', async () => {
    const time = '<INSTRUCTION_FORM type="101"/><INSTRUCTION_TIME type="1">Teilzeit</INSTRUCTION_TIME>';
    const [read] = await catalogue([serviceOf({ extended: time, remarks: 'Mo-Fr 8-15 Uhr' })]);
    expect(codesOf(read!.notices)).toContain('attendance-differs');
  });

  it('E21: the dates that are listed count, not their stated number', async () => {
    const read = await vhs({ anzahl_termine: '26' });
    expect(offerOf(read).timetable.dated).toHaveLength(2);
    expect(read.notices).toEqual([]);
  });

  it('E22: edge hours in a comment are shown and are no hours', async () => {
    const read = await nursery({ zeiten: '08:00-16:00', bemerkung: 'ab 07:00 bis 08:00 Randzeiten' });
    expect(offerOf(read)).toMatchObject({
      care: { openings: [{ from: 480, to: 960 }] },
      timetable: { text: 'ab 07:00 bis 08:00 Randzeiten', weekly: [] },
    });
    expect(codesOf(read.notices)).toEqual(['hours-in-text']);
  });

  it('E23: persons are dropped before anything is stored', async () => {
    const feed = importUnderTest();
    await feed.run([vhsRecord({ dozent: { name: 'Geheimname' }, ansprechperson: { name: 'Geheimname' } })]);
    const stored: Offer[] = (await feed.catalogue())!.entries.map(({ offer }) => offer);
    const minder = await nursery({
      art: 'Tagespflege',
      name: 'Geheimname',
      traeger: 'Geheimname',
      bemerkung: 'Geheimname',
    });
    const [course] = await catalogue([serviceOf()]);
    expect(JSON.stringify([stored, minder.offer, course!.offer])).not.toMatch(/Geheimname|Beispielfrau/);
    expect(offerOf(minder).places[0]?.street).toBeUndefined();
  });

  it('E24: what has ended is left out and counted, and is no fault', async () => {
    const feed = importUnderTest();
    const past = vhsSession({ beginn_datum: '2024-04-08' });
    const ended = vhsRecord({
      guid: 'alt',
      beginn_datum: '2024-04-08',
      ende_datum: '2024-04-08',
      ortetermine: { adresse: vhsAddress(), termin: past },
    });
    expect(await feed.run([vhsRecord(), ended])).toMatchObject({
      state: 'published',
      counts: { offers: 1, ended: 1, rejected: 0 },
    });
  });

  it('E25: an update that was lost is noticed; of one id deleted and new, the new one stays', async () => {
    const base = catalogueOf([serviceOf({ id: 'a' }), serviceOf({ id: 'b' })]);
    const readAll = async (...files: string[]) => {
      const ids: string[] = [];
      for await (const read of readCatalogue(files.map((file) => utf8(file)))) {
        if (!read.ok) return read.failure.code;
        ids.push(FEED_FORMATS['openq-cat'].toOffer(read.value, CONTEXT).record.id ?? '');
      }
      return ids.toSorted();
    };
    expect(await readAll(base, updateOf(1, [], []), updateOf(3, ['a'], []))).toBe('update-gap');
    expect(await readAll(base, updateOf(1, ['b'], [serviceOf({ id: 'b' })]))).toEqual(['a', 'b']);
  });

  it('E26: of a recurrence that contradicts itself no time is invented, and it is named', async () => {
    const schedules = [
      {
        id: '3',
        freq: 'WEEKLY',
        byday: 'TH,FR',
        opens_at: '09:00',
        closes_at: '12:00',
        dtstart: '2026-12-03',
        until: '2027-03-01',
        count: 2,
      },
    ];
    const read = await hsds({ schedules });
    expect(codesOf(read.notices)).toContain('recurrence-contradicts');
  });

  it('E27: what nobody knows yet is no fault, and columns are found by their names', async () => {
    const csv = nurseryCsv().replace(/^nr/, 'bezirksregierung;nr').replace('\n7', '\n5;7');
    const [read] = await outcomesOf(formatBy(nurseryMap()), utf8(csv));
    expect(read).toMatchObject({ record: { id: '7' }, notices: [] });
    expect((await vhs({ neues_feld: { tief: [1] } })).notices).toEqual([]);
    const [course] = await catalogue([
      serviceOf({ more: '<DIGITAL_ACCESSIBILITY>x</DIGITAL_ACCESSIBILITY>' }),
    ]);
    expect(offerOf(course).title).toBe('Büromanagement kompakt');
  });
});
