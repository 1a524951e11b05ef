import { describe, expect, test } from 'vitest';
import de from '../../../shared/messages/de.json' with { type: 'json' };
import {
  childrenInWords,
  daysInWords,
  durationInWords,
  moneyInWords,
  spanInWords,
  timeInWords,
} from '../../../shared/messages/in-words.ts';
import { languageFor } from '../../../shared/messages/language.ts';
import { createMessageLoader } from '../../../shared/messages/load-messages.ts';
import { createMessages } from '../../../shared/messages/messages.ts';

describe('the language for a tag', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['tr', 'de'],
    ['enx', 'de'],
    ['', 'de'],
    [undefined, 'de'],
  ])('%s is answered in %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});

describe('a loader of messages', () => {
  test('keeps the language last asked for, and gives each language its own words in any order', async () => {
    const messagesIn = createMessageLoader();
    const german = await messagesIn('de');
    expect(await messagesIn('de')).toBe(german);
    const english = await messagesIn('en');
    expect([english.say('seats.none'), german.say('seats.none')]).toEqual([
      'No place is free at the moment.',
      'Zurzeit ist kein Platz frei.',
    ]);
    const both = await Promise.all([messagesIn('de'), messagesIn('en'), messagesIn('de')]);
    expect(both.map(({ language }) => language)).toEqual(['de', 'en', 'de']);
  });
});

describe('figures in words', () => {
  const messages = createMessages('de', de);

  test('times have no leading zero and 24 hours', () => {
    expect([0, 510, 870, 1440, 1470].map((minutes) => timeInWords(messages, minutes))).toEqual([
      '0:00 Uhr',
      '8:30 Uhr',
      '14:30 Uhr',
      '24:00 Uhr',
      '0:30 Uhr',
    ]);
    expect(spanInWords(messages, { from: 870, to: 910 }, 'span')).toBe('14:30 bis 15:10 Uhr');
  });

  test('durations name hours and minutes, one and many, and leave out what is none', () => {
    expect([0, 1, 40, 60, 61, 150].map((minutes) => durationInWords(messages, minutes))).toEqual([
      '0 Minuten',
      '1 Minute',
      '40 Minuten',
      '1 Stunde',
      '1 Stunde 1 Minute',
      '2 Stunden 30 Minuten',
    ]);
  });

  test('money has cents only where there are some', () => {
    expect([0, 15_000, 14_950, 123_400].map((cents) => moneyInWords(messages, cents))).toEqual([
      '0 Euro',
      '150 Euro',
      '149,50 Euro',
      '1.234 Euro',
    ]);
  });

  test('children are counted from one, weekdays are named, Monday to Friday at once', () => {
    expect(childrenInWords(messages, [0, 1, 2])).toBe('Kind 1, Kind 2 und Kind 3');
    expect(daysInWords(messages, [0, 2])).toBe('Montag und Mittwoch');
    expect(daysInWords(messages, [0, 1, 2, 3, 4])).toBe('Montag bis Freitag');
  });
});

test('a message whose placeholder has no value is never said with a hole', () => {
  const messages = createMessages('de', { ...de, 'seats.none': 'Kein Platz in {city}.' });
  expect(() => messages.say('seats.none')).toThrow(/city/);
});
