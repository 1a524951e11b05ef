import type { Audience, Field, Funding, Goal } from '../../domain/offer/terms.ts';

/** What a course of a DVV category serves; a longer category beats a shorter one that it begins with. */
type CategoryMeaning = { readonly goals: readonly Goal[]; readonly fields?: readonly Field[] };

/**
 * The DVV categories (scheme 2.0, as in the Berlin feed). Leisure serves no goal: such courses stay in the catalogue and can
 * be browsed, but are no answer to somebody who wants to work or learn for work. 4.04 is German here (all 121 such
 * courses carry the keyword "Deutsch Fremdsprache", no other does; 4.22 is Spanish).
 */
export const CATEGORIES: Readonly<Record<string, CategoryMeaning>> = {
  '1': { goals: [] }, // politics, society, environment
  '2': { goals: [] }, // culture, arts
  '3': { goals: [] }, // health
  '4': { goals: [] }, // languages
  '4.04': { goals: ['german'] },
  '5': { goals: ['further-training'] }, // work, IT, organisation: soft skills suit every field of work
  '5.01': { goals: ['further-training'], fields: ['it'] },
  '5.02': { goals: ['further-training'], fields: ['it'] },
  '5.03': { goals: ['further-training'], fields: ['it'] },
  '5.04': { goals: ['further-training'], fields: ['office'] },
  '5.07': { goals: ['further-training'], fields: ['office'] },
  '6': { goals: ['school-certificate'] }, // school certificates, access to higher education
  '7': { goals: [] }, // basic education in daily life
  '7.04': { goals: ['orientation'] }, // work and change of work
};

/** Words of title and subtitle that add a goal. */
export const TITLE_GOALS: readonly { readonly words: RegExp; readonly goal: Goal }[] = [
  { words: /zurück in den beruf|wiedereinstieg/iu, goal: 'return-to-work' },
  { words: /berufliche (?:neu)?orientierung|berufliche veränderung/iu, goal: 'orientation' },
];

/** Keywords and kinds of event that say who pays or frees from work; compared in lower case, from the start of the word. */
export const KEYWORD_FUNDINGS: readonly { readonly begins: string; readonly funding: Funding }[] = [
  { begins: 'bamf', funding: 'bamf' },
  { begins: 'bildungsurlaub', funding: 'bildungsurlaub' },
  { begins: 'besonderheit_bildungszeit', funding: 'bildungsurlaub' },
  // "Bildungsprämie" stays unused: the federal programme ended in 2021.
];

/** The field `zielgruppe`; `undefined` = a group that says nothing. Only this field makes a course meant for somebody. */
export const AUDIENCES_BY_TARGET: ReadonlyMap<string, Audience | undefined> = new Map<
  string,
  Audience | undefined
>([
  ['Menschen mit Migrationshintergrund', 'migrants'],
  ['Frauen', 'women'],
  ['Ältere', 'older'],
  ['Jugendliche', 'youth'],
  ['Kinder', 'children'],
  ['Analphabet/inn/en', 'literacy-learners'],
  ['Menschen mit Behinderung', 'people-with-disabilities'],
  ['Andere Adressaten-gruppen', undefined],
  ['Andere Adressatengruppen', undefined],
]);

/** Keywords that name a language of instruction. "Fragen auf …" is no such word: one may only ask in that language. */
export const LANGUAGES_BY_KEYWORD: ReadonlyMap<string, string> = new Map([
  ['deutsch fremdsprache', 'de'],
  ['auf englisch', 'en'],
  ['auf spanisch', 'es'],
  ['auf französisch', 'fr'],
]);
