/** A column map in which nothing is wrong: a CSV list of places with opening hours, ages and free places. */
export function nurseryMap(own: object = {}): Record<string, unknown> {
  return {
    offers: 'childcare',
    file: { form: 'csv', separator: ';' },
    id: { as: 'column', from: 'nr' },
    title: { as: 'text', from: 'name' },
    timesText: { as: 'text', from: 'bemerkung' },
    provider: { as: 'text', from: 'traeger' },
    place: {
      street: { as: 'text', from: 'strasse' },
      postcode: { as: 'text', from: 'plz' },
      city: { as: 'constant', value: 'Berlin' },
    },
    care: {
      kind: { as: 'words', from: 'art', words: { Kita: 'kita', Tagespflege: 'childminder' } },
      ages: { as: 'range', from: { as: 'months', from: 'ab' }, to: { as: 'years-to-end', from: 'bis' } },
      openings: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], hours: { as: 'clock-range', from: 'zeiten' } }],
      free: { as: 'integer', from: 'frei' },
      places: { as: 'integer', from: 'plaetze' },
      asOf: { as: 'date', from: 'stand' },
    },
    stepFree: { as: 'yes-no', from: 'stufenfrei', yes: ['ja', 'x'], no: ['nein'] },
    ...own,
  };
}

const COLUMNS = [
  ...['nr', 'name', 'traeger', 'strasse', 'plz', 'art', 'ab', 'bis'],
  ...['zeiten', 'frei', 'plaetze', 'stand', 'stufenfrei', 'bemerkung'],
];
const NURSERY: Readonly<Record<string, string>> = {
  nr: '7',
  name: 'Kita Kanalufer',
  traeger: 'Kitaverein e.V.',
  strasse: 'Donaustraße 1',
  plz: '12045',
  art: 'Kita',
  ab: '12',
  bis: '5',
  zeiten: '07:00-16:30',
  frei: '3',
  plaetze: '60',
  stand: '17.03.2025',
  stufenfrei: 'ja',
};

/** The CSV text of such a list with one row; whatever a test needs otherwise goes into `own`. */
export function nurseryCsv(own: Readonly<Record<string, string>> = {}): string {
  const row = { ...NURSERY, ...own };
  return `${COLUMNS.join(';')}\n${COLUMNS.map((column) => row[column as keyof typeof row] ?? '').join(';')}\n`;
}
