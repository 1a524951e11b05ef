/**
 * The columns of the table a provider fills in, in their order. `id`, `title` and `textState` are ours and are sent back as
 * they are; of an offer with several slots each further row has the id and its own days, from and to.
 */
export const COLUMNS = {
  id: 'Kennung',
  title: 'Titel',
  textState: 'Textstand',
  days: 'Tage',
  from: 'von',
  to: 'bis',
  missing: 'Teile ohne Zeiten',
  childcare: 'Kinderbetreuung',
  careDays: 'Betreuung Tage',
  careFrom: 'Betreuung von',
  careTo: 'Betreuung bis',
  ageFrom: 'Kinder ab (Monate)',
  ageTo: 'Kinder bis (Monate)',
  carePlaces: 'freie Betreuungsplätze',
  careCost: 'Kosten der Betreuung (Euro)',
  german: 'Deutsch zu Beginn',
  absence: 'Regel bei Fehlzeiten',
} as const;

export type Column = keyof typeof COLUMNS;

/** Columns in their order. */
export const COLUMN_NAMES: readonly Column[] = [
  ...(['id', 'title', 'textState', 'days', 'from', 'to', 'missing', 'childcare', 'careDays'] as const),
  ...(['careFrom', 'careTo', 'ageFrom', 'ageTo', 'carePlaces', 'careCost', 'german', 'absence'] as const),
];

/** Words for parts whose times are not known; `keine` says that there are none. */
export const MISSING_WORDS = {
  Berufsschule: 'vocational-school',
  Praktikum: 'practical-part',
  Schichten: 'shifts',
  'weitere Termine': 'session-times',
  Sonstiges: 'other',
} as const;

/** Words for childcare. */
export const CHILDCARE_WORDS = {
  during: 'während des Kurses',
  ownHours: 'zu eigenen Zeiten',
  none: 'nein',
} as const;

/** Words for German at the start. */
export const GERMAN_WORDS = { none: 'keins', native: 'Muttersprache' } as const;
export const NO_MISSING = 'keine';
