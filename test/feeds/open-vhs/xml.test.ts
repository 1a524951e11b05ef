import { beforeAll, describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import type { RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import { OPEN_VHS, OPEN_VHS_XML } from '../../../shared/feeds/open-vhs/open-vhs.ts';
import { bytesOf, codesOf, FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { vhsAddress, vhsFile, vhsRecord, vhsSession } from '../../support/vhs-record.ts';

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
let outcomes: readonly RecordOutcome[] = [];

beforeAll(async () => {
  outcomes = await outcomesOf(OPEN_VHS_XML, bytesOf('test/feeds/open-vhs/made-up/kurse-1.2.xml'));
});

const at = (index: number): Offer => offerOf(outcomes[index]);
const codesAt = (index: number) => codesOf(outcomes[index]!.notices);

describe('a file in the form of Open-vhs 1.2', () => {
  // The golden files change by `vitest -u`, with a sentence in the commit that says why.
  it('gives the golden offers and notices', async () => {
    const offers = outcomes.flatMap(({ offer }) => offer ?? []);
    await expect(lines(offers.map(toOfferAnswer))).toMatchFileSnapshot('golden/xml-1.2.offers.jsonl');
    await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
      'golden/xml-1.2.notices.jsonl',
    );
  });

  it('names its centre once, in its head', () => {
    expect(at(0).provider).toEqual({ id: 'vhs-beispielkreis', name: 'vhs Beispielkreis' });
  });

  it('leaves missing weeks missing, though its count of dates says 26', () => {
    expect(at(0).timetable.dated.map(({ date }) => formatLocalDate(date))).toEqual([
      '2026-10-12',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
    expect(at(0).timetable).toMatchObject({ weekly: [], complete: true });
  });

  it('takes a time with an offset for the same time of day', () => {
    expect(new Set(at(0).timetable.dated.map(({ from, to }) => `${from}-${to}`))).toEqual(
      new Set(['510-765']),
    );
  });

  it('has prices with a point and with a comma, and notes that may be several', () => {
    expect(at(0).cost).toEqual({ cents: 8470, text: 'erm. Preis: 47,00 EUR; zzgl. Lehrbuch' });
    expect(at(1).cost).toEqual({ cents: 4700 });
    expect(at(2).cost).toBeUndefined();
    expect(codesAt(2)).toContain('price-zero');
  });

  it('knows no free seats where -1 people take part', () => {
    expect(at(0).seats).toEqual({ free: 4, total: 15 });
    expect(at(1).seats).toEqual({ total: 12 });
  });

  it('with dates that lack their times is not complete and keeps its first and last day', () => {
    const { timetable } = at(1);
    expect(timetable).toMatchObject({ complete: false, missing: ['session-times'] });
    expect(timetable.dated).toHaveLength(1);
    expect([timetable.first, timetable.last].map((date) => formatLocalDate(date!))).toEqual([
      '2026-10-13',
      '2026-10-15',
    ]);
  });

  it('that lists weekdays instead of dates shows them and counts no hours', () => {
    expect(at(2).timetable).toMatchObject({
      weekly: [],
      dated: [],
      text: 'Montag, Mittwoch',
      complete: false,
    });
  });

  it('with two courses of one number has both, as its guid tells them apart', () => {
    expect(outcomes[2]!.record.id).not.toBe(outcomes[3]!.record.id);
  });

  it('that ends before it starts ends with its start', () => {
    expect(codesAt(3)).toContain('range-differs');
    expect(at(3).timetable.last).toBe(at(3).timetable.first);
  });

  it('with a guid that is no GUID writes it in another way', () => {
    expect(at(4).id).toBe('test-feed:KURS~2058~2F129');
  });

  it('that calls a course online and gives its address goes by the address', () => {
    expect(at(4).online).toBe(false);
    expect(codesAt(4)).toEqual(['online-contradicted']);
  });

  it('takes no picture or attachment for the page of the course', () => {
    expect(at(0).links).toEqual({ page: 'https://vhs.example.org/kurs?nr=D101&seite=1' });
  });

  it('gives a course with nothing but a name, and refuses one without a guid', () => {
    expect(at(5)).toMatchObject({ title: 'Nur ein Name', places: [], timetable: { complete: false } });
    expect(outcomes[6]).toMatchObject({ notices: [{ code: 'record-invalid', field: 'guid' }] });
  });
});

describe('the XML that Berlin published in 2022', () => {
  it('has no head and no sessions: two courses whose times are not known', async () => {
    const read = await outcomesOf(OPEN_VHS_XML, bytesOf('test/feeds/open-vhs/real/berlin-2022.xml'));
    expect(read.map(offerOf)).toMatchObject([
      {
        title: 'Deutsch A1.2/LL',
        provider: { name: 'Volkshochschule' },
        places: [{ street: 'Seeburger Str. 59', postcode: '13581' }],
        teaches: { german: { to: 'A1' } },
        cost: { cents: 2000 },
        timetable: { dated: [], complete: false },
      },
      { title: 'Deutsch Alphabetisierung 3', cost: { cents: 23_500 }, timetable: { complete: false } },
    ]);
  });
});

describe('the same course', () => {
  it('is the same offer in XML and in JSON, but for the words for its centre', async () => {
    const own = { bezirk: 'Neukölln', anmeldung: undefined, lehrstaette: undefined };
    const [json] = await outcomesOf(
      OPEN_VHS,
      utf8(
        vhsFile([
          vhsRecord({
            ...own,
            ortetermine: {
              adresse: vhsAddress({ laengengrad: null, breitengrad: null, raum: null }),
              termin: vhsSession(),
            },
            ende_datum: '2025-04-07',
          }),
        ]),
      ),
    );
    const xml = `<v><export><ersteller><name>Volkshochschule Neukölln</name></ersteller></export><veranstaltung>
      <guid>700001</guid><name>Deutsch B1.1</name><untertitel>Vormittagskurs</untertitel>
      <dvv_kategorie version="2.0">4.04</dvv_kategorie><veranstaltungsart>Kurs</veranstaltungsart>
      <aktuelle_teilnehmerzahl>5</aktuelle_teilnehmerzahl><maximale_teilnehmerzahl>20</maximale_teilnehmerzahl>
      <beginn_datum>2025-04-07</beginn_datum><ende_datum>2025-04-07</ende_datum>
      <zielgruppe>Menschen mit Migrationshintergrund</zielgruppe>
      <schlagwort>B1</schlagwort><schlagwort>Deutsch Fremdsprache</schlagwort><schlagwort>SPRACHEN</schlagwort>
      <text><eigenschaft>Beschreibung</eigenschaft><text>Deutsch im Alltag.</text></text>
      <veranstaltungsort><name>Otto-Suhr-Volkshochschule</name><adresse><plz>12045</plz><ort>Berlin</ort>
      <strasse>Donaustraße 88</strasse></adresse><barrierefrei>true</barrierefrei></veranstaltungsort>
      <termin><beginn_datum>2025-04-07</beginn_datum><beginn_uhrzeit>09:00:00</beginn_uhrzeit><ende_uhrzeit>12:00:00</ende_uhrzeit></termin>
      <preis><betrag>235.00</betrag></preis>
      <webadresse><typ>website</typ><uri>http://vhs.example.org/course?id=700001</uri></webadresse>
    </veranstaltung></v>`;
    const [fromXml] = await outcomesOf(OPEN_VHS_XML, utf8(xml), FEED_CONTEXT);
    expect(offerOf(fromXml)).toEqual(offerOf(json));
  });
});
