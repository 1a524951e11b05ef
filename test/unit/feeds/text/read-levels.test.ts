import { describe, expect, it } from 'vitest';
import { levelAsked, levelsNamed, levelsTagged } from '../../../../shared/feeds/text/read-levels.ts';

describe('levelsNamed', () => {
  it.each([
    ['Deutsch B1', 'B1', 'B1', false],
    ['Deutsch B1.2 Allgemeiner Integrationskurs', 'B1', 'B1', false],
    ['Deutsch - Grundstufe A1.1 - A1.2, Modul 3', 'A1', 'A1', false],
    ['Deutsch A1-A2', 'A1', 'A2', false],
    ['Deutsch A2/B1 Konversation', 'A2', 'B1', true],
    ['Deutsch B1/B1.2', 'B1', 'B1', false],
    ['Stufe A2.2.', 'A2', 'A2', false],
  ])('reads %s', (text, low, high, isStep) => {
    expect(levelsNamed(text)).toEqual({ low, high, isStep });
  });

  it.each(['Deutsch Orientierungskurs', 'Deutsch Alphabetisierung W9', 'Raum B12', 'Vitamin B1x', 'ab1'])(
    'reads no level in %s',
    (text) => {
      expect(levelsNamed(text)).toBeUndefined();
    },
  );
});

describe('levelsTagged', () => {
  it('reads B1 and level_B1 and nothing else', () => {
    expect(levelsTagged(['level_B1', 'SPRACHEN', 'A2', 'Grammatik B2'])).toEqual({
      low: 'A2',
      high: 'B1',
      isStep: false,
    });
    expect(levelsTagged(['SPRACHEN', 'level_anfänger'])).toBeUndefined();
  });
});

describe('levelAsked', () => {
  it.each([
    ['Gesprächstraining für Alltag und Beruf ab B2', 'B2'],
    ['Deutsch mit Vorkenntnissen B1', 'B1'],
    ['Voraussetzung: Kenntnisse im Umfang der abgeschlossenen Stufe A2', 'A2'],
    ['Voraussetzung: Sprachkenntnisse im Umfang der Stufe B1', 'B1'],
    ['Teilnehmende müssen über Kenntnisse auf der Stufe B1 verfügen.', 'B1'],
    ['Der Kurs richtet sich an Teilnehmende ab der Niveaustufe B2, die sprechen wollen', 'B2'],
    ['muttersprachliche oder mind. GER C1 Sprachkompetenz', 'C1'],
    ['Voraussetzung: Kenntnisse im Umfang der Stufe A2.1', 'A1'],
    ['Voraussetzung: Sie haben B2.1 und B2.2 schon einmal absolviert', 'B2'],
    ['Für Teilnehmer/innen, die die Stufe B1.1 besucht haben', 'A2'],
  ])('reads "%s"', (text, level) => {
    expect(levelAsked(text)).toBe(level);
  });

  it.each([
    'Deutsch B1',
    'als Zulassungsvoraussetzung anerkannt für C1',
    'schließt mit dem Test ab.\n\nLehrbuch: Menschen B1',
    'schließt mit dem Test ab\nLehrbuch: Menschen B1',
    'ab 14 Jahren, Niveau A2',
    'Technische Voraussetzungen: Sie benötigen einen Laptop. Niveau B1',
  ])('reads no requirement in "%s"', (text) => {
    expect(levelAsked(text)).toBeUndefined();
  });
});
