import { describe, expect, test } from 'vitest';
import { CRITERIA, type MatchResult } from '../../../shared/domain/matching/match-result.ts';
import { describeResult } from '../../../shared/messages/describe-result.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { createMessageLoader } from '../../../shared/messages/load-messages.ts';
import { CHANGES } from '../../support/said-scenarios.ts';

const RESULT: MatchResult = {
  matches: [],
  counts: { fits: 3, 'fits-with-care': 1, nearly: 4, ask: 12, no: 830 },
  excluded: [
    { criterion: 'reach', count: 312 },
    { criterion: 'german', count: 1 },
  ],
  assumptions: [
    { id: 'home-centre', facts: { region: 'berlin' } },
    { id: 'travel', facts: { by: 'transit', maxMinutes: 45 } },
    { id: 'window', facts: { from: '2025-04-01', until: '2025-06-30' } },
    { id: 'budget', facts: { cents: 15000 } },
  ],
  nextQuestion: { field: 'german', settles: 41 },
  levers: [
    { change: CHANGES['all-day school']!, opens: 7 },
    { change: CHANGES['a longer way']!, opens: 1 },
  ],
};

async function said(result: MatchResult, language: Language = 'de') {
  return describeResult(await createMessageLoader()(language), result);
}

describe('an answer in words', () => {
  test('in German', async () => {
    expect(await said(RESULT)).toEqual({
      counts: [
        '3 Angebote passen in Ihre Woche.',
        '1 Angebot passt mit einem Betreuungsplatz.',
        '4 Angebote passen fast.',
        'Bei 12 Angeboten müssen Sie noch etwas klären.',
        '830 Angebote passen zurzeit nicht.',
      ],
      excluded: ['Bei 312 Angeboten ist der Weg zu lang.', 'Bei 1 Angebot passt das Deutsch-Niveau nicht.'],
      assumptions: [
        'Wir rechnen ab der Mitte der Region, weil wir Ihren Wohnort nicht kennen.',
        'Wir rechnen mit Bus und Bahn und mit höchstens 45 Minuten Weg.',
        'Wir suchen nach einem Beginn von Dienstag, 1. April 2025 bis Montag, 30. Juni 2025.',
        'Wir rechnen mit Kosten bis 150 Euro.',
      ],
      nextQuestion: 'Sagen Sie uns noch: Wie gut ist Ihr Deutsch? Das klärt 41 Angebote.',
      levers: [
        'Wenn Kind 1 in der Schule bis 16:00 Uhr betreut wird, kommen 7 Angebote dazu. Fragen Sie die Schule. Das geht frühestens ab Freitag, 1. August 2025.',
        'Wenn der Weg 15 Minuten länger sein darf, kommt 1 Angebot dazu. Das entscheiden Sie selbst.',
      ],
      path: [],
    });
  });

  test('in English', async () => {
    expect(await said(RESULT, 'en')).toMatchObject({
      counts: [
        '3 offers fit your week.',
        '1 offer fits with a childcare place.',
        '4 offers nearly fit.',
        'For 12 offers you still have to find something out.',
        '830 offers do not fit at the moment.',
      ],
      nextQuestion: 'Please tell us: How good is your German? That settles 41 offers.',
      excluded: ['The journey to 312 offers is too long.', 'The level of German of 1 offer does not fit.'],
    });
  });

  test('says that nothing fits instead of leaving it out', async () => {
    const nothing = { fits: 0, 'fits-with-care': 0, nearly: 0, ask: 0, no: 0 };
    expect((await said({ ...RESULT, counts: nothing })).counts).toEqual(['Noch passt kein Angebot ganz.']);
  });

  test('says the two things in the way, and what helps', async () => {
    const { path } = await said({
      ...RESULT,
      path: {
        criteria: ['german', 'care'],
        offers: 3,
        changes: [{ criterion: 'care', change: CHANGES['care earlier']! }],
      },
    });
    expect(path).toEqual([
      'Bei 3 Angeboten passen zwei Dinge nicht: das Deutsch-Niveau und die Betreuung.',
      'Wenn die Betreuung von Kind 1 schon 30 Minuten früher beginnt, ist ein Teil davon gelöst. Fragen Sie dort, wo Ihr Kind betreut wird.',
    ]);
  });

  test('tells a home outside with a known point from one without', async () => {
    const outside = (placed: boolean) => ({
      ...RESULT,
      assumptions: [{ id: 'home-outside' as const, facts: { placed } }],
    });
    expect((await said(outside(true))).assumptions).toEqual([
      'Ihr Wohnort liegt außerhalb der Region. Wir rechnen trotzdem von dort.',
    ]);
    expect((await said(outside(false))).assumptions).toEqual([
      'Ihr Wohnort liegt außerhalb der Region. Die Wege von dort kennen wir nicht.',
    ]);
  });

  test('has a sentence of its own for each criterion that leaves offers out', async () => {
    const excluded = CRITERIA.map((criterion) => ({ criterion, count: 2 }));
    expect(new Set((await said({ ...RESULT, excluded })).excluded).size).toBe(CRITERIA.length);
  });
});
