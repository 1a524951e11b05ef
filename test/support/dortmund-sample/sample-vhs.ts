import {
  addDays,
  formatLocalDate,
  parseLocalDate,
  type LocalDate,
} from '../../../shared/domain/time/local-date.ts';
import { WEEKDAY_NAMES, weekdayOf } from '../../../shared/domain/time/weekday.ts';
import { marked, placeAt } from './sample-places.ts';

/** A course of the programme, see COURSES for what its columns mean. */
type Course = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly code: string;
  readonly words: readonly string[];
  readonly when: string;
  readonly first: string;
  readonly sessions: number;
  readonly at: string;
  readonly taken: string;
  readonly price: string;
  readonly target: string;
  readonly text: string;
};

/**
 * The programme, a course on each line: number, title, subtitle, DVV category, keywords, days and hours, first day, sessions,
 * where, taken of all places, price, target group (or `Bildungsurlaub` as kind of event), text.
 */
const COURSES: readonly Course[] = `
270101 | Deutsch A1.1 | Intensivkurs am Vormittag | 4.04 | A1, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th 09:00-12:15 | 2027-01-11 | 40 | 44137/0/21 | 11/20 | 320.00 | Menschen mit Migrationshintergrund | Für alle, die neu anfangen. Fünf Unterrichtsstunden am Tag.
270102 | Deutsch A1.2 | Intensivkurs am Vormittag | 4.04 | A1, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th 09:00-12:15 | 2027-04-12 | 40 | 44137/0/21 | 3/20 | 320.00 | Menschen mit Migrationshintergrund | Fortsetzung von A1.1.
270103 | Deutsch A2.1 | Vormittagskurs für Eltern | 4.04 | A2, Deutsch Fremdsprache, SPRACHEN | mo,we,fr 08:45-11:45 | 2027-01-18 | 36 | 44145/5/20 | 14/18 | 0.00 | Menschen mit Migrationshintergrund | Beginn nach dem Bringen der Kinder. Die Teilnahme ist kostenfrei.
270104 | Deutsch A2.2 | am Abend | 4.04 | A2, Deutsch Fremdsprache, SPRACHEN | tu,th 18:00-21:00 | 2027-01-19 | 24 | 44135/0/30 | 9/18 | 198.00 |  | Für Berufstätige.
270105 | Deutsch B1.1 | Vormittagskurs | 4.04 | B1, Deutsch Fremdsprache, SPRACHEN | mo,tu,th,fr 08:30-12:00 | 2027-01-11 | 40 | 44145/3/16 | 12/20 | 320.00 | Menschen mit Migrationshintergrund | Mit dem Ziel der Prüfung B1 im Sommer.
270106 | Deutsch B1.2 | Vormittagskurs | 4.04 | B1, Deutsch Fremdsprache, SPRACHEN | mo,tu,th,fr 08:30-12:00 | 2027-04-12 | 36 | 44145/3/16 | 20/20 | 320.00 | Menschen mit Migrationshintergrund | Fortsetzung von B1.1, Warteliste möglich.
270107 | Deutsch B2.1 | Intensivkurs | 4.04 | B2, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th,fr 09:00-13:00 | 2027-02-08 | 50 | 44137/2/33 | 10/18 | 410.00 |  | Zügiges Lerntempo.
270108 | Deutsch B2.2 | am Abend | 4.04 | B2, Deutsch Fremdsprache, SPRACHEN | mo,we 18:15-21:15 | 2027-02-15 | 26 | 44263/2/12 | 6/16 | 215.00 |  | Für Berufstätige und Studierende.
270109 | Deutsch C1.1 | am Vormittag | 4.04 | C1, Deutsch Fremdsprache, SPRACHEN | tu,th 09:00-12:15 | 2027-02-16 | 30 | 44137/2/33 | 5/16 | 260.00 |  | Texte aus Studium und Beruf.
270110 | Deutsch C1 für den Beruf | online | 4.04 | C1, Deutsch Fremdsprache, SPRACHEN | tu,th 19:00-20:30 | 2027-03-02 | 22 | online | 8/14 | 145.00 |  | Videokonferenz, dazwischen Aufgaben.
270111 | Deutsch A1 für Frauen | Lernen im Stadtteil | 4.04 | A1, Deutsch Fremdsprache, SPRACHEN | tu,th 09:00-11:30 | 2027-01-19 | 40 | 44328/0/40 | 7/14 | 60.00 | Frauen | Frauen unter sich, ruhiges Tempo.
270112 | Lesen und Schreiben von Anfang an | Alphabetisierung | 4.04 | Alphabetisierung, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th 09:00-12:00 | 2027-01-18 | 44 | 44145/0/9 | 8/12 | 0.00 | Analphabet/inn/en | Entgeltfrei.
270113 | Integrationskurs, Modul 4 (B1.1) |  | 4.04 | B1, BAMF-Kurs, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th,fr 13:00-17:00 | 2027-01-25 | 25 | 44147/0/55 | 13/20 | 229.00 | Menschen mit Migrationshintergrund | Berechtigungsschein oder Selbstzahlung.
270114 | Integrationskurs, Modul 1 (A1.1) |  | 4.04 | A1, BAMF-Kurs, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th,fr 08:30-12:30 | 2027-02-01 | 25 | 44147/0/55 | 15/20 | 229.00 | Menschen mit Migrationshintergrund | Berechtigungsschein oder Selbstzahlung.
270115 | Orientierungskurs Leben in Deutschland |  | 4.04 | B1, BAMF-Kurs, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th,fr 08:30-12:30 | 2027-05-31 | 20 | 44147/0/55 | 4/20 | 229.00 | Menschen mit Migrationshintergrund | Abschluss des Integrationskurses.
270116 | Prüfungstraining telc B2 |  | 4.04 | Prüfungstraining, B2, Deutsch Fremdsprache, SPRACHEN | sa 09:30-14:30 | 2027-03-06 | 4 | 44135/0/30 | 6/12 | 88.00 |  | Vier Samstage.
270117 | Deutsch B1 in den Osterferien |  | 4.04 | B1, Deutsch Fremdsprache, SPRACHEN | mo,tu,we,th 09:00-13:00 | 2027-03-22 | 8 | 44137/0/21 | 5/16 | 96.00 |  | Auffrischung in zwei Wochen.
270118 | Deutsch B1.1 | Nachmittagskurs in Hörde | 4.04 | B1, Deutsch Fremdsprache, SPRACHEN | mo,we 14:00-17:15 | 2027-02-01 | 34 | 44263/2/12 | 9/18 | 245.00 |  | Zwei Nachmittage in der Woche.
270119 | Deutsch B1.1 | Vormittagskurs in Mengede | 4.04 | B1, Deutsch Fremdsprache, SPRACHEN | tu,th 09:00-12:00 | 2027-02-02 | 36 | 44359/1/30 | 0/16 | 210.00 |  | Zwei Vormittage in der Woche.
270120 | Zurück in den Beruf | Neustart nach der Familienzeit | 7.04 | BERUF | tu,th 09:00-12:30 | 2027-02-09 | 12 | 44137/1/40 | 8/14 | 48.00 | Frauen | Stärken, Bewerbung, Rechte bei der Rückkehr.
270121 | Berufliche Orientierung mit 30, 40, 50 |  | 7.04 | BERUF | sa 10:00-15:00 | 2027-02-20 | 3 | 44137/1/40 | 4/12 | 66.00 |  | Drei Samstage.
270122 | Hauptschulabschluss nachholen | Vormittagslehrgang | 6 | SCHULE | mo,tu,we,th,fr 08:30-13:00 | 2027-02-01 | 95 | 44145/6/12 | 16/24 | 0.00 |  | Der Lehrgang ist gebührenfrei. Bücher werden geliehen.
270123 | Hauptschulabschluss nachholen | Abendlehrgang | 6 | SCHULE | mo,tu,we,th 17:30-20:45 | 2027-02-01 | 80 | 44137/3/15 | 13/24 | 0.00 |  | Der Lehrgang ist gebührenfrei.
270124 | Mittlere Reife nachholen | Vormittagslehrgang | 6 | SCHULE | mo,tu,we,th,fr 08:30-13:45 | 2027-09-06 | 120 | 44145/6/12 | 2/24 | 0.00 |  | Der Lehrgang ist gebührenfrei.
270125 | Fachabitur am Vormittag, Infotermin und Einstieg |  | 6 | SCHULE | we 10:00-12:00 | 2027-05-12 | 3 | 44137/3/15 | 3/30 | 0.00 |  | Kostenfrei.
270126 | Word und Excel für den Wiedereinstieg |  | 5.01 | EDV | mo,we 09:00-12:00 | 2027-01-25 | 8 | 44137/1/40 | 7/12 | 92.00 |  | Für alle, die länger nicht im Büro waren.
270127 | Excel Aufbau | Bildungsurlaub | 5.01 | Bildungsurlaub | mo,tu,we,th,fr 09:00-16:00 | 2027-03-08 | 5 | 44137/1/40 | 9/12 | 210.00 | Bildungsurlaub | Eine Woche am Stück.
270128 | Finanzbuchführung 1 |  | 5.04 | BERUF | tu 17:30-20:45 | 2027-02-09 | 15 | 44135/0/30 | 8/14 | 298.00 |  | Mit bundesweitem Zertifikat.
270129 | Finanzbuchführung 1 | am Vormittag | 5.04 | BERUF | th 08:45-12:00 | 2027-02-11 | 15 | 44263/3/10 | 4/14 | 135.00 |  | Mit bundesweitem Zertifikat.
270130 | Python für Einsteigerinnen und Einsteiger | online | 5.02 | EDV | we 19:00-21:00 | 2027-02-17 | 10 | online | 11/16 | 129.00 |  | Mit eigenem Rechner.
270131 | Tabellen und Texte am Smartphone |  | 5.01 | EDV | fr 09:30-11:30 | 2027-02-12 | 6 | 44339/1/80 | 5/10 | 36.00 |  | Im Stadtteil Eving.
270132 | Büro kompakt: Schreiben, Ablage, Telefon |  | 5.04 | BERUF | mo,tu,we 08:30-12:30 | 2027-04-19 | 18 | 44225/1/30 | 6/12 | 140.00 |  | Grundlagen für die Büroassistenz.
270133 | Kinderpflege kennenlernen | Einblick in den Beruf | 5 | BERUF | fr 09:00-12:00 | 2027-01-15 | 4 | 44263/0/50 | 3/12 | 20.00 |  | Mit einem Besuch in einer Kita.
270134 | Yoga am Morgen |  | 3 | GESUNDHEIT | mo 09:00-10:30 | 2027-01-18 | 12 | 44225/1/30 | 12/14 | 78.00 |  | Bitte Matte mitbringen.
270135 | Nähen für Anfängerinnen und Anfänger |  | 2 | KULTUR | tu 18:30-21:00 | 2027-02-02 | 8 | 44149/2/20 | 6/8 | 84.00 |  | Nähmaschinen sind da.
270136 | Existenzgründung in Teilzeit |  | 5 | BERUF | sa 09:30-16:30 | 2027-04-24 | 2 | 44137/1/40 | 5/14 | 74.00 |  | Zwei Samstage.
`
  .trim()
  .split('\n')
  .map(courseOfLine);

function courseOfLine(line: string): Course {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length !== 13) throw new Error(`not thirteen columns: ${line}`);
  const [id = '', title = '', about = '', code = '', words = '', when = '', first = ''] = cells;
  const [sessions = '', at = '', taken = '', price = '', target = '', text = ''] = cells.slice(7);
  const own = { id, title, about, code, words: words.split(', '), when, first };
  return { ...own, sessions: Number(sessions), at, taken, price, target, text };
}

/** Single days and weeks in which this school does not teach; the first of each pair to the last. */
const BREAKS = [
  '2027-02-08/2027-02-08',
  '2027-03-22/2027-04-03',
  '2027-05-06/2027-05-07',
  '2027-05-17/2027-05-18',
  '2027-05-27/2027-05-28',
  '2027-07-19/2027-08-31',
  '2027-10-23/2027-11-06',
];

function dateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function sessionsOf({ when, first, sessions }: Course): readonly object[] {
  const [days = '', hours = ''] = when.split(' ');
  const [from = '', to = ''] = hours.split('-');
  const start = dateOf(first);
  const isFree = (date: LocalDate) =>
    BREAKS.some((range) => {
      const [begin = '', end = ''] = range.split('/');
      // A course that begins in the holidays is held in them.
      return date >= dateOf(begin) && date <= dateOf(end) && start < dateOf(begin);
    });
  const found: object[] = [];
  for (let date = start; found.length < sessions; date = addDays(date, 1)) {
    if (!days.split(',').includes(WEEKDAY_NAMES[weekdayOf(date)]) || isFree(date)) continue;
    found.push({ beginn_datum: formatLocalDate(date), beginn_uhrzeit: from, ende_uhrzeit: to });
  }
  return found;
}

function recordOf(course: Course): object {
  const [taken = '', room = ''] = course.taken.split('/');
  const isLeave = course.target === 'Bildungsurlaub';
  const sessions = sessionsOf(course);
  const address = course.at === 'online' ? { lehrstaette: 'Online' } : addressOf(course.at);
  return {
    guid: course.id,
    name: marked(course.title),
    ...(course.about !== '' && { untertitel: course.about }),
    bezirk: marked('Westfalenhof'),
    dvv_kategorie: { '@version': '2.0', '#text': course.code },
    veranstaltungsart: isLeave ? course.target : 'Kurs',
    aktuelle_teilnehmerzahl: taken,
    maximale_teilnehmerzahl: room,
    ...(course.target !== '' && !isLeave && { zielgruppe: course.target }),
    schlagwort: course.at === 'online' ? [...course.words, 'ONLINE'] : course.words,
    text: [{ eigenschaft: 'Beschreibung', text: course.text }],
    ortetermine: { adresse: sessions.map(() => address), termin: sessions },
    preis: {
      betrag: course.price,
      rabatt_moeglich: 'true',
      zusatz: course.price === '0.00' ? null : 'Ermäßigung mit Dortmund-Pass',
    },
    ...(course.at === 'online' && {
      merkmale: { merkmal: { name: 'kursart_digital', wert: 'online_angebot' } },
    }),
  };
}

function addressOf(spot: string): object {
  const { street, postcode, city, point } = placeAt(spot);
  return {
    lehrstaette: 'Lernhaus',
    plz: postcode,
    ort: city,
    strasse: street,
    laengengrad: String(point.lon),
    breitengrad: String(point.lat),
    behindertenzugang: String(spot.startsWith('44137') || spot.startsWith('44263')),
  };
}

/** The occupancy file beside that programme, which says of every course what the programme says. */
export function sampleOccupancyXml(): string {
  const lines = COURSES.map(({ id, taken }) => {
    const [now = '', most = ''] = taken.split('/');
    return (
      `<veranstaltung><guid>${id}</guid><aktuelle_teilnehmerzahl>${now}</aktuelle_teilnehmerzahl>` +
      `<maximale_teilnehmerzahl>${most}</maximale_teilnehmerzahl></veranstaltung>`
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<veranstaltungen>\n${lines.join('\n')}\n</veranstaltungen>\n`;
}

/** The programme of a Volkshochschule in the JSON dialect of Open-vhs, a course on each line. */
export function sampleVhsJson(): string {
  const lines = COURSES.map((course) => JSON.stringify(recordOf(course)));
  return `{"veranstaltungen":{"veranstaltung":[\n${lines.join(',\n')}\n]}}\n`;
}
