import { describe, expect, it } from 'vitest';
import { germanAsked } from '../../../../shared/feeds/text/read-german-asked.ts';

describe('German that requirements ask for', () => {
  it.each([
    ['Deutschkenntnisse mindestens B1', 'B1'],
    ['Sprachniveau B1.2 (GER)', 'B1'],
    ['Deutsch B2.1', 'B1'],
    ['Hauptschulabschluss. Deutschkenntnisse auf dem Niveau C1. Motivation', 'C1'],
    ['Sprachzertifikat B1/B2', 'B1'],
  ])('%j is %s', (text, level) => {
    expect(germanAsked(text)).toBe(level);
  });

  it.each([
    '',
    'B1',
    'Führerschein B, Deutschkenntnisse',
    'Englischkenntnisse B1, Deutsch als Muttersprache',
    'Deutsch B2 ist von Vorteil',
    'Deutsch B1 nicht erforderlich',
    'Ziel ist das Sprachniveau B2',
  ])('%j asks for none', (text) => {
    expect(germanAsked(text)).toBeUndefined();
  });
});
