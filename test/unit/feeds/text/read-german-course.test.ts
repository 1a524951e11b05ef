import { describe, expect, it } from 'vitest';
import { readGermanCourse, type GermanCourseText } from '../../../../shared/feeds/text/read-german-course.ts';

const read = (own: Partial<GermanCourseText>) =>
  readGermanCourse({ title: 'Deutsch B1.1', subtitle: '', text: '', keywords: [], event: 'Kurs', ...own });

describe('readGermanCourse', () => {
  it.each([
    ['Deutsch B1.1', { to: 'B1' }],
    ['Deutsch B1.2', { to: 'B1' }],
    ['Deutsch A1.1 - A1.2', { to: 'A1' }],
    ['Deutsch A1-A2', { from: 'none', to: 'A2' }],
    ['Deutsch A2-B1', { from: 'A1', to: 'B1' }],
    ['Deutsch A2/B1', { from: 'A2', to: 'B1' }],
  ])('takes the level of the title for what is taught: %s', (title, teaches) => {
    expect(read({ title })).toEqual({ teaches, differs: false });
  });

  it('looks into the subtitle, then the keywords, where the title names no level', () => {
    expect(read({ title: 'Deutsch', subtitle: 'Stufe A2' }).teaches).toEqual({ to: 'A2' });
    expect(read({ title: 'Deutsch', keywords: ['level_B1'] }).teaches).toEqual({ to: 'B1' });
  });

  it('lets the title win over a keyword that says otherwise, and tells', () => {
    expect(read({ title: 'Deutsch B1.1', keywords: ['A1'] })).toEqual({
      teaches: { to: 'B1' },
      differs: true,
    });
  });

  it('begins where the text says', () => {
    expect(read({ text: 'Voraussetzung: Kenntnisse im Umfang der Stufe A2' }).teaches).toEqual({
      from: 'A2',
      to: 'B1',
    });
  });

  it.each([
    ['a title with "ab"', { title: 'Gesprächstraining ab B2', keywords: ['B2'] }, 'B2'],
    [
      'conversation at the level asked for',
      { title: 'Deutsch B2 - Konversation', text: 'Für Teilnehmende ab der Niveaustufe B2.' },
      'B2',
    ],
    ['a stated entry without a level taught', { title: 'Deutsch im Beruf', text: 'Voraussetzung: B1' }, 'B1'],
  ])('teaches no level but needs one: %s', (_, own, needs) => {
    expect(read(own)).toMatchObject({ needs });
    expect(read(own).teaches).toBeUndefined();
  });

  it.each([
    ['Orientierungskurs B1', ['level_B1'], 'B1'],
    ['Deutsch für Frauen - Orientierungskurs', ['A2', 'B1'], 'B1'],
    ['Orientierungskurs A2', [], 'A2'],
  ])('needs a level for an orientation course, which teaches none: %s', (title, keywords, needs) => {
    expect(read({ title, keywords })).toEqual({ needs, differs: false });
  });

  it('does not take the keyword "Orientierungskurs" for one, as language courses carry it too', () => {
    expect(read({ title: 'Deutsch B1.2', keywords: ['B1', 'Orientierungskurs'] }).teaches).toEqual({
      to: 'B1',
    });
  });

  it.each([
    [{ title: 'Deutsch DTZ-Prüfungstraining', keywords: ['A2', 'B1'] }, 'A2'],
    [{ title: 'Deutsch C1 - Vorbereitung auf das telc-Zertifikat' }, 'B2'],
    [{ title: 'Deutsch B2', event: 'Prüfungsbezogener Kurs' }, 'B1'],
  ])('needs one level below the exam for exam training: %s', (own, needs) => {
    expect(read(own)).toEqual({ needs, differs: false });
  });

  it('teaches up to A2 in a literacy course', () => {
    expect(read({ title: 'Deutsch Lesen und Schreiben - Alpha I' }).teaches).toEqual({
      from: 'none',
      to: 'A2',
    });
    expect(read({ title: 'Deutsch A1.1', keywords: ['Alphabetisierung'] }).teaches).toEqual({ to: 'A1' });
  });

  it('knows nothing where nothing is said, of an orientation course neither', () => {
    expect(read({ title: 'Deutsch im Park' })).toEqual({ differs: false });
    expect(read({ title: 'Deutsch Orientierungskurs' })).toEqual({ differs: false });
  });
});
