import { describe, expect, it } from 'vitest';
import { readAudiences } from '../../../../shared/feeds/text/read-audiences.ts';

describe('groups a text is for', () => {
  it.each([
    ['Frauen', ['women']],
    ['Arbeitslose und Arbeitsuchende', ['jobseekers']],
    ['Alleinerziehende, Arbeitslose, Beschäftigte', ['single-parents', 'jobseekers', 'employees']],
    ['Mütter und Väter', ['women', 'parents']],
    ['Geflüchtete / Menschen mit Migrationshintergrund', ['migrants']],
    ['Ältere', ['older']],
    ['Menschen mit Behinderung', ['people-with-disabilities']],
  ])('%j are %j', (text, groups) => {
    expect(readAudiences(text)).toEqual(groups);
  });

  it.each([
    '',
    'Arbeitslose und alle Interessierten',
    'Insbesondere Frauen',
    'Überwiegend Frauen',
    'Frauen und Männer',
    'auch für Beschäftigte',
    'Pflegekräfte, Arbeitslose',
    'Erwerbslose mit technischem Interesse und analytischen Fähigkeiten',
    'Kinder',
    'Nicht für Beschäftigte',
  ])('%j names none alone', (text) => {
    expect(readAudiences(text)).toEqual([]);
  });
});
