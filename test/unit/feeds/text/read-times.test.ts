import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClockTime } from '../../../../shared/domain/time/clock-time.ts';
import { WEEKDAYS, weekdayName, type Weekday } from '../../../../shared/domain/time/weekday.ts';
import { readTimes } from '../../../../shared/feeds/text/read-times.ts';

/** Slots as `mo,tu 09:00-13:00 core`; `undefined` where the text is not read. */
function slotsIn(text: string): readonly string[] | undefined {
  const { state, weekly } = readTimes(text);
  if (state !== 'read') return undefined;
  return weekly.map(
    ({ days, from, to, core }) =>
      `${days.map(weekdayName).join()} ${formatClockTime(from)}-${formatClockTime(to)}${core ? ' core' : ''}`,
  );
}

const MO_FR = 'mo,tu,we,th,fr';

describe('times in a text', () => {
  it.each([
    ['Montag - Freitag 08.00 - 16.30 Uhr', [`${MO_FR} 08:00-16:30`]],
    ['Mo-Do 9-13', ['mo,tu,we,th 09:00-13:00']],
    ['Mo–Fr, Kernzeit 09:30–13:30', [`${MO_FR} 09:30-13:30 core`]],
    [
      'Montag bis Freitag 5,5 Stunden pro Tag in individueller Gleitzeit, aber mit einer Pflicht-Kernzeit von 09:30 Uhr bis 13:30 Uhr.',
      [`${MO_FR} 09:30-13:30 core`],
    ],
    ['Rahmenzeit Mo-Fr 7-18 Uhr, Kernzeit 9-13 Uhr', [`${MO_FR} 09:00-13:00 core`]],
    ['Mo-Fr 9:30-13:30 Uhr (Kernzeit)', [`${MO_FR} 09:30-13:30 core`]],
    ['dienstags und donnerstags, 17.30 bis 20.45 Uhr', ['tu,th 17:30-20:45']],
    ['Montag - Freitag\n08:30 - 12:35 Uhr\n5 UE/Tag\n25 UE/Woche\n600 UE', [`${MO_FR} 08:30-12:35`]],
    ['Mo., Mi. und Fr. 9.00–12.15 Uhr', ['mo,we,fr 09:00-12:15']],
    ['Mo 8-12 Uhr, Di 9-13 Uhr', ['mo 08:00-12:00', 'tu 09:00-13:00']],
    ['Mo-Do 8.00-15.30 Uhr, Fr 8.00-13.00 Uhr', ['mo,tu,we,th 08:00-15:30', 'fr 08:00-13:00']],
    ['8.30 - 12.30 Uhr (Mo-Fr)', [`${MO_FR} 08:30-12:30`]],
    [
      'Unterrichtszeiten: Montag bis Freitag von 08:00 Uhr bis 13:00 Uhr (Teilzeit)',
      [`${MO_FR} 08:00-13:00`],
    ],
    ['Sa und So 9-16 Uhr', ['sa,su 09:00-16:00']],
    ['Sonnabend 9-16 Uhr', ['sa 09:00-16:00']],
    ['Di/Do 18-21 Uhr', ['tu,th 18:00-21:00']],
    ['2x wöchentlich (Di, Do) 17-20 Uhr', ['tu,th 17:00-20:00']],
    ['MO - DO 8:30 - 15:30 UHR', ['mo,tu,we,th 08:30-15:30']],
    ['Kursbeginn 12.01.2026. Mo-Fr 8:30–12:30 Uhr.', [`${MO_FR} 08:30-12:30`]],
    ['Mo-Fr 8-16 Uhr. Wir bieten individuelle Betreuung.', [`${MO_FR} 08:00-16:00`]],
    ['Mo-Fr 9-13 Uhr, Praktikumszeiten nach Absprache mit dem Betrieb', [`${MO_FR} 09:00-13:00`]],
    ['Unterrichtszeiten:\nMo-Do 9-13 Uhr\nDauer: 12 Wochen', ['mo,tu,we,th 09:00-13:00']],
    ['Mo-Do 9-13 Uhr, 12 Plätze', ['mo,tu,we,th 09:00-13:00']],
    ['Mo - Fr 9-13h', [`${MO_FR} 09:00-13:00`]],
    [
      'Montag bis Freitag, 8.00 bis 12.15 Uhr, je 5 Unterrichtsstunden à 45 Minuten',
      [`${MO_FR} 08:00-12:15`],
    ],
  ])('are read: %j', (text, slots) => {
    expect(slotsIn(text)).toEqual(slots);
    expect(readTimes(text).state).toBe('read');
  });

  it.each([
    [
      'another time that is possible',
      'Montag - Freitag 08.00 - 16.30 Uhr (1 - 2x / pro Woche auch bis 18.00 Uhr möglich)',
    ],
    ['nothing but a possible time', '1 - 2x / pro Woche auch bis 18.00 Uhr möglich'],
    ['no days', '08.00 - 15.00 Uhr'],
    ['a core time without days', 'Kernzeit 09:30-13:30'],
    ['two ranges for the same days', 'Mo-Fr 8-12 Uhr und 13-16 Uhr'],
    ['a day that has two ranges', 'Mo–Fr 8:30–12:30 Uhr, Mi 8:30–16 Uhr'],
    ['full and part time beside each other', 'Vollzeit: Mo-Fr 8-16.30 Uhr, Teilzeit: Mo-Fr 8-13 Uhr'],
    ['every other week', 'Samstags 9-16 Uhr, 14-tägig'],
    ['some weeks of a month', 'Jeden 1. und 3. Samstag im Monat 9-16 Uhr'],
    ['days of the year that look like times', 'Mo-Fr 08.10 - 12.12'],
    ['days of the year', '01.03. - 15.06. Mo-Fr 9-13 Uhr'],
    ['one date', 'Montag, 12.01.2026, 9-16 Uhr'],
    ['an agreement', 'Mo-Fr 8-16 Uhr, nach Absprache'],
    ['an agreement in the next line', 'Mo-Fr 8-16 Uhr\nnach Vereinbarung'],
    ['office hours', 'Bürozeiten Mo-Fr 8-16 Uhr'],
    ['a telephone', 'Sie erreichen uns Mo-Fr 8-16 Uhr telefonisch'],
    ['a name that begins like a day', 'Fr. Müller, Mo-Fr 8-12 Uhr'],
    ['a word that looks like a day', 'So lernen Sie Mo-Fr 8-12 Uhr'],
    ['more days a week than named', '2x wöchentlich Di 17-20 Uhr'],
    ['a frame much wider than the hours a week', 'Mo-Fr 8-16 Uhr, 20 Std./Woche'],
    ['more lessons than go in', 'Mo-Do 9-11 Uhr, 5 UE/Tag'],
    ['days of unknown number', 'werktags 8-12 Uhr'],
    ['"daily"', 'täglich 8-13 Uhr'],
    ['one end alone', 'Mo-Fr, ab 8 Uhr'],
    ['a range that ends before it begins', 'Mo-Fr von 17 bis 8 Uhr'],
    ['a choice', 'Mo–Mi 9–12 Uhr oder 14–17 Uhr'],
    ['days that run backwards', 'Fr-Mo 9-12 Uhr'],
    ['all day as a placeholder', 'Mo-Fr 0-24 Uhr'],
    ['hours of the afternoon', 'Mo-Fr 5 bis 8 Uhr abends'],
    ['a break', 'Mo-Do 08:00 - 13:15 Uhr, Pause 10-10.15 Uhr'],
    ['an exception', 'Mo-Fr 8-13 Uhr außer in den Schulferien'],
    ['some weeks between commas', 'Samstag, jede zweite Woche, 9-16 Uhr'],
    ['some weeks in a line of its own', 'Samstag 9-16 Uhr\nalle zwei Wochen'],
    ['a number of dates', 'Mo-Do 9-13 Uhr, Sa 9-13 Uhr (2 Termine)'],
    ['a heading of something else', 'Prüfung:\nSa 9-15 Uhr'],
    ['a heading of the office', 'Bürozeiten\nMo-Fr 8-16 Uhr'],
    ['an evening for information', 'Infoabend\nMo 18-20 Uhr'],
    ['times of the internship alone', 'Praktikum: Mo-Fr 8-16 Uhr'],
  ])('are not certain with %s', (_, text) => {
    expect(readTimes(text)).toMatchObject({ state: 'unclear', weekly: [] });
  });

  it.each([
    '',
    'Individuelle Gleitzeitvereinbarung, aber 40 h / Woche.',
    '10-12 Teilnehmer',
    'Mo-Fr 5-6 UE',
    'Vollzeit',
  ])('are none in %j', (text) => {
    expect(readTimes(text)).toMatchObject({ state: 'none', weekly: [] });
  });

  it.each([
    ['Individuelle Gleitzeitvereinbarung, aber 40 h / Woche.', 40],
    ['Mo-Fr 5,5 Stunden pro Tag', 27.5],
    ['25 UE/Woche', 18.75],
    ['30 Wochenstunden', 30],
    ['20 oder 30 Stunden pro Woche', 30],
    ['20 h/Woche, im zweiten Jahr 30 h/Woche', undefined],
  ])('come with hours a week: %j -> %s', (text, hours) => {
    expect(readTimes(text).hoursPerWeek).toBe(hours);
  });

  it('hold for the practical part only where the text says both', () => {
    expect(readTimes('Unterricht und Praktikum: Mo-Fr 8.30-13.30 Uhr')).toMatchObject({
      state: 'read',
      namesPractice: true,
      coversPractice: true,
    });
    expect(readTimes('Mo-Fr 8.30-13.30 Uhr, danach Praktikum')).toMatchObject({ coversPractice: false });
    expect(readTimes('Mo-Fr 8.30-13.30 Uhr')).toMatchObject({ namesPractice: false, coversPractice: false });
  });
});

const NAMES = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;
const anyDays = fc
  .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 })
  .map((days) => days.toSorted((one, other) => one - other));
const anyRange = fc
  .record({ from: fc.integer({ min: 72, max: 240 }), length: fc.integer({ min: 6, max: 48 }) })
  .map(({ from, length }) => ({ from: from * 5, to: Math.min(from + length, 287) * 5 }));
const anyManner = fc.record({
  name: fc.constantFrom<(day: Weekday) => string>(
    (day) => NAMES[day],
    (day) => NAMES[day].slice(0, 2),
    (day) => `${NAMES[day].slice(0, 2)}.`,
    (day) => `${NAMES[day].toLowerCase()}s`,
  ),
  joint: fc.constantFrom(', ', ' und ', ' & ', ' + ', '/'),
  mark: fc.constantFrom(':', '.'),
  dash: fc.constantFrom(' - ', '-', '–', ' bis ', ' Uhr bis '),
  before: fc.constantFrom(' ', ': ', ', ', ' von ', '\n', ' jeweils '),
});

describe('a text written from known times', () => {
  it('is read as just these, or not at all', () => {
    let read = 0;
    fc.assert(
      fc.property(anyDays, anyRange, anyManner, (days, { from, to }, manner) => {
        const clock = (minutes: number) => formatClockTime(minutes).replace(':', manner.mark);
        const text = `${days.map(manner.name).join(manner.joint)}${manner.before}${clock(from)}${manner.dash}${clock(to)} Uhr`;
        const slots = slotsIn(text);
        if (slots === undefined) return;
        read += 1;
        expect(slots).toEqual([
          `${days.map(weekdayName).join()} ${formatClockTime(from)}-${formatClockTime(to)}`,
        ]);
      }),
      { numRuns: 600, seed: 41 },
    );
    expect(read).toBeGreaterThan(590);
  });

  it.each([
    'nach Absprache',
    'oder nachmittags',
    '14-tägig',
    'außer freitags',
    'alternativ abends',
    'ca.',
    'bzw. 14-17 Uhr',
    'Mo 19-21 Uhr',
  ])('is never read once "%s" stands behind it', (doubt) => {
    fc.assert(
      fc.property(anyDays, anyRange, fc.constantFrom(', ', ' ', '\n', ' ('), (days, { from, to }, joint) => {
        const names = (days.includes(0) ? days : [0 as const, ...days]).map((day) => NAMES[day]).join(', ');
        const text = `${names} ${formatClockTime(from)} - ${formatClockTime(to)} Uhr${joint}${doubt}`;
        expect(slotsIn(text)).toBeUndefined();
      }),
      { numRuns: 60, seed: 42 },
    );
  });

  it('gives no time that does not stand in it', () => {
    const pieces = [
      'Mo',
      'Di-Do',
      'Freitag',
      '9-13',
      '8.30 bis 12 Uhr',
      '14:00-16:00',
      ',',
      'und',
      '(',
      ')',
      '\n',
      'auch',
      '5 UE',
      'Kernzeit',
      'Praktikum',
      '.',
      'bis',
      '-',
      '17',
      'Uhr',
      '2x',
      '12.01.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const text = chosen.join(' ');
        const shown = new Set(
          [...text.matchAll(/(\d{1,2})(?:[.:](\d{2}))?/gu)].map(
            (match) => Number(match[1]) * 60 + Number(match[2] ?? 0),
          ),
        );
        for (const { days, from, to } of readTimes(text).weekly) {
          expect(shown).toContain(from);
          expect(shown).toContain(to);
          expect(days.every((day) => /Mo|Di-Do|Freitag/u.test(text) && day <= 4)).toBe(true);
        }
      }),
      { numRuns: 1500, seed: 43 },
    );
  });

  it('is looked at once however long or strange it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['read', 'unclear', 'none']).toContain(readTimes(text).state);
      }),
      { numRuns: 100, seed: 44 },
    );
    expect(readTimes('Mo 9-13 Uhr '.repeat(1000)).state).toBe('unclear');
  });
});
