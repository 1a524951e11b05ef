import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { formatClockTime } from '../../../shared/domain/time/clock-time.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { I_CALENDAR } from '../../../shared/feeds/i-calendar/i-calendar.ts';
import { bytesOf, codesOf, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const read = () => outcomesOf(I_CALENDAR, bytesOf('test/feeds/i-calendar/made-up/kurse.ics'));

async function named(title: string): Promise<Offer> {
  const found = (await read()).flatMap(({ offer }) => (offer?.title === title ? [offer] : []));
  expect(found).toHaveLength(1);
  return found[0]!;
}
const shown = ({ timetable }: Offer) =>
  timetable.dated.map(
    ({ date, from, to }) => `${formatLocalDate(date)} ${formatClockTime(from)}-${formatClockTime(to)}`,
  );

/** The sessions of one entry, among the lines every calendar has. */
async function entry(...own: readonly string[]): Promise<Offer> {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Kurs',
    ...own,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return offerOf((await outcomesOf(I_CALENDAR, utf8(text.join('\r\n'))))[0]);
}

describe('a made-up calendar', () => {
  it('gives the golden offers and notices', async () => {
    const outcomes = await read();
    await expect(lines(outcomes.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer))).toMatchFileSnapshot(
      'golden/kurse.offers.jsonl',
    );
    await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
      'golden/kurse.notices.jsonl',
    );
  });

  it('keeps a series weekly, leaves out what is excepted, and moves what was moved', async () => {
    const { timetable, ...offer } = await named('Deutsch B1 am Vormittag');
    expect(timetable.weekly).toEqual([{ days: [0, 2], from: 540, to: 735 }]);
    expect(timetable.except.map(formatLocalDate)).toEqual([
      '2025-05-12',
      '2025-05-14',
      '2025-05-19',
      '2025-05-26',
    ]);
    expect(shown({ ...offer, timetable })).toEqual(['2025-05-20 14:00-16:00']);
    expect(timetable).toMatchObject({ complete: true, certainty: 'stated' });
    expect(formatLocalDate(timetable.last!)).toBe('2025-06-25');
  });

  it('puts times in UTC on German clocks, over the change of the clock', async () => {
    expect(shown(await named('Bewerbungstraining'))).toEqual([
      '2025-03-25 18:00-19:30',
      '2025-04-01 19:00-20:30',
      '2025-04-08 19:00-20:30',
    ]);
  });

  it('puts times of another zone on German clocks while only one of the two has changed', async () => {
    expect(shown(await named('Gastvortrag'))).toEqual([
      '2025-03-10 17:00-18:00',
      '2025-03-17 17:00-18:00',
      '2025-03-24 17:00-18:00',
      '2025-03-31 18:00-19:00',
    ]);
  });

  it('knows the names of Windows for German time, and dates beside the rule', async () => {
    expect(shown(await named('Excel Grundlagen Lehrgang'))).toEqual([
      '2025-04-07 08:30-12:00',
      '2025-04-08 08:30-12:00',
      '2025-04-21 08:30-12:00',
      '2025-05-05 08:30-12:00',
      '2025-05-19 08:30-12:00',
    ]);
  });

  it('makes one course of single entries with one title and place, without those called off', async () => {
    expect(shown(await named('Nähcafé'))).toEqual(['2025-04-01 10:00-12:00', '2025-04-10 10:00-12:00']);
  });

  it.each(['Projekttag', 'Erfundene Zone', 'Letzter Werktag'])('knows no times of %s', async (title) => {
    expect((await named(title)).timetable).toMatchObject({ weekly: [], dated: [], complete: false });
  });

  it('gives no organizer, no private entry and no address of a refuge', async () => {
    const kept = JSON.stringify(await read());
    expect(kept).not.toMatch(/Erika|erika|Zahnarzt|Geheimweg|geheimweg/u);
    expect((await read()).flatMap(({ notices }) => codesOf(notices))).toContain('place-confidential');
  });
});

describe('a rule', () => {
  it('that ends before the time of day does not hold on its last day', async () => {
    const until = (moment: string) =>
      entry(
        'DTSTART;TZID=Europe/Berlin:20250407T180000',
        'DURATION:PT1H',
        `RRULE:FREQ=WEEKLY;UNTIL=${moment}`,
      );
    expect((await until('20250505T120000Z')).timetable.last).toBe((await until('20250504')).timetable.last);
    expect(formatLocalDate((await until('20250505T160000Z')).timetable.last!)).toBe('2025-05-05');
  });

  it('over midnight keeps the day it begins on', async () => {
    const { timetable } = await entry(
      'DTSTART:20250407T220000',
      'DTEND:20250408T010000',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    );
    expect(timetable.weekly).toEqual([{ days: [0], from: 1320, to: 1500 }]);
  });

  it('without an end is weekly and open, with both ends a contradiction', async () => {
    expect(
      (await entry('DTSTART:20250407T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY')).timetable.last,
    ).toBeUndefined();
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Kurs\nUID:2\nDTSTART:20250407T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=9;UNTIL=20250428\nEND:VEVENT\nEND:VCALENDAR';
    const [outcome] = await outcomesOf(I_CALENDAR, utf8(text));
    expect(codesOf(outcome?.notices ?? [])).toEqual(['recurrence-contradicts']);
    expect(formatLocalDate(offerOf(outcome).timetable.last!)).toBe('2025-04-28');
  });
});

describe('a calendar that ends early or is none', () => {
  it.each([
    ['is cut within an entry', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:K'],
    ['lacks its end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:K\nEND:VEVENT\n'],
    ['has an entry in an entry', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR'],
    ['is a page', '<!doctype html>'],
    ['is empty', ''],
  ])('because it %s', async (_, text) => {
    await expect(outcomesOf(I_CALENDAR, utf8(text))).rejects.toThrow('calendar-broken');
  });
});
