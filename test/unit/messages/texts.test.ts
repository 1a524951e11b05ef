import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import de from '../../../shared/messages/de.json' with { type: 'json' };
import en from '../../../shared/messages/en.json' with { type: 'json' };
import { LANGUAGES, LOCALES, type Language } from '../../../shared/messages/language.ts';
import { argumentsOf, messageArgumentsSource } from '../../support/message-arguments.ts';
import { choicesOf, variantsOf } from '../../support/message-sentences.ts';

const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de, en };
const MOST_WORDS = 16;

/** Words that blame, promise or belong to offices; `Maßnahme` and the like have plain ones. */
const NOT_OURS: Readonly<Record<Language, RegExp>> = {
  de: /ungültig|fehlerhaft|unzulässig|leider|garantier|Anspruch|Maßnahme|Betreuungsumfang|Sie können nicht|Sie haben nicht|\bdu\b|\bdein/i,
  en: /invalid|illegal|unfortunately|sorry|guarantee|entitled|you cannot|you can’t|you failed/i,
};
/** Asking for another age, origin or family is never the way out. */
const NEVER_A_CHANGE =
  /Alter|\bage\b|Jahre|years old|Herkunft|origin|Kinder weniger|fewer children|Familienstand/i;

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const texts = TEXTS[language];
  const entries = Object.entries(texts);

  test('have the keys of the default language, in its order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(de));
  });

  test.each(entries)('%s can be read and takes the placeholders of the default language', (key, message) => {
    expect([...argumentsOf(message)]).toEqual([...argumentsOf((de as Record<string, string>)[key]!)]);
  });

  test('have each plural form of the language in each plural', () => {
    const forms = [...new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories].sort();
    for (const [key, message] of entries) {
      for (const choice of choicesOf(message, 'plural')) {
        expect(choice.slice(choice.indexOf(': ') + 2), key).toBe(forms.join(' '));
      }
    }
  });

  test('tell the same things apart as the default language', () => {
    for (const [key, message] of entries) {
      expect(choicesOf(message, 'select'), key).toEqual(
        choicesOf((de as Record<string, string>)[key]!, 'select'),
      );
    }
  });

  test('have no mark-up and no stray spaces', () => {
    for (const [key, message] of entries) {
      for (const text of variantsOf(message)) {
        expect(text, key).not.toMatch(/[<>]| {2}|^ | $/);
      }
    }
  });

  test(`have at most ${MOST_WORDS} words in a sentence`, () => {
    for (const [key, message] of entries) {
      for (const sentence of variantsOf(message).flatMap((text) => text.split(/(?<=[.?!]) /))) {
        expect(sentence.split(' ').length, `${key}: ${sentence}`).toBeLessThanOrEqual(MOST_WORDS);
      }
    }
  });

  test('blame nobody and promise nothing', () => {
    for (const [key, message] of entries) expect(message, key).not.toMatch(NOT_OURS[language]);
  });

  test('never name age, origin or family as what should change', () => {
    const changes = entries.filter(([key]) => /^(change|granted|lever)/.test(key));
    expect(changes.length).toBeGreaterThan(15);
    for (const [key, message] of changes) expect(message, key).not.toMatch(NEVER_A_CHANGE);
  });
});

test('the types of the placeholders are those of the default language', async () => {
  const path = new URL('../../../shared/messages/message-arguments.ts', import.meta.url);
  const expected = await format(messageArgumentsSource(de), {
    parser: 'typescript',
    printWidth: 110,
    singleQuote: true,
  });
  expect(readFileSync(path, 'utf8'), 'run test/support/write-message-arguments.ts').toBe(expected);
});
