import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import { offerOf, outcomesOf, utf8 } from '../../../support/feed-under-test.ts';
import { formatBy } from '../../../support/table-under-test.ts';

const HEADER = 'nr;titel;träger;tage;zeit;von;bis;frei;preis;betreuung;kinder ab;kinder bis;art;förderung';
const GOOD =
  'K1;Büro kompakt;Werkhof;Mo-Do;08.30-12.30 Uhr;7.9.2026;18.12.2026;20.10.2026;1.204,50;ja;1;6;Kurs;BGS, AVGS';

const MAP = {
  offers: 'course',
  file: { form: 'csv' },
  id: { as: 'column', from: 'nr' },
  title: { as: 'text', from: 'titel' },
  provider: { as: 'text', from: 'träger' },
  place: { city: { as: 'constant', value: 'Berlin' } },
  kind: { as: 'words', from: 'art', words: { Kurs: 'course', Ausbildung: 'apprenticeship' } },
  goals: { as: 'constant', value: ['further-training'] },
  times: {
    weekly: [{ days: { as: 'names', from: 'tage' }, hours: { as: 'clock-range', from: 'zeit' } }],
    first: { as: 'date', from: 'von' },
    last: { as: 'date', from: 'bis' },
    except: { as: 'dates', from: 'frei' },
  },
  cost: { as: 'amount', from: 'preis' },
  funding: {
    as: 'words',
    from: 'förderung',
    separator: ',',
    words: { BGS: 'bildungsgutschein', AVGS: 'avgs' },
  },
  childcare: {
    offered: { as: 'yes-no', from: 'betreuung', yes: ['ja'], no: ['nein'] },
    during: { as: 'yes-no', from: 'betreuung', yes: ['ja'], no: ['nein'] },
    ages: {
      as: 'range',
      from: { as: 'years', from: 'kinder ab' },
      to: { as: 'years-to-end', from: 'kinder bis' },
    },
  },
};

const read = async (line = GOOD, own = {}) =>
  (await outcomesOf(formatBy({ ...MAP, ...own }), utf8(`${HEADER}\n${line}\n`)))[0]!;
const course = async (...given: Parameters<typeof read>): Promise<Offer> => offerOf(await read(...given));

describe('the row of a list of courses', () => {
  it('gives days, hours, dates, price, funding and childcare as stated facts', async () => {
    const { offer, notices } = await read();
    expect(notices).toEqual([]);
    expect(offer).toMatchObject({
      kind: 'course',
      title: 'Büro kompakt',
      timetable: {
        weekly: [{ days: [0, 1, 2, 3], from: 510, to: 750 }],
        certainty: 'stated',
        complete: true,
        missing: [],
      },
      cost: { cents: 120_450 },
      funding: ['bildungsgutschein', 'avgs'],
      childcare: { ages: { fromMonths: 12, toMonths: 83 }, hours: [], during: true, certainty: 'stated' },
    });
    expect(offer!.timetable.except).toHaveLength(1);
    expect(offer!.freshness.validUntil).toBe(offer!.timetable.last);
  });

  it.each([
    ['days that cannot be read', GOOD.replace('Mo-Do', 'werktags'), 'word-unknown'],
    ['hours that cannot be read', GOOD.replace('08.30-12.30 Uhr', 'vormittags'), 'hours-invalid'],
    ['hours that end before they start', GOOD.replace('08.30-12.30', '12.30-08.30'), 'hours-invalid'],
    ['hours that say at any time', GOOD.replace('08.30-12.30', '01:00-23:00'), 'hours-placeholder'],
  ])('with %s has no times, not some', async (_what, line, code) => {
    const { offer, notices } = await read(line);
    expect(offer?.timetable).toMatchObject({ weekly: [], complete: false, missing: ['session-times'] });
    expect(notices.map((notice) => notice.code)).toEqual([code]);
  });

  it('without times is not complete, and nothing is wrong with it', async () => {
    const { offer, notices } = await read(GOOD.replace('Mo-Do;08.30-12.30 Uhr', ';'));
    expect(offer?.timetable).toMatchObject({ weekly: [], complete: false, missing: ['session-times'] });
    expect(notices).toEqual([]);
  });

  it('with two slots of which one cannot be read is not complete', async () => {
    const [slot] = MAP.times.weekly;
    const second = { days: { as: 'constant', value: ['fr'] }, hours: { as: 'clock-range', from: 'träger' } };
    const { timetable } = await course(GOOD, { times: { weekly: [slot, second] } });
    expect(timetable).toMatchObject({ weekly: [{ days: [0, 1, 2, 3] }], complete: false });
  });

  it('whose slot holds only for other rows has no times', async () => {
    const slot = { ...MAP.times.weekly[0], when: [{ column: 'art', is: ['Ausbildung'] }] };
    expect((await course(GOOD, { times: { weekly: [slot] } })).timetable).toMatchObject({
      weekly: [],
      complete: false,
    });
  });

  it('with a part whose times nobody gives is not complete, whatever its slots say', async () => {
    const missing = {
      as: 'flags',
      flags: [{ when: [{ column: 'art', is: ['Kurs'] }], value: 'practical-part' }],
    };
    expect((await course(GOOD, { times: { ...MAP.times, missing } })).timetable).toMatchObject({
      weekly: [{ from: 510 }],
      complete: false,
      missing: ['practical-part'],
    });
  });

  it('that ends before it starts has a start and no end', async () => {
    const { offer, notices } = await read(GOOD.replace('18.12.2026', '18.12.2025'));
    expect(offer?.timetable.last).toBeUndefined();
    expect(notices.map((notice) => notice.code)).toEqual(['date-invalid']);
  });

  it('says no more about childcare than the list: no, unknown words and empty cells are none', async () => {
    expect((await course(GOOD.replace(';ja;', ';nein;'))).childcare).toBeUndefined();
    expect((await course(GOOD.replace(';ja;', ';;'))).childcare).toBeUndefined();
    const unknown = await read(GOOD.replace(';ja;', ';auf Anfrage;'));
    expect(unknown.offer?.childcare).toBeUndefined();
    expect(unknown.notices.map((notice) => notice.code)).toEqual(['word-unknown']);
  });

  it('with the price 0 has none, unless the map says that 0 is free', async () => {
    const line = GOOD.replace('1.204,50', '0,00');
    expect((await course(line)).cost).toBeUndefined();
    expect((await course(line, { cost: { ...MAP.cost, zeroIsFree: true } })).cost).toEqual({
      cents: 0,
      free: true,
    });
  });

  it('of a kind the map does not know is refused', async () => {
    const { offer, notices } = await read(GOOD.replace(';Kurs;', ';Reise;'));
    expect(offer).toBeUndefined();
    expect(notices.map((notice) => notice.code)).toEqual(['kind-unknown']);
  });
});

describe('opening hours and edge hours of a list of childcare', () => {
  it('come from columns of their own and become windows of their own', async () => {
    const care = {
      offers: 'childcare',
      file: { form: 'csv', separator: ';' },
      id: { as: 'column', from: 'nr' },
      title: { as: 'text', from: 'name' },
      provider: { as: 'constant', value: 'Stadt' },
      place: { city: { as: 'constant', value: 'Berlin' } },
      care: {
        kind: { as: 'constant', value: 'kita' },
        bookedHours: { as: 'numbers', from: 'stunden' },
        openings: [
          { days: ['mo', 'tu', 'we', 'th', 'fr'], hours: { as: 'clock-range', from: 'zeit' } },
          { days: ['mo', 'tu', 'we', 'th', 'fr'], hours: { as: 'clock-range', from: 'rand früh' } },
          { days: ['mo', 'tu', 'we', 'th', 'fr'], hours: { as: 'clock-range', from: 'rand spät' } },
        ],
      },
    };
    const file =
      'nr;name;zeit;rand früh;rand spät;stunden\n1;Kita;07:00-16:00;06.00-07.00;16:00-18:00;25/35/45\n';
    const [read] = await outcomesOf(formatBy(care), utf8(file));
    expect(offerOf(read).care).toMatchObject({
      bookedHours: [25, 35, 45],
      openings: [
        { from: 420, to: 960 },
        { from: 360, to: 420 },
        { from: 960, to: 1080 },
      ],
    });
  });
});
