import { describe, expect, it } from 'vitest';
import { readChildcare } from '../../../../shared/feeds/text/read-childcare.ts';

describe('childcare in a text', () => {
  it.each([
    ['Mit Kinderbetreuung.', { during: false }],
    ['Wir bieten eine kostenlose Kinderbetreuung.', { during: false }],
    ['Kursbegleitende Kinderbetreuung ist vorhanden.', { during: true }],
    ['Kinderbetreuung wird während des Unterrichts angeboten', { during: true }],
    [
      'Kinder von 1 bis 6 Jahren werden während des Kurses betreut.',
      { during: true, ages: { fromMonths: 12, toMonths: 72 } },
    ],
    [
      'Kinderbetreuung vor Ort für Kinder von 6 bis 36 Monaten',
      { during: false, ages: { fromMonths: 6, toMonths: 36 } },
    ],
  ])('is offered plainly: %j', (text, care) => {
    expect(readChildcare(text)).toEqual({ state: 'offered', ...care });
  });

  it.each([
    'Keine Kinderbetreuung.',
    'Leider ist Kinderbetreuung derzeit nicht vorhanden.',
    'Der Kurs findet ohne Kinderbetreuung statt',
  ])('is denied: %j', (text) => {
    expect(readChildcare(text)).toEqual({ state: 'not-offered' });
  });

  it.each([
    'Kinderbetreuung auf Anfrage.',
    'Kinderbetreuung nach Absprache möglich',
    'Kinderbetreuung kann organisiert werden.',
    'Wir helfen bei der Suche nach Kinderbetreuung.',
    'Kosten für Kinderbetreuung werden übernommen.',
    'Eine gesicherte Kinderbetreuung ist Voraussetzung.',
    'Sie arbeiten in der Kinderbetreuung.',
    'Ausbildung zur Fachkraft für Kinderbetreuung',
    'Kinderbetreuung',
    'Mit Kinderbetreuung. Kinderbetreuung bitte auf Anfrage.',
  ])('is not counted: %j', (text) => {
    expect(readChildcare(text)).toEqual({ state: 'unclear' });
  });

  it.each(['', 'Für Eltern mit Kindern.', 'Persönliche Betreuung', 'Betreuung nach § 53b'])(
    'is not spoken of: %j',
    (text) => {
      expect(readChildcare(text)).toEqual({ state: 'none' });
    },
  );

  it('takes one end of an age for no range', () => {
    expect(readChildcare('Mit Kinderbetreuung für Kinder ab 3 Jahren')).toEqual({
      state: 'offered',
      during: false,
    });
  });
});
