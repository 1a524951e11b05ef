import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { ReadFailure } from '../../../shared/feeds/feed-format.ts';
import { OPENQ_CAT } from '../../../shared/feeds/openq-cat/openq-cat.ts';
import { readCatalogue } from '../../../shared/feeds/openq-cat/read-catalogue.ts';
import { codesOf, FEED_CONTEXT, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { catalogueOf, dateOf, serviceOf, supplierOf, updateOf } from '../../support/openq-cat-catalogue.ts';
import { day } from '../../support/some-offer.ts';
import { zipOf } from '../../support/zip-of.ts';

const CONTEXT = { ...FEED_CONTEXT, today: day('2026-11-22') };

/** Titles by id of all offers that a full catalogue and its updates give, or why they cannot be read. */
async function offersOf(
  ...files: readonly (string | Uint8Array)[]
): Promise<Readonly<Record<string, Offer>> | ReadFailure> {
  const offers: Record<string, Offer> = {};
  for await (const read of readCatalogue(
    files.map((file) => (typeof file === 'string' ? utf8(file) : file)),
  )) {
    if (!read.ok) return read.failure;
    const { offer } = OPENQ_CAT.toOffer(read.value, CONTEXT);
    if (offer) offers[offer.id.replace('test-feed:', '')] = offer;
  }
  return offers;
}

const idsOf = async (...files: readonly string[]) => Object.keys(await offersOf(...files)).toSorted();
const BASE = catalogueOf([serviceOf({ id: 'a' }), serviceOf({ id: 'b' }), dateOf('a')]);

describe('a date of an offer', () => {
  it('inherits what it lacks and keeps its own days', async () => {
    const offers = await offersOf(BASE);
    expect(offers).toMatchObject({
      'a-2': {
        title: 'Büromanagement kompakt',
        course: 'test-feed:a',
        places: [{ street: 'Lindenweg 12' }],
        timetable: { first: day('2027-09-06'), last: day('2027-12-17'), weekly: [{ from: 540, to: 780 }] },
      },
    });
  });

  it('has what it says itself', async () => {
    const date = dateOf('a', { remarks: 'Di 17.00-20.00 Uhr', title: 'Büromanagement am Abend' });
    expect(await offersOf(catalogueOf([serviceOf({ id: 'a' }), date]))).toMatchObject({
      'a-2': { title: 'Büromanagement am Abend', timetable: { weekly: [{ days: [1], from: 1020 }] } },
    });
  });

  it('does not take over times when it says it is of another kind of attendance', async () => {
    const date = dateOf('a', { extended: '<INSTRUCTION_TIME type="1">Vollzeit</INSTRUCTION_TIME>' });
    const offers = await offersOf(catalogueOf([serviceOf({ id: 'a' }), date]));
    expect(offers).toMatchObject({ 'a-2': { timetable: { weekly: [], complete: false } } });
  });

  it('does not take over the last day to register of another run', async () => {
    const offer = serviceOf({ id: 'a', registerBy: '2027-01-04T00:00:00+01:00' });
    const offers = await offersOf(catalogueOf([offer, dateOf('a')]));
    expect(offers).toMatchObject({ a: { registerBy: day('2027-01-04') } });
    expect(offers).not.toHaveProperty('a-2.registerBy');
  });

  it('may stand before its offer', async () => {
    expect(await idsOf(catalogueOf([dateOf('a'), serviceOf({ id: 'b' }), serviceOf({ id: 'a' })]))).toEqual([
      'a',
      'a-2',
      'b',
    ]);
  });

  it('is known by an empty title and a pointer too, as some tools write it', async () => {
    const date = serviceOf({
      id: 'a-9',
      title: '',
      education: 'type=""',
      module: '<COURSE_ID>a</COURSE_ID>',
    });
    expect(await offersOf(catalogueOf([serviceOf({ id: 'a' }), date]))).toMatchObject({
      'a-9': { title: 'Büromanagement kompakt' },
    });
  });

  // E19
  it('without its offer is refused and says which field points nowhere', async () => {
    const [outcome] = await outcomesOf(OPENQ_CAT, utf8(catalogueOf([dateOf('lost')])), CONTEXT);
    expect(outcome?.offer).toBeUndefined();
    expect(outcome?.notices).toMatchObject([{ code: 'parent-missing', field: 'COURSE_ID' }]);
  });

  it('of a date is refused, not lost', async () => {
    const nested = [serviceOf({ id: 'a' }), dateOf('a'), dateOf('a-2', { id: 'a-3' })];
    const outcomes = await outcomesOf(OPENQ_CAT, utf8(catalogueOf(nested)), CONTEXT);
    expect(outcomes).toHaveLength(3);
    expect(outcomes.flatMap(({ notices }) => codesOf(notices))).toEqual(['parent-missing']);
  });
});

describe('an offer', () => {
  it('without a day of its own is shown by its dates alone', async () => {
    const general = serviceOf({ id: 'a', start: '', end: '' });
    expect(await idsOf(catalogueOf([general, dateOf('a')]))).toEqual(['a-2']);
  });

  it('without any date or open entry is refused', async () => {
    const outcomes = await outcomesOf(
      OPENQ_CAT,
      utf8(catalogueOf([serviceOf({ start: '', end: '' })])),
      CONTEXT,
    );
    expect(outcomes.map(({ offer, notices }) => [offer, codesOf(notices)])).toEqual([
      [undefined, ['run-missing']],
    ]);
  });

  it('with an id that stands twice gives two records, so that the second can be refused', async () => {
    const twice = catalogueOf([serviceOf(), serviceOf({ title: 'Anders' }), dateOf('4711'), dateOf('4711')]);
    expect(await outcomesOf(OPENQ_CAT, utf8(twice), CONTEXT)).toHaveLength(4);
  });
});

describe('updates', () => {
  it('add and replace by id, and delete an offer with all its dates', async () => {
    const first = updateOf(1, [], [serviceOf({ id: 'c' }), serviceOf({ id: 'b', title: 'Neuer Titel' })]);
    expect(await idsOf(BASE, first)).toEqual(['a', 'a-2', 'b', 'c']);
    expect(await offersOf(BASE, first)).toMatchObject({ b: { title: 'Neuer Titel' } });
    expect(await idsOf(BASE, first, updateOf(2, ['a'], []))).toEqual(['b', 'c']);
  });

  it('give a new date all it inherits from an offer of the full catalogue', async () => {
    expect(await offersOf(BASE, updateOf(1, [], [dateOf('b')]))).toMatchObject({
      'b-2': { title: 'Büromanagement kompakt', places: [{ postcode: '12045' }] },
    });
  });

  it('give the dates of the full catalogue what their replaced offer says now', async () => {
    const update = updateOf(1, [], [serviceOf({ id: 'a', title: 'Neuer Titel' })]);
    expect(await offersOf(BASE, update)).toMatchObject({ 'a-2': { title: 'Neuer Titel' } });
  });

  // E25
  it('delete first and add then, though the file has them the other way round', async () => {
    const both = updateOf(1, ['b'], [serviceOf({ id: 'b', title: 'Wieder da' })]);
    expect(both.indexOf('<NEW>')).toBeLessThan(both.indexOf('<DELETE>'));
    expect(await offersOf(BASE, both)).toMatchObject({ b: { title: 'Wieder da' } });
  });

  // E25
  it.each([
    ['with a gap', [updateOf(1, [], []), updateOf(3, ['a'], [])], 'seq_number 3, 2 expected'],
    ['that begin late', [updateOf(2, ['a'], [])], 'seq_number 2, 1 expected'],
    ['that come twice', [updateOf(1, ['a'], []), updateOf(1, ['a'], [])], 'seq_number 1, 2 expected'],
  ])('%s are refused whole', async (_, updates, field) => {
    expect(await offersOf(BASE, ...updates)).toMatchObject({ code: 'update-gap', field });
  });

  it('begin again at 1 after a new full catalogue', async () => {
    const again = catalogueOf([serviceOf({ id: 'x' })]);
    expect(
      await idsOf(BASE, updateOf(1, ['b'], []), again, updateOf(1, [], [serviceOf({ id: 'y' })])),
    ).toEqual(['x', 'y']);
  });

  it('alone change nothing and say what is needed', async () => {
    expect(await offersOf(updateOf(1, ['a'], []))).toMatchObject({ code: 'update-without-catalogue' });
  });
});

describe('a file', () => {
  it('that is only a part of a catalogue withdraws nothing, as it is refused', async () => {
    const part = catalogueOf([serviceOf()], { full: ' FULLCATALOG="false"' });
    expect(await offersOf(part)).toMatchObject({ code: 'catalogue-partial' });
    expect(await idsOf(BASE, part)).toEqual(['4711', 'a', 'a-2', 'b']);
  });

  it('counts as full where it does not say', async () => {
    expect(await idsOf(catalogueOf([serviceOf()], { full: '' }))).toEqual(['4711']);
  });

  it.each(['<html><body>Wartung</body></html>', '<OPENQCAT version="1.1"/>'])(
    'without a catalogue is refused: %s',
    async (text) => {
      expect(await offersOf(text)).toMatchObject({ code: 'catalogue-missing' });
    },
  );

  it('may be packed, and may be in ISO-8859-15 where it says so', async () => {
    const text = catalogueOf([serviceOf()], { encoding: 'ISO-8859-15' });
    const offers = await offersOf(gzipSync(Buffer.from(text, 'latin1')));
    expect(offers).toMatchObject({ 4711: { title: 'Büromanagement kompakt' } });
  });

  // E5
  it.each([
    ['UTF-8', 'latin1'],
    ['ISO-8859-15', 'utf8'],
  ] as const)('that declares %s and is written in %s is refused whole', async (encoding, written) => {
    const text = catalogueOf([serviceOf()], { encoding });
    expect(await offersOf(Buffer.from(text, written))).toMatchObject({ code: 'encoding-wrong' });
  });

  it('of several suppliers gives each service to its own, and keeps their ids apart', async () => {
    const suppliers = supplierOf('1', 'Erste Schule') + supplierOf('2', 'Zweite Schule');
    const services = [serviceOf({ supplier: '1' }), serviceOf({ id: '4712', supplier: '2' })];
    expect(await offersOf(catalogueOf(services, { suppliers }))).toMatchObject({
      '1.4711': { provider: { id: '1', name: 'Erste Schule' } },
      '2.4712': { provider: { id: '2', name: 'Zweite Schule' } },
    });
  });

  it('of several suppliers refuses a service that names none of them', async () => {
    const suppliers = supplierOf('1', 'Erste Schule') + supplierOf('2', 'Zweite Schule');
    const [outcome] = await outcomesOf(OPENQ_CAT, utf8(catalogueOf([serviceOf()], { suppliers })), CONTEXT);
    expect(outcome?.notices).toMatchObject([{ code: 'record-invalid', field: 'SUPPLIER_ID_REF' }]);
  });
});

describe('an archive of a full catalogue and its updates', () => {
  const archiveOf = (files: Readonly<Record<string, string>>) =>
    zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text), isPacked: true })));
  const idsIn = async (archive: Uint8Array) =>
    (await outcomesOf(OPENQ_CAT, archive, CONTEXT)).map(({ record }) => record.id).toSorted();
  const failureOf = async (archive: Uint8Array) => {
    for await (const read of OPENQ_CAT.read(archive)) if (!read.ok) return read.failure;
    return undefined;
  };

  it('is read in the order of the numbers in their names', async () => {
    const updates = Array.from({ length: 10 }, (_, at) =>
      updateOf(at + 1, [`k${at}`], [serviceOf({ id: `k${at + 1}` })]),
    );
    const numbered = updates.map((text, at) => [`katalog/${at + 2}.xml`, text] as const);
    const files = {
      'katalog/1.xml': BASE,
      ...Object.fromEntries(numbered.toReversed()),
      'liesmich.txt': 'Kein Katalog',
    };
    expect(await idsIn(archiveOf(files))).toEqual(['a', 'a-2', 'b', 'k10']);
  });

  it('gives the same as the full catalogue that says it at once', async () => {
    const update = updateOf(1, ['a'], [serviceOf({ id: 'b', title: 'Neuer Titel' }), dateOf('b')]);
    const whole = catalogueOf([serviceOf({ id: 'b', title: 'Neuer Titel' }), dateOf('b')]);
    const offersIn = async (bytes: Uint8Array) =>
      (await outcomesOf(OPENQ_CAT, bytes, CONTEXT)).map(({ offer }) => offer);
    expect(await offersIn(archiveOf({ '1.xml': BASE, '2.xml': update }))).toEqual(
      await offersIn(utf8(whole)),
    );
  });

  it.each([
    ['a gap', { '1.xml': BASE, '2.xml': updateOf(2, [], []) }, 'update-gap'],
    ['an update first', { '1.xml': updateOf(1, [], []), '2.xml': BASE }, 'update-without-catalogue'],
    ['no catalogue', { 'liesmich.txt': 'Kein Katalog' }, 'catalogue-missing'],
    ['a broken file', { '1.xml': BASE, '2.xml': '<OPENQCAT>' }, 'xml-broken'],
    ['a name twice', { 'alt/1.xml': BASE, 'neu/1.xml': BASE }, 'zip-broken'],
  ])('with %s is refused whole', async (_, files, code) => {
    expect(await failureOf(archiveOf(files))).toMatchObject({ code });
  });
});
