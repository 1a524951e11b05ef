import { describe, expect, test } from 'vitest';
import { describeMatch } from '../../../shared/messages/describe-match.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { createMessageLoader } from '../../../shared/messages/load-messages.ts';
import { sayCondition, sayGranting } from '../../../shared/messages/say-change.ts';
import { CHANGES, MATCHES } from '../../support/said-scenarios.ts';
import golden from './golden.json' with { type: 'json' };

// golden.json was read sentence by sentence against the scenarios; a change of words is a change of that file.

describe.each(LANGUAGES)('a match in %s', (language) => {
  test.each(Object.keys(MATCHES))('%s', async (name) => {
    const { summary, reasons } = describeMatch(await createMessageLoader()(language), MATCHES[name]!());
    expect([summary, ...reasons]).toEqual(golden.matches[name as keyof typeof golden.matches][language]);
  });
});

describe.each(LANGUAGES)('a change in %s', (language) => {
  test.each(Object.keys(CHANGES))('%s', async (name) => {
    const messages = await createMessageLoader()(language);
    const change = CHANGES[name]!;
    expect([sayCondition(messages, change.change), ...sayGranting(messages, change, null)]).toEqual(
      golden.changes[name as keyof typeof golden.changes][language],
    );
  });
});

test('the golden sentences are those of the scenarios, no more', () => {
  expect(Object.keys(golden.matches)).toEqual(Object.keys(MATCHES));
  expect(Object.keys(golden.changes)).toEqual(Object.keys(CHANGES));
});

describe('a match in words', () => {
  const inGerman = async (name: string) => {
    const match = MATCHES[name]!();
    return { match, ...describeMatch(await createMessageLoader()('de'), match) };
  };

  test('says nothing twice, nor again what the summary says', async () => {
    for (const name of Object.keys(MATCHES)) {
      const { summary, reasons } = await inGerman(name);
      expect(new Set(reasons).size, name).toBe(reasons.length);
      expect(
        reasons.filter((reason) => summary.includes(reason)),
        name,
      ).toEqual([]);
    }
  });

  test('that nearly fits and has something unknown is not said to fit with the change', async () => {
    expect((await inGerman('nearly by one level of German')).summary).toContain('passt der Kurs');
    expect((await inGerman('nearly with something unknown')).summary).toContain('kann der Kurs passen');
  });

  test('that also needs a childcare place is not said to fit with the change alone', async () => {
    const { summary } = await inGerman('nearly, and with a place that counts');
    expect(summary).toMatch(/und Kind 1 einen Betreuungsplatz bekommt, passt/);
  });

  test('whose school holidays stay open is not said to fit with the change', async () => {
    const { match } = await inGerman('nearly by one level of German');
    const heeds = [{ id: 'holidays' as const, facts: { count: 11, dates: [] } }];
    const { summary } = describeMatch(await createMessageLoader()('de'), { ...match, heeds });
    expect(summary).toContain('kann der Kurs passen');
  });

  test('names many gaps up to a limit and counts the rest', async () => {
    const { match } = await inGerman('does not fit: care ends before it begins');
    const gaps = Array.from({ length: 9 }, (_, i) => ({
      child: 0,
      day: 0 as const,
      from: 480 + 30 * i,
      to: 500 + 30 * i,
      dates: 1,
    }));
    const { reasons } = describeMatch(await createMessageLoader()('de'), { ...match, gaps });
    expect(reasons.filter((reason) => reason.startsWith('Montag'))).toHaveLength(6);
    expect(reasons).toContain('Betreuung fehlt noch zu 3 weiteren Zeiten.');
  });

  test('has a sentence for codes that have no words yet', async () => {
    const { match } = await inGerman('asks for steps');
    const criteria = match.criteria.map((each) =>
      each.id === 'access' ? { ...each, questions: [{ of: 'provider' as const, code: 'new-code' }] } : each,
    );
    const { summary } = describeMatch(await createMessageLoader()('de'), { ...match, criteria });
    expect(summary).toBe(
      'Der Kurs kann passen. Fragen Sie den Anbieter: Passt das Angebot zu meinen Zeiten?',
    );
  });
});
