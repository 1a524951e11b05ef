import { describe, expect, it } from 'vitest';
import type { RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import { OPENQ_CAT } from '../../../shared/feeds/openq-cat/openq-cat.ts';
import { codesOf, FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { catalogueOf, ROOM, serviceOf, type ServiceParts } from '../../support/openq-cat-catalogue.ts';
import { day } from '../../support/some-offer.ts';

const CONTEXT = { ...FEED_CONTEXT, today: day('2026-11-22') };

async function outcomeOf(parts: ServiceParts = {}): Promise<RecordOutcome> {
  const [outcome] = await outcomesOf(OPENQ_CAT, utf8(catalogueOf([serviceOf(parts)])), CONTEXT);
  if (outcome === undefined) throw new Error('a catalogue of one service gives one outcome');
  return outcome;
}

const offer = async (parts: ServiceParts = {}) => offerOf(await outcomeOf(parts));
const codes = async (parts: ServiceParts = {}) => codesOf((await outcomeOf(parts)).notices);
const extended = (more: string) => `<EDUCATION_TYPE type="104"/>${more}`;
const priceOf = (amount: string, remarks = '', currency = 'EUR') =>
  `<SERVICE_PRICE_DETAILS><SERVICE_PRICE><PRICE_AMOUNT>${amount}</PRICE_AMOUNT><PRICE_CURRENCY>${currency}</PRICE_CURRENCY></SERVICE_PRICE><REMARKS>${remarks}</REMARKS></SERVICE_PRICE_DETAILS>`;
const part = (segment: string, days: readonly [string, string], remarks: string) =>
  `<MODULE_COURSE>${ROOM}<DURATION type="5"><START_DATE>${days[0]}T00:00:00+01:00</START_DATE><END_DATE>${days[1]}T00:00:00+01:00</END_DATE></DURATION><INSTRUCTION_REMARKS>${remarks}</INSTRUCTION_REMARKS><EXTENDED_INFO><SEGMENT_TYPE type="${segment}"/></EXTENDED_INFO></MODULE_COURSE>`;

describe('a complete service', () => {
  it('gives an offer without a notice', async () => {
    expect(await codes()).toEqual([]);
    expect(await offer()).toMatchObject({
      id: 'test-feed:4711',
      kind: 'course',
      goals: ['further-training'],
      title: 'Büromanagement kompakt',
      provider: { id: '900100', name: 'Lernhaus Beispielstadt' },
      contact: { phone: '+49 30 99900010', mail: 'info@bildung.example' },
      places: [{ name: 'Haus der Bildung', street: 'Lindenweg 12', precision: 'postcode' }],
      timetable: {
        certainty: 'read-from-text',
        complete: true,
        weekly: [{ days: [0, 1, 2, 3], from: 540, to: 780 }],
      },
      provenance: [{ fact: 'timetable', from: 'text' }],
    });
  });
});

describe('days', () => {
  // E3
  it.each(['2027-03-30T00:00:00+02:00', '2027-03-30T00:00:00.000+0200', '2027-03-30', '2027-03-30+02:00'])(
    'are taken as they are written: %s',
    async (start) => {
      expect((await offer({ start })).timetable.first).toBe(day('2027-03-30'));
    },
  );

  it.each(['2027-03-29T22:00:00Z', 'Mon Mar 29 22:00:00 UTC 2027', '30.03.2027', '2027-02-30'])(
    'that may be another day are not known: %s',
    async (start) => {
      expect((await offer({ start })).timetable.first).toBeUndefined();
      expect(await codes({ start })).toEqual(['date-invalid']);
    },
  );

  // E13
  it('that run backwards keep the first', async () => {
    const parts = { start: '2027-06-25', end: '2027-01-11' };
    expect(await codes(parts)).toEqual(['range-backwards']);
    expect((await offer(parts)).timetable).toMatchObject({ first: day('2027-06-25') });
    expect((await offer(parts)).timetable.last).toBeUndefined();
  });

  // E24
  it('of the announcement bound how long the offer may be shown', async () => {
    expect((await offer()).freshness.validUntil).toBe(day('2027-06-25'));
    const announcement = '<START_DATE>2026-09-01+02:00</START_DATE><END_DATE>2027-01-11+01:00</END_DATE>';
    expect((await offer({ announcement })).freshness.validUntil).toBe(day('2027-01-11'));
  });

  it('of an announcement to come keep the offer back', async () => {
    const announcement = '<START_DATE>2026-11-23+01:00</START_DATE>';
    expect(await codes({ announcement })).toEqual(['not-yet-announced']);
    expect(await codes({ announcement: announcement.replace('23', '22') })).toEqual([]);
  });

  it('are not needed for open entry', async () => {
    const open = await offer({ start: '', end: '', module: '<FLEXIBLE_START>true</FLEXIBLE_START>' });
    expect(open).toMatchObject({ rolling: true, freshness: { validUntil: day('2027-12-31') } });
  });

  it('between blocks and in holidays are excepted', async () => {
    const modules =
      part('1', ['2027-01-11', '2027-01-15'], 'Mo-Fr 9-15 Uhr') +
      part('1', ['2027-01-18', '2027-01-29'], 'Mo-Fr 9-15 Uhr') +
      part('5', ['2027-01-20', '2027-01-20'], '');
    const { timetable } = await offer({ modules, start: '', end: '' });
    expect(timetable).toMatchObject({ first: day('2027-01-11'), last: day('2027-01-29'), complete: true });
    expect(timetable.except).toEqual([day('2027-01-16'), day('2027-01-17'), day('2027-01-20')]);
  });

  it('of blocks with different times give no week', async () => {
    const modules =
      part('1', ['2027-01-11', '2027-01-15'], 'Mo-Mi 9-15 Uhr') +
      part('1', ['2027-01-18', '2027-01-29'], 'Do-Fr 9-15 Uhr');
    expect((await offer({ modules })).timetable).toMatchObject({
      weekly: [],
      complete: false,
      certainty: 'stated',
    });
    expect(await codes({ modules })).toEqual(['times-unclear']);
  });
});

describe('parts beside the lessons', () => {
  it.each([
    ['a retraining', { extended: '<EDUCATION_TYPE type="109"/>' }, ['practical-part']],
    [
      'an apprenticeship',
      { extended: '<EDUCATION_TYPE type="102"/>' },
      ['vocational-school', 'practical-part'],
    ],
    ['a practical part', { extended: extended('<PRACTICAL_PART>true</PRACTICAL_PART>') }, ['practical-part']],
    ['an internship in the text', { description: 'Mit 110 Tagen Praktikum.' }, ['practical-part']],
    ['an internship in the remarks', { remarks: 'Mo-Do 9-13 Uhr, danach Praktikum' }, ['practical-part']],
  ] as const)('without times make %s incomplete', async (_, parts, missing) => {
    expect((await offer(parts)).timetable).toMatchObject({ complete: false, missing });
    expect((await offer(parts)).timetable.weekly).toHaveLength(1);
    expect(await codes(parts)).toContain('part-without-times');
  });

  it.each([
    [
      'the text says that times hold for both',
      { extended: '<EDUCATION_TYPE type="109"/>', remarks: 'Unterricht und Praktikum: Mo-Fr 9-13 Uhr' },
    ],
    [
      'there is none',
      { extended: extended('<PRACTICAL_PART>false</PRACTICAL_PART>'), description: 'Ohne Praktikum.' },
    ],
  ])('are no gap where %s', async (_, parts) => {
    expect((await offer(parts)).timetable).toMatchObject({ complete: true, missing: [] });
  });

  it('as an internship of their own have no lessons on their days, unless its times are the same', async () => {
    const lessons = part('0', ['2027-01-11', '2027-01-15'], 'Mo-Fr 9-13 Uhr');
    const other = await offer({
      modules: lessons + part('2', ['2027-01-18', '2027-01-19'], 'Mo-Fr 8-16 Uhr'),
    });
    expect(other.timetable).toMatchObject({
      complete: false,
      except: expect.arrayContaining([day('2027-01-18')]),
    });
    const same = await offer({
      modules: lessons + part('2', ['2027-01-18', '2027-01-19'], 'Mo-Fr 9-13 Uhr'),
    });
    expect(same.timetable.complete).toBe(true);
    expect(same.timetable.except).not.toContain(day('2027-01-18'));
  });
});

describe('full and part time', () => {
  // E20
  it.each([
    ['the words beside the code', '<INSTRUCTION_TIME type="1">Teilzeit</INSTRUCTION_TIME>', 'Mo-Fr 8-15 Uhr'],
    ['the remarks', '<INSTRUCTION_TIME type="1">Vollzeit</INSTRUCTION_TIME>', 'Teilzeit: Mo-Fr 8-15 Uhr'],
    ['the hours read', '<INSTRUCTION_TIME type="1">Vollzeit</INSTRUCTION_TIME>', 'Mo-Do 9-13 Uhr'],
    ['far more hours', '<INSTRUCTION_TIME type="2">Teilzeit</INSTRUCTION_TIME>', 'Mo-Fr 8-16.30 Uhr'],
  ])('that %s contradict are named and change no time', async (_, time, remarks) => {
    const parts = { extended: extended(time), remarks };
    expect(await codes(parts)).toEqual(['attendance-differs']);
    expect((await offer(parts)).timetable.weekly).toHaveLength(1);
  });

  it('that agree are no notice', async () => {
    expect(
      await codes({
        extended: extended('<INSTRUCTION_TIME type="1">Vollzeit</INSTRUCTION_TIME>'),
        remarks: 'Mo-Fr 8-15 Uhr',
      }),
    ).toEqual([]);
  });
});

describe('the place', () => {
  it('is never the seat of the provider', async () => {
    const { places } = await offer({ location: '' });
    expect(places).toEqual([]);
    expect(await codes({ location: '' })).toEqual(['place-not-stated']);
  });

  it('of lessons at two of them is not known', async () => {
    const there = part('0', ['2027-01-11', '2027-01-15'], 'Mo-Fr 9-13 Uhr').replace(
      'Lindenweg 12',
      'Am Speicher 3',
    );
    const parts = { modules: part('0', ['2027-01-18', '2027-01-22'], 'Mo-Fr 9-13 Uhr') + there };
    expect((await offer(parts)).places).toEqual([{ precision: 'none' }]);
    expect(await codes(parts)).toEqual(['session-at-two-places']);
  });

  it('counts though the form is a virtual classroom; without one the course is online', async () => {
    const form = { extended: extended('<INSTRUCTION_FORM type="201"/>') };
    expect(await offer(form)).toMatchObject({ online: false, places: [{ street: 'Lindenweg 12' }] });
    expect(await codes(form)).toEqual(['online-contradicted']);
    expect(await offer({ ...form, location: '' })).toMatchObject({ online: true, places: [] });
  });

  it('of learning alone is anywhere, with hours a week instead of times', async () => {
    const parts = { extended: extended('<INSTRUCTION_FORM type="204"/>'), remarks: '10 Stunden pro Woche' };
    expect(await offer(parts)).toMatchObject({
      online: true,
      timetable: { selfPaced: { hoursPerWeek: 10 }, certainty: 'read-from-text', complete: true },
    });
  });
});

describe('what a course teaches and asks for', () => {
  it('is German where the title names a level of it, "B1.2" too', async () => {
    const german = await offer({ title: 'Deutsch B1.2', extended: '<EDUCATION_TYPE type="110"/>' });
    expect(german).toMatchObject({ goals: ['german'], teaches: { german: { to: 'B1' } }, needs: {} });
    expect(german.provenance).toContainEqual({ fact: 'teaches', from: 'text' });
  });

  it('is nothing of German where the title names a level of English', async () => {
    const english = await offer({ title: 'Englisch B1 für das Büro' });
    expect(english.teaches).toBeUndefined();
    expect(english.needs).toEqual({});
  });

  it('is German asked for by the requirements alone', async () => {
    const asked = await offer({ requirements: 'Deutschkenntnisse mindestens B1' });
    expect(asked.needs).toEqual({ german: 'B1' });
    expect(asked.provenance).toContainEqual({ fact: 'needs', from: 'text' });
    expect((await offer({ requirements: 'Deutsch B1 von Vorteil' })).needs).toEqual({});
  });

  it('is for the groups that the field for them names', async () => {
    expect((await offer({ target: 'Frauen' })).needs).toEqual({ audiences: ['women'] });
    expect((await offer({ target: 'Frauen und alle Interessierten' })).needs).toEqual({});
  });
});

describe('childcare', () => {
  it('is read from text, and never stated', async () => {
    const parts = { description: 'Kinder von 1 bis 6 Jahren werden während des Unterrichts betreut.' };
    expect((await offer(parts)).childcare).toEqual({
      ages: { fromMonths: 12, toMonths: 72 },
      hours: [],
      during: true,
      certainty: 'read-from-text',
    });
  });

  it.each(['Keine Kinderbetreuung.', 'Kinderbetreuung auf Anfrage.', 'Sie arbeiten in der Kinderbetreuung.'])(
    'is none with %j',
    async (description) => {
      expect((await offer({ description })).childcare).toBeUndefined();
    },
  );

  it('is not offered by a keyword that may be what is taught', async () => {
    expect((await offer({ keywords: ['Kinderbetreuung'] })).childcare).toBeUndefined();
    expect((await offer({ keywords: ['mit Kinderbetreuung'] })).childcare).toMatchObject({ during: false });
  });
});

describe('funding', () => {
  it.each([
    ['<FUNDING_TYPES_FEDERAL type="1"/>', ['afbg']],
    ['<FUNDING_TYPES_FEDERAL type="2"/><FUNDING_TYPES_FEDERAL type="12"/>', ['bildungsgutschein']],
    ['<FUNDING_TYPES_FEDERAL type="8"/><FUNDING_TYPES_FEDERAL type="10"/>', ['qualifizierungsgeld', 'other']],
    ['<FUNDING_TYPES_REGIONAL type="40"/><FUNDING_TYPES_REGIONAL type="7"/>', ['bildungsurlaub', 'other']],
    ['', []],
  ])('is read from codes: %s', async (types, funding) => {
    expect((await offer({ extended: extended(types) })).funding).toEqual(funding);
  });

  it('is the voucher of coaching for coaching', async () => {
    expect(await offer({ courseType: '3', extended: '<EDUCATION_TYPE type="130"/>' })).toMatchObject({
      funding: ['avgs'],
      goals: ['orientation'],
    });
  });
});

describe('the price', () => {
  // E7
  it.each([
    ['35464.5', '', { cents: 3_546_450 }, []],
    ['47,00', '', { cents: 4700 }, []],
    ['0.0', 'kostenlos', { cents: 0, free: true, text: 'kostenlos' }, []],
    ['0.0', 'auf Anfrage', { text: 'auf Anfrage' }, ['price-zero']],
    ['0.0', 'kostenlos mit Bildungsgutschein', { text: 'kostenlos mit Bildungsgutschein' }, ['price-zero']],
    ['1', '', undefined, ['price-implausible']],
    ['99990.0', '', undefined, ['price-implausible']],
    ['viel', '', undefined, ['price-implausible']],
  ])('%s with %j', async (amount, remarks, cost, notices) => {
    const parts = { price: priceOf(amount, remarks) };
    expect((await offer(parts)).cost).toEqual(cost);
    expect(await codes(parts)).toEqual(notices);
  });

  it('in another currency is not known', async () => {
    expect(await codes({ price: priceOf('100', '', 'CHF') })).toEqual(['currency-foreign']);
  });
});

describe('what is odd in real catalogues', () => {
  // E27
  it('is no fault where an element is new', async () => {
    expect(
      await codes({ more: '<QUIET_ROOM since="2027">ja</QUIET_ROOM>', module: '<NEW><DEEP>1</DEEP></NEW>' }),
    ).toEqual([]);
  });

  // E18
  it('is no fault where elements are empty, blank or stand twice', async () => {
    const module =
      '<MAX_PARTICIPANTS> </MAX_PARTICIPANTS><MAX_PARTICIPANTS>12</MAX_PARTICIPANTS><FLEXIBLE_START/>';
    expect(await codes({ module, more: '<SERVICE_PRICE_DETAILS/><MIME_INFO/>' })).toEqual([]);
  });

  // E17
  it('is HTML in a description, which becomes lines', async () => {
    const description =
      '&lt;p&gt;Eins&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Zwei&lt;/li&gt;&lt;/ul&gt;<![CDATA[<script>x</script>]]>';
    expect((await offer({ description })).summary).toBe('Eins\n\n- Zwei');
  });

  // E23
  it('are names of persons and their mail, which are dropped', async () => {
    const text = JSON.stringify(await offer({ description: 'Fragen an erika.beispielfrau@bildung.example' }));
    expect(text).not.toMatch(/beispielfrau/iu);
  });

  it('is an id with other characters, which stays one of its own', async () => {
    const ids = await Promise.all(['A/1', 'A 1', 'Ä1'].map(async (id) => (await offer({ id })).id));
    expect(ids).toEqual(['test-feed:A~2F1', 'test-feed:A~201', 'test-feed:~C41']);
  });

  it('is a text longer than any, which refuses the record and names the field', async () => {
    const { offer: none, notices } = await outcomeOf({ description: 'x'.repeat(100_000) });
    expect(none).toBeUndefined();
    expect(notices).toMatchObject([{ code: 'record-invalid', field: 'SERVICE_DETAILS.DESCRIPTION_LONG' }]);
  });
});
