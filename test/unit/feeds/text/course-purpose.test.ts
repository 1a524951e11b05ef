import { describe, expect, it } from 'vitest';
import { careKindOf } from '../../../../shared/feeds/text/care-kind.ts';
import { readCoursePurpose } from '../../../../shared/feeds/text/course-purpose.ts';

const read = (
  title: string,
  own: { text?: string; keywords?: readonly string[]; requirements?: string } = {},
) => readCoursePurpose({ title, text: '', keywords: [], requirements: '', ...own });

describe('what a course is for', () => {
  it.each([
    ['Deutsch B1 am Vormittag', ['german']],
    ['Allgemeiner Integrationskurs', ['german']],
    ['Umschulung Fachinformatik', ['retraining']],
    ['Hauptschulabschluss nachholen', ['school-certificate']],
    ['Wiedereinstieg: zurück in den Beruf', ['return-to-work']],
    ['Weiterbildung Buchhaltung', ['further-training']],
    ['Yoga am Abend', []],
    ['Deutschland im Film', []],
  ])('%s', (title, goals) => {
    expect(read(title).goals).toEqual(goals);
  });

  it('is read from title and keywords, never from the text around them', () => {
    expect(read('Yoga', { text: 'Nach einer Umschulung entspannen' }).goals).toEqual([]);
    expect(read('Kurs 7', { keywords: ['Umschulung'] }).goals).toEqual(['retraining']);
  });

  it('names a level that is taught, and where that was read', () => {
    expect(read('Deutsch B1')).toMatchObject({
      teaches: { german: { to: 'B1' } },
      provenance: [{ fact: 'teaches', from: 'text' }],
    });
  });

  it('names a level that is asked for', () => {
    expect(read('Weiterbildung Pflege', { requirements: 'Deutschkenntnisse mindestens B2' }).needs).toEqual({
      german: 'B2',
    });
    expect(read('Weiterbildung Pflege', { requirements: 'Englisch B2' }).needs).toEqual({});
  });

  it('names funding unless it is denied', () => {
    expect(read('Lehrgang', { text: 'Förderung mit Bildungsgutschein.' }).funding).toEqual([
      'bildungsgutschein',
    ]);
    expect(read('Lehrgang', { text: 'Leider kein Bildungsgutschein möglich.' }).funding).toEqual([]);
  });
});

it.each([
  ['Kindertagespflege Sonne', 'childminder'],
  ['OGS Nord', 'school-allday'],
  ['Kita am Kanal', 'kita'],
  ['Randzeitenbetreuung', 'other'],
  ['Nähkurs', undefined],
])('%s is childcare of the kind %s', (name, kind) => {
  expect(careKindOf([name])).toBe(kind);
});
