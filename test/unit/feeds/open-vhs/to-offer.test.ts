import { describe, expect, it } from 'vitest';
import { OPEN_VHS } from '../../../../shared/feeds/open-vhs/open-vhs.ts';
import { codesOf, FEED_CONTEXT, offerOf } from '../../../support/feed-under-test.ts';
import { day } from '../../../support/some-offer.ts';
import { vhsAddress, vhsRecord, vhsSession } from '../../../support/vhs-record.ts';

const outcome = (own: Record<string, unknown> = {}, context = FEED_CONTEXT) =>
  OPEN_VHS.toOffer({ number: 1, value: vhsRecord(own) }, context);
const offer = (own: Record<string, unknown> = {}) => offerOf(outcome(own));
const notices = (own: Record<string, unknown>) => codesOf(outcome(own).notices);
const lists = (adresse: unknown, termin: unknown) => ({ ortetermine: { adresse, termin } });
const monday = { date: day('2025-04-07'), from: 540, to: 720 };

describe('a course in which nothing is wrong', () => {
  it('becomes an offer without any notice', () => {
    expect(outcome().notices).toEqual([]);
    expect(offer()).toEqual({
      id: 'test-feed:700001',
      kind: 'course',
      goals: ['german'],
      fields: [],
      title: 'Deutsch B1.1',
      summary: 'Vormittagskurs\n\nDeutsch im Alltag.',
      provider: { id: 'vhs-neukoelln', name: 'Volkshochschule Neukölln' },
      places: [
        {
          name: 'Otto-Suhr-Volkshochschule',
          street: 'Donaustraße 88',
          postcode: '12045',
          city: 'Berlin',
          point: { lat: 52.482, lon: 13.439 },
          precision: 'street',
        },
      ],
      online: false,
      timetable: {
        weekly: [],
        dated: [monday, { date: day('2025-04-09'), from: 540, to: 720 }],
        first: day('2025-04-07'),
        last: day('2025-04-09'),
        except: [],
        certainty: 'stated',
        complete: true,
        missing: [],
      },
      rolling: false,
      seats: { free: 15, total: 20 },
      teaches: { german: { to: 'B1' } },
      needs: { audiences: ['migrants'] },
      cost: { cents: 23_500 },
      funding: [],
      access: { stepFree: true },
      languages: ['de'],
      contact: { phone: '902392433', mail: 'vhs@example.org' },
      links: { page: 'http://vhs.example.org/course?id=700001', booking: 'https://www.example.org/' },
      provenance: [{ fact: 'teaches', from: 'text' }],
      freshness: { feed: 'test-feed', checked: day('2025-03-24'), validUntil: day('2025-04-09') },
    });
  });

  it('carries nothing of a teacher or contact person', () => {
    expect(JSON.stringify(outcome())).not.toMatch(/Erika|erika|0170|Beispiel|Max/);
  });

  it('is a sample when its feed is', () => {
    expect(offerOf(outcome({}, { ...FEED_CONTEXT, sample: true })).freshness.sample).toBe(true);
  });
});

describe('a record that cannot be used', () => {
  it.each([
    ['no guid', { guid: null }, ['record-invalid']],
    ['a guid that is longer than an id', { guid: 'a'.repeat(151) }, ['id-invalid']],
    ['a blank guid', { guid: ' ' }, ['id-invalid']],
    ['no title', { name: ' ', untertitel: null }, ['record-invalid']],
    ['a field of 2 MB', { name: 'x'.repeat(2_000_000) }, ['record-invalid']],
    ['a list of texts instead of sessions', lists(['x'], ['y']), ['record-invalid', 'record-invalid']],
  ])('is refused: %s', (_, own, codes) => {
    expect(outcome(own).offer).toBeUndefined();
    expect(notices(own)).toEqual(codes);
  });

  it.each([[null], ['text'], [[1]], [7]])('is refused when it is %j', (value) => {
    expect(codesOf(OPEN_VHS.toOffer({ number: 3, value }, FEED_CONTEXT).notices)).toEqual(['record-invalid']);
  });

  it('names the field, never its value', () => {
    expect(outcome({ bezirk: ['Erika Muster'] }).notices).toEqual([
      { code: 'record-invalid', severity: 'error', record: { number: 1 }, field: 'bezirk' },
    ]);
  });

  it('takes the subtitle where the title is empty', () => {
    expect(offer({ name: '', untertitel: 'Deutsch A1' }).title).toBe('Deutsch A1');
  });

  it('does not mind unknown fields and other types of figures', () => {
    expect(notices({ neu: { a: 1 }, guid: 700_001, maximale_teilnehmerzahl: 20 })).toEqual([]);
  });
});

describe('sessions', () => {
  it('stand alone as objects when there is one (E18)', () => {
    expect(offer({ ...lists(vhsAddress(), vhsSession()), ende_datum: '2025-04-07' }).timetable.dated).toEqual(
      [monday],
    );
  });

  it('are unknown when the lists are null', () => {
    const own = { ortetermine: null };
    expect(notices(own)).toEqual(['sessions-not-stated']);
    expect(offer(own).timetable).toMatchObject({
      dated: [],
      first: day('2025-04-07'),
      complete: false,
      missing: ['session-times'],
    });
  });

  it('count once when listed for two rooms', () => {
    const own = {
      ...lists([vhsAddress(), vhsAddress({ raum: '2' })], [vhsSession(), vhsSession()]),
      ende_datum: '2025-04-07',
    };
    expect(offer(own)).toMatchObject({
      places: [{ street: 'Donaustraße 88' }],
      timetable: { dated: [monday] },
    });
    expect(notices(own)).toEqual(['session-repeated']);
  });

  it.each([
    ['00:00', '01:00', 'session-placeholder'],
    ['01:00', '23:00', 'session-placeholder'],
    ['10:00', '10:00', 'session-invalid'],
    ['25:00', '26:00', 'session-invalid'],
    ['', '12:00', 'session-invalid'],
    [null, null, 'session-invalid'],
  ])('are no times when they run %s-%s', (beginn_uhrzeit, ende_uhrzeit, code) => {
    const termin = [vhsSession(), vhsSession({ beginn_datum: '2025-04-09', beginn_uhrzeit, ende_uhrzeit })];
    const own = lists([vhsAddress(), vhsAddress()], termin);
    expect(notices(own)).toContain(code);
    expect(offer(own).timetable).toMatchObject({
      dated: [monday],
      complete: false,
      missing: ['session-times'],
    });
  });

  it('keep the wall-clock time whatever offset is written behind it (E8)', () => {
    const termin = vhsSession({ beginn_uhrzeit: '09:00:00+02:00', ende_uhrzeit: '12:00:00' });
    expect(offer(lists(vhsAddress(), termin)).timetable.dated).toEqual([monday]);
  });

  it('end on the next day when the end is before the start', () => {
    const termin = vhsSession({ beginn_uhrzeit: '22:00', ende_uhrzeit: '02:00' });
    expect(offer(lists(vhsAddress(), termin)).timetable.dated).toEqual([{ ...monday, from: 1320, to: 1560 }]);
  });

  it('are dropped with an impossible date', () => {
    expect(
      notices(
        lists([vhsAddress(), vhsAddress()], [vhsSession(), vhsSession({ beginn_datum: '2025-02-30' })]),
      ),
    ).toContain('session-invalid');
  });

  it('come out in order of date and time', () => {
    const termin = [
      vhsSession({ beginn_datum: '2025-04-09' }),
      vhsSession({ beginn_uhrzeit: '11:00' }),
      vhsSession(),
    ];
    const { dated } = offer(lists([vhsAddress(), vhsAddress(), vhsAddress()], termin)).timetable;
    expect(dated.map(({ date, from }) => [date - monday.date, from])).toEqual([
      [0, 540],
      [0, 660],
      [2, 540],
    ]);
  });

  it('win over a range that is longer, or that ends before it begins', () => {
    expect(notices({ beginn_datum: '2025-04-01' })).toEqual(['range-differs']);
    expect(offer({ beginn_datum: '2025-04-01' }).timetable.first).toBe(day('2025-04-07'));
    expect(
      offer({ ortetermine: null, beginn_datum: '2025-04-07', ende_datum: '2025-03-01' }).timetable.last,
    ).toBe(day('2025-04-07'));
  });
});

describe('places of sessions', () => {
  const elsewhere = vhsAddress({
    strasse: 'Boddinstraße 34',
    plz: '12053',
    breitengrad: '52.481',
    laengengrad: '13.431',
  });
  const online = vhsAddress({
    lehrstaette: 'Online',
    strasse: null,
    plz: null,
    ort: null,
    laengengrad: null,
    breitengrad: null,
    behindertenzugang: 'false',
  });
  const termin = [vhsSession(), vhsSession({ beginn_datum: '2025-04-09' })];
  const at = (adresse: unknown, own: Record<string, unknown> = {}) =>
    outcome({ ...lists(adresse, termin), ...own });
  const where = (...given: Parameters<typeof at>) => {
    const { places, online: isOnline, timetable } = offerOf(at(...given));
    return {
      streets: places.map((place) => place.street),
      online: isOnline,
      sessions: timetable.dated.map((session) => (session.online ? 'online' : session.place)),
    };
  };
  const mark = (wert: string) => ({ merkmale: { merkmal: { name: 'kursart_digital', wert } } });

  it('name their own where there are two', () => {
    expect(where([vhsAddress(), elsewhere])).toEqual({
      streets: ['Donaustraße 88', 'Boddinstraße 34'],
      online: false,
      sessions: [0, 1],
    });
  });

  it('are online where every address is', () => {
    expect(where([online, online], mark('online_angebot'))).toEqual({
      streets: [],
      online: true,
      sessions: [undefined, undefined],
    });
    expect(where([vhsAddress({ raum: 'online' }), vhsAddress({ raum: 'vhs cloud' })]).online).toBe(true);
  });

  it('alternate between room and online without being online as a whole', () => {
    expect(where([online, vhsAddress()], mark('blended_learning'))).toEqual({
      streets: ['Donaustraße 88'],
      online: false,
      sessions: ['online', 0],
    });
  });

  it('may be chosen in a hybrid course', () => {
    const hybrid = { ...mark('online_angebot'), schlagwort: ['Hybridkurs'] };
    expect(where([vhsAddress(), vhsAddress()], hybrid)).toEqual({
      streets: ['Donaustraße 88'],
      online: true,
      sessions: [undefined, undefined],
    });
    const doubled = lists([vhsAddress(), online], [vhsSession(), vhsSession()]);
    expect(offer(doubled)).toMatchObject({
      online: true,
      places: [{ street: 'Donaustraße 88' }],
      timetable: { dated: [monday] },
    });
  });

  it('are on site where only some of them are online too', () => {
    const own = lists(
      [vhsAddress(), online, online],
      [vhsSession(), vhsSession(), vhsSession({ beginn_datum: '2025-04-09' })],
    );
    expect(offer(own)).toMatchObject({
      online: false,
      timetable: { dated: [{ place: 0 }, { online: true }] },
    });
  });

  it('are on site where the course is marked as online but has a room', () => {
    expect(where([vhsAddress(), vhsAddress()], mark('online_angebot')).online).toBe(false);
    expect(codesOf(at([vhsAddress(), vhsAddress()], mark('online_angebot')).notices)).toEqual([
      'online-contradicted',
    ]);
  });

  it('are said to be on site where a blended course shows no online session', () => {
    expect(codesOf(at([vhsAddress(), vhsAddress()], mark('blended_learning')).notices)).toEqual([
      'blended-not-shown',
    ]);
  });

  it('are not known where one session is listed at two places', () => {
    const own = lists(
      [vhsAddress(), elsewhere, vhsAddress()],
      [vhsSession(), vhsSession(), vhsSession({ beginn_datum: '2025-04-09' })],
    );
    const { places, timetable } = offer(own);
    expect(timetable.dated.map((session) => places[session.place!]?.precision)).toEqual(['none', 'street']);
    expect(notices(own)).toContain('session-at-two-places');
  });

  it('are not known where the lists do not fit each other, unless there is one place only', () => {
    const own = lists([vhsAddress(), elsewhere, elsewhere], termin);
    expect(offer(own).places).toEqual([]);
    expect(notices(own)).toContain('session-lists-differ');
    expect(offer(lists([vhsAddress()], termin)).places).toHaveLength(1);
  });

  it('have no point where only a meeting point is named', () => {
    const meeting = vhsAddress({
      lehrstaette: 'Treffpunkt',
      strasse: null,
      plz: null,
      laengengrad: undefined,
      breitengrad: undefined,
    });
    const result = at([meeting, meeting]);
    expect(offerOf(result).places).toEqual([{ name: 'Treffpunkt', city: 'Berlin', precision: 'none' }]);
    expect(codesOf(result.notices)).toEqual(['place-not-stated']);
  });

  it('keep postcode and city out of the street', () => {
    const twice = vhsAddress({ strasse: 'Donaustraße 88, 12045 Berlin', plz: '12045 ' });
    expect(where([vhsAddress(), twice]).streets).toEqual(['Donaustraße 88']);
  });

  it('are step-free only as far as all rooms say so', () => {
    const not = vhsAddress({ behindertenzugang: 'false' });
    expect(offerOf(at([not, not])).access).toEqual({ stepFree: false });
    expect(offerOf(at([vhsAddress(), not])).access).toBeUndefined();
    expect(codesOf(at([vhsAddress(), not]).notices)).toEqual(['step-free-differs']);
    expect(offerOf(at([online, online])).access).toBeUndefined();
  });
});

describe('seats and cost', () => {
  it.each([
    ['20', '5', { free: 15, total: 20 }, []],
    ['20', '23', { free: 0, total: 20 }, []],
    ['20', '-1', { total: 20 }, []],
    ['20', null, { total: 20 }, []],
    ['20', '-6', { total: 20 }, ['count-negative']],
    ['-1', '5', undefined, []],
    [null, '5', undefined, []],
    ['0', '0', undefined, ['capacity-implausible']],
    ['1', '1', undefined, ['capacity-implausible']],
  ])('has room for %s with %s taken', (maximale_teilnehmerzahl, aktuelle_teilnehmerzahl, seats, codes) => {
    const own = { maximale_teilnehmerzahl, aktuelle_teilnehmerzahl };
    expect(offer(own).seats).toEqual(seats);
    expect(notices(own)).toEqual(codes);
  });

  it.each([
    ['84.70', null, { cents: 8470 }, []],
    ['84,70', null, { cents: 8470 }, []],
    ['47,00 EUR', 'erm. Preis: 17,00 EUR', { cents: 4700, text: 'erm. Preis: 17,00 EUR' }, []],
    ['0.00', null, undefined, ['price-zero']],
    ['99990', null, undefined, ['price-implausible']],
    ['auf Anfrage', null, undefined, ['price-implausible']],
    ['', null, undefined, []],
  ])('costs %s', (betrag, zusatz, cost, codes) => {
    expect(offer({ preis: { betrag, zusatz } }).cost).toEqual(cost);
    expect(notices({ preis: { betrag, zusatz } })).toEqual(codes);
  });

  it.each([
    'Dieses Angebot ist kostenlos.',
    'Zu dem entgeltfreien Seminar melden Sie sich an.',
    '(Kostenfreier Kurs)',
  ])('is free at 0.00 where the text says "%s", which is read from text', (text) => {
    const free = offer({ preis: { betrag: '0.00' }, text: { text } });
    expect(free.cost).toEqual({ cents: 0, free: true });
    expect(free.provenance).toContainEqual({ fact: 'cost', from: 'text' });
  });

  it('is not free because its material is', () => {
    expect(
      offer({ preis: { betrag: '0.00' }, text: { text: 'Das Material erhalten Sie kostenfrei im Kurs.' } })
        .cost,
    ).toBeUndefined();
  });

  it('costs what it costs, even where the text says free', () => {
    expect(offer({ text: { text: 'Der Probetag ist kostenlos.' } }).cost).toEqual({ cents: 23_500 });
  });
});

describe('goals, funding and audiences', () => {
  const category = (code: string, own: Record<string, unknown> = {}) =>
    offer({ name: 'Kurs', schlagwort: [], dvv_kategorie: { '@version': '2.0', '#text': code }, ...own });

  it.each([
    ['4.04', ['german'], []],
    ['4.22', [], []],
    ['3.02', [], []],
    ['2.11', [], []],
    ['5.01', ['further-training'], ['it']],
    ['5.04', ['further-training'], ['office']],
    ['5.06', ['further-training'], []],
    ['6.01', ['school-certificate'], []],
    ['7.04', ['orientation'], []],
  ])('of category %s', (code, goals, fields) => {
    expect(category(code)).toMatchObject({ goals, fields });
  });

  it('are none for a category nobody knows, with a notice', () => {
    expect(codesOf(outcome({ schlagwort: [], dvv_kategorie: { '#text': '9.99' } }).notices)).toContain(
      'category-unknown',
    );
  });

  it('include the return to work where the title says so', () => {
    expect(category('5.01', { name: 'Zurück in den Beruf' }).goals).toEqual([
      'further-training',
      'return-to-work',
    ]);
  });

  it('take no level of Spanish for one of German', () => {
    const spanish = category('4.22', { name: 'Spanisch B1 ab A2' });
    expect(spanish.teaches).toBeUndefined();
    expect(spanish.needs.german).toBeUndefined();
  });

  it('need the German that the title of another course asks for', () => {
    expect(category('5.06', { name: 'Phonetik (mind. GER C1 Sprachkompetenz)' }).needs.german).toBe('C1');
  });

  it('name who frees from work or pays', () => {
    expect(
      offer({ schlagwort: ['BAMF Kursbeginn übermittelt', 'Bildungsurlaub', 'Bildungsprämie'] }).funding,
    ).toEqual(['bamf', 'bildungsurlaub']);
    expect(category('3.01', { veranstaltungsart: 'Bildungsurlaub' }).funding).toEqual(['bildungsurlaub']);
  });

  it.each([
    ['Frauen', ['women'], []],
    ['Andere Adressaten-gruppen', undefined, []],
    [null, undefined, []],
    ['Außerirdische', undefined, ['audience-unknown']],
  ])('are meant for %s', (zielgruppe, audiences, codes) => {
    expect(offer({ zielgruppe }).needs.audiences).toEqual(audiences);
    expect(notices({ zielgruppe })).toEqual(codes);
  });

  it('are advice when the event is', () => {
    expect(offer({ veranstaltungsart: 'Beratung' }).kind).toBe('advice');
    expect(offer({ veranstaltungsart: null }).kind).toBe('course');
  });
});

describe('links and contact', () => {
  it('leave out what is no address, with a notice', () => {
    const own = { webadresse: { uri: 'javascript:alert(1)' } };
    expect(offer(own).links).toEqual({ booking: 'https://www.example.org/' });
    expect(notices(own)).toEqual(['link-invalid']);
  });

  it('leave out a phone or mail that is none', () => {
    expect(
      offer({ anmeldung: { telefon: 'Frau Muster', mail: 'Frau Muster', link: null } }).contact,
    ).toBeUndefined();
  });
});
