import { describe, expect, it } from 'vitest';
import type { RecordOutcome } from '../../../../shared/feeds/feed-format.ts';
import { codesOf, FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../../support/feed-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../../support/nursery-table.ts';
import { day } from '../../../support/some-offer.ts';
import { formatBy } from '../../../support/table-under-test.ts';

/** The outcome of the one row of a list in which nothing is wrong but `cells`. */
async function outcome(cells: Record<string, string> = {}, map: object = {}): Promise<RecordOutcome> {
  const [first] = await outcomesOf(formatBy(nurseryMap(map)), utf8(nurseryCsv(cells)));
  return first!;
}

const WORKDAYS = [0, 1, 2, 3, 4];

describe('a row of a table', () => {
  it('becomes childcare with all that its map names', async () => {
    const read = await outcome();
    expect(read.notices).toEqual([]);
    expect(offerOf(read)).toEqual({
      id: 'test-feed:7',
      kind: 'childcare',
      goals: ['childcare'],
      fields: [],
      title: 'Kita Kanalufer',
      provider: { name: 'Kitaverein e.V.' },
      places: [
        {
          street: 'Donaustraße 1',
          postcode: '12045',
          city: 'Berlin',
          point: { lat: 52.486, lon: 13.436 },
          precision: 'postcode',
        },
      ],
      online: false,
      timetable: {
        weekly: [],
        dated: [],
        except: [],
        certainty: 'stated',
        complete: false,
        missing: ['session-times'],
      },
      rolling: false,
      seats: { total: 60 },
      needs: {},
      care: {
        kind: 'kita',
        ages: { fromMonths: 12, toMonths: 71 },
        openings: [{ days: WORKDAYS, from: 420, to: 990 }],
        bookedHours: [],
        free: 3,
        asOf: day('2025-03-17'),
        fetches: false,
      },
      funding: [],
      access: { stepFree: true },
      languages: [],
      links: {},
      provenance: [],
      freshness: { feed: 'test-feed', checked: FEED_CONTEXT.today },
    });
  });

  it('leaves unknown what its cells do not say: free places, hours, ages, access', async () => {
    const read = await outcome({ frei: '', zeiten: '', ab: '', bis: '', stufenfrei: '', plaetze: '' });
    expect(read.notices).toEqual([]);
    const offer = offerOf(read);
    expect(offer.care).toEqual({ kind: 'kita', openings: [], bookedHours: [], fetches: false });
    expect(offer.access).toBeUndefined();
  });

  it('takes 0 free places for none, not for unknown', async () => {
    expect(offerOf(await outcome({ frei: '0' })).care?.free).toBe(0);
  });

  it.each([
    ['the end is not later than the start', { zeiten: '16:30-07:00' }, 'hours-invalid', 'openings'],
    ['start and end are the same', { zeiten: '07:00-07:00' }, 'hours-invalid', 'openings'],
    ['the hours are a placeholder', { zeiten: '01:00-23:00' }, 'hours-placeholder', 'openings'],
    ['the hours are words', { zeiten: 'nach Vereinbarung' }, 'hours-invalid', 'openings'],
    ['the ages are the wrong way round', { ab: '72' }, 'ages-invalid', 'ages'],
    ['an age is a word', { ab: 'ab Geburt' }, 'ages-invalid', 'ages'],
    ['the free places are a word', { frei: 'wenige' }, 'number-invalid', 'free'],
    ['the free places are below zero', { frei: '-1' }, 'number-invalid', 'free'],
    ['more is free than there is', { frei: '61' }, 'free-above-total', 'free'],
    ['the day of the count is none', { stand: '31.02.2025' }, 'date-invalid', 'asOf'],
    ['the day of the count is tomorrow', { stand: '25.03.2025' }, 'date-invalid', 'asOf'],
  ] as const)('keeps the record but not the fact when %s', async (_name, cells, code, fact) => {
    const read = await outcome(cells);
    expect(codesOf(read.notices)).toEqual([code]);
    const { care } = offerOf(read);
    expect(care?.[fact] ?? []).toEqual([]);
  });

  it('never takes hours out of a comment, and says that one speaks of hours', async () => {
    const comment = 'ab 07:00 bis 08:00 und ab 16:00 bis 17:00 Randzeiten';
    const read = await outcome({ zeiten: '08:00-16:00', bemerkung: comment });
    expect(codesOf(read.notices)).toEqual(['hours-in-text']);
    expect(offerOf(read)).toMatchObject({
      care: { openings: [{ days: WORKDAYS, from: 480, to: 960 }] },
      timetable: { weekly: [], text: comment, complete: false },
    });
  });

  it('keeps a comment that says nothing of hours without a notice', async () => {
    expect((await outcome({ bemerkung: 'Naturgruppe im Volkspark' })).notices).toEqual([]);
  });

  it.each([
    ['it has no id', { nr: '' }, 'id-invalid'],
    ['it has no title', { name: ' ' }, 'record-invalid'],
    ['its kind is a word the map does not know', { art: 'Spielgruppe' }, 'care-kind-unknown'],
    ['it is a test', { name: 'Dummy-Einrichtung 1' }, 'record-is-test'],
    ['its cells are shifted', { bemerkung: 'a;b' }, 'row-too-long'],
  ])('is refused when %s', async (_name, cells, code) => {
    const read = await outcome(cells);
    expect(read.offer).toBeUndefined();
    expect(codesOf(read.notices)).toEqual([code]);
  });

  it('keeps a postcode with its leading zero, and refuses one that lost it', async () => {
    expect(offerOf(await outcome({ plz: '04177' })).places).toMatchObject([{ postcode: '04177' }]);
    const lost = await outcome({ plz: '4177' });
    expect(codesOf(lost.notices)).toEqual(['postcode-invalid']);
    expect(offerOf(lost).places[0]).not.toHaveProperty('postcode');
  });

  it('says that a word of yes or no is not known', async () => {
    const read = await outcome({ stufenfrei: 'teilweise' });
    expect(codesOf(read.notices)).toEqual(['word-unknown']);
    expect(offerOf(read).access).toBeUndefined();
  });

  it('counts a list that is kept daily as counted on the day of the run, if its map says so', async () => {
    const { care } = nurseryMap() as { care: object };
    const read = await outcome({}, { care: { ...care, asOf: { as: 'day-of-run' } } });
    expect(offerOf(read).care?.asOf).toBe(FEED_CONTEXT.today);
  });
});

describe('a childminder', () => {
  const person = { art: 'Tagespflege', name: 'Erika Mustermann', bemerkung: 'bei Erika bis 18 Uhr' };
  const contact = { phone: { as: 'text', from: 'stand' } };

  it('is shown without name, street, telephone and texts, at a rough point', async () => {
    const read = await outcome({ ...person, traeger: 'Erika Mustermann' }, contact);
    expect(codesOf(read.notices)).toContain('person-left-out');
    const offer = offerOf(read);
    expect(offer).toMatchObject({
      title: 'Kindertagespflege',
      provider: { name: 'Kindertagespflege' },
      places: [{ postcode: '12045', city: 'Berlin', precision: 'postcode' }],
      links: {},
      care: { kind: 'childminder', free: 3 },
    });
    expect(JSON.stringify([offer, read.notices])).not.toMatch(/Erika|Mustermann|Donau|17\.03/);
  });

  it('keeps the name of an association that it belongs to', async () => {
    expect(offerOf(await outcome({ ...person, traeger: 'Tageseltern e. V.' })).provider.name).toBe(
      'Tageseltern e. V.',
    );
  });

  it('is known as a test by the name that would have been left out', async () => {
    const read = await outcome({ ...person, name: 'Dummy-Tagespflege 3' });
    expect(codesOf(read.notices)).toEqual(['record-is-test']);
  });

  it('without a postcode is only known by its city', async () => {
    expect(offerOf(await outcome({ ...person, plz: '' })).places).toEqual([
      { city: 'Berlin', precision: 'city' },
    ]);
  });
});
