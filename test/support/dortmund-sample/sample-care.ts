import proj4 from 'proj4';
import { marked, placeAt, type Spot } from './sample-places.ts';

const UTM_32 = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';

/** Name, spot, ages in months, hours Monday to Thursday, Friday, free places of all, and what else is known. */
type CareRow = readonly [
  name: string,
  spot: Spot,
  ages: string,
  week: string,
  friday: string,
  free: string,
  own?: {
    readonly sat?: string;
    readonly booked?: string;
    readonly note?: string;
    readonly steps?: string;
    readonly fetches?: string;
  },
];

const KITAS: readonly CareRow[] = [
  ['Kita Hafenspatzen', '44147/0/61', '12-83', '07:00-17:00', '07:00-16:00', '2/75', { steps: 'ja' }],
  ['Kita Nordmarktkinder', '44145/5/24', '24-83', '07:15-16:15', '07:15-16:15', '0/90'],
  [
    'Kita Borsigblick',
    '44145/3/11',
    '4-83',
    '06:30-17:30',
    '06:30-16:30',
    '3/105',
    { steps: 'ja', note: 'Familienzentrum' },
  ],
  ['Kita Die Kleine Werft', '44147/2/38', '24-83', '07:00-16:30', '07:00-15:00', '-/60'],
  [
    'Kita Mallinckrodthof',
    '44145/7/102',
    '12-83',
    '07:00-17:00',
    '07:00-17:00',
    '1/80',
    { note: 'Randzeiten ab 06:00 nach Absprache' },
  ],
  ['Kita Saarlandwiese', '44139/2/77', '12-83', '07:15-16:15', '07:15-16:15', '-/65', { steps: 'ja' }],
  [
    'Kita Klinikum und Kinder',
    '44137/1/43',
    '4-83',
    '05:45-21:00',
    '05:45-20:00',
    '2/95',
    { sat: '06:00-20:00', steps: 'ja', note: 'Belegplätze auch für Familien aus dem Stadtteil' },
  ],
  ['Kita Möllerbrücke', '44137/2/12', '24-83', '07:30-16:30', '07:30-15:00', '0/50'],
  ['Kita Dorstfelder Wichtel', '44149/4/29', '12-83', '07:00-16:30', '07:00-16:30', '4/85', { steps: 'ja' }],
  ['Kita Am Dorney', '44149/0/52', '36-83', '07:15-14:30', '07:15-14:30', '3/45', { booked: '25/35' }],
  ['Kita Kaiserhain', '44135/0/18', '4-83', '07:00-17:00', '07:00-16:00', '1/70', { steps: 'ja' }],
  ['Kita Körner Kinderhaus', '44143/3/36', '12-83', '07:00-16:30', '07:00-16:30', '2/80'],
  [
    'Kita Gartenstadtzwerge',
    '44141/1/9',
    '24-83',
    '07:15-16:15',
    '07:15-14:15',
    '-/55',
    { note: 'Freitags bis 14:15, Spätdienst bis 16:00 nur mit Anmeldung' },
  ],
  ['Kita Evinger Platz', '44339/1/88', '4-83', '06:30-17:00', '06:30-16:00', '5/100', { steps: 'ja' }],
  ['Kita Minister-Stein-Bande', '44339/4/15', '24-83', '07:00-16:00', '07:00-16:00', '0/70'],
  ['Kita Buschei', '44328/0/47', '12-83', '07:00-16:30', '07:00-16:30', '2/90', { steps: 'ja' }],
  ['Kita Kirchderner Höhe', '44329/1/22', '36-83', '07:30-14:30', '07:30-14:30', '-/40', { booked: '25/35' }],
  ['Kita Hauptfriedhofseck', '44309/1/64', '12-83', '07:00-17:00', '07:00-16:00', '1/85'],
  ['Kita Wickeder Feld', '44319/2/31', '24-83', '07:00-16:30', '07:00-16:30', '3/75', { steps: 'ja' }],
  ['Kita Aplerbecker Markt', '44287/1/6', '12-83', '07:15-16:15', '07:15-16:15', '0/70'],
  [
    'Kita Schwerter Wald',
    '44289/0/19',
    '36-83',
    '08:00-13:30',
    '08:00-13:30',
    '2/20',
    { booked: '25', note: 'Waldkita, bei jedem Wetter draußen' },
  ],
  ['Kita Phönixkinder', '44263/2/14', '4-83', '06:30-18:00', '06:30-17:00', '2/110', { steps: 'ja' }],
  [
    'Kita Clarenberg',
    '44263/0/58',
    '12-83',
    '07:00-16:30',
    '07:00-16:30',
    '4/95',
    { steps: 'ja', note: 'Familienzentrum' },
  ],
  ['Kita Wellinghofer Bach', '44265/1/33', '24-83', '07:15-16:15', '07:15-15:15', '-/60'],
  ['Kita Berghofer Mark', '44269/1/27', '12-83', '07:00-16:30', '07:00-16:30', '1/65'],
  [
    'Kita Hombrucher Marktgasse',
    '44225/1/40',
    '12-83',
    '07:00-17:00',
    '07:00-16:00',
    '0/80',
    { steps: 'ja' },
  ],
  [
    'Kita Campuskäfer',
    '44227/2/8',
    '4-71',
    '07:30-18:00',
    '07:30-17:00',
    '3/60',
    { steps: 'ja', note: 'vor allem für Kinder von Studierenden, Randzeit bis 19:30 in der Prüfungszeit' },
  ],
  ['Kita Kirchhörder Eichen', '44229/0/12', '36-83', '07:30-16:00', '07:30-14:00', '-/45'],
  [
    'Kita Lütgendortmunder Hellweg',
    '44388/2/71',
    '12-83',
    '07:00-16:30',
    '07:00-16:30',
    '2/80',
    { steps: 'ja' },
  ],
  ['Kita Marten am Mühlenbach', '44379/3/17', '24-83', '07:00-16:00', '07:00-16:00', '1/70'],
  ['Kita Huckarder Bauernkinder', '44369/2/25', '12-83', '07:00-16:30', '07:00-16:30', '0/75'],
  ['Kita Deusener Deich', '44369/1/44', '24-83', '06:45-16:45', '06:45-15:45', '3/65', { steps: 'ja' }],
  ['Kita Mengeder Saalbau', '44359/3/9', '12-83', '07:00-16:30', '07:00-16:30', '-/85'],
  ['Kita Westerfilder Weg', '44357/2/53', '4-83', '07:00-17:00', '07:00-16:00', '2/90', { steps: 'ja' }],
];

const CHILDMINDERS: readonly CareRow[] = [
  ['Tagesmutter Nordstadt', '44145/1/14', '4-36', '07:30-16:00', '07:30-14:00', '1/5', { booked: '25/35' }],
  ['Tagesmutter Hafen', '44147/1/20', '4-36', '06:00-18:00', '06:00-18:00', '2/5', { booked: '25/35/45' }],
  ['Tagesvater Dorstfeld', '44149/2/33', '4-36', '08:00-16:00', '08:00-16:00', '0/5'],
  ['Großtagespflege Körne', '44143/1/5', '4-36', '07:00-17:00', '07:00-15:00', '2/9', { booked: '35/45' }],
  ['Tagesmutter Hörde', '44263/3/41', '4-36', '07:00-15:30', '07:00-15:30', '-/4'],
  ['Tagesmutter Eving', '44339/2/7', '4-36', '01:00-23:00', '01:00-23:00', '1/3'],
  ['Tagesmutter Barop', '44227/0/16', '2-36', '08:00-15:00', '08:00-13:00', '1/4', { booked: '25/35' }],
];

const SCHOOLS: readonly CareRow[] = [
  [
    'Ganztag an der Hafenschule',
    '44147/0/60',
    '72-131',
    '08:00-16:00',
    '08:00-15:00',
    '6/120',
    { note: 'Frühbetreuung ab 07:00 für 15 Kinder' },
  ],
  ['Ganztag an der Nordsternschule', '44145/6/18', '72-131', '08:00-16:00', '08:00-16:00', '0/140'],
  [
    'Ganztag an der Emscherschule',
    '44263/1/49',
    '72-131',
    '07:30-16:30',
    '07:30-15:00',
    '4/130',
    { steps: 'ja' },
  ],
  ['Ganztag an der Hellwegschule', '44319/1/14', '72-131', '08:00-16:00', '08:00-15:00', '-/110'],
  [
    'Ganztag an der Parkschule',
    '44225/3/59',
    '72-131',
    '08:00-16:00',
    '08:00-16:00',
    '3/100',
    { steps: 'ja' },
  ],
  [
    'Ganztag an der Westschule',
    '44137/0/45',
    '72-131',
    '07:30-16:30',
    '07:30-16:00',
    '5/150',
    { steps: 'ja' },
  ],
];

const EDGE_HOURS: readonly CareRow[] = [
  [
    'Eulennest Randzeitenbetreuung Nord',
    '44145/2/40',
    '12-143',
    '05:30-22:00',
    '05:30-22:00',
    '3/12',
    {
      sat: '06:00-18:00',
      fetches: 'ja',
      note: 'holt von Kita und Schule ab, auch über Nacht nach Absprache',
    },
  ],
  [
    'Lerchennest Randzeitenbetreuung Hörde',
    '44263/2/30',
    '12-143',
    '05:30-21:00',
    '05:30-20:00',
    '1/8',
    { fetches: 'ja' },
  ],
  [
    'Randzeitenhilfe Innenstadt',
    '44137/3/9',
    '36-143',
    '16:00-21:30',
    '14:00-21:30',
    '-/10',
    { fetches: 'ja', note: 'nur mit Anmeldung zwei Wochen vorher' },
  ],
];

const HEADER = [
  ...['Nr', 'Art', 'Einrichtung', 'Träger', 'Anschrift', 'PLZ', 'Stadtbezirk', 'Rechtswert', 'Hochwert'],
  ...[
    'ab Monat',
    'bis Monat',
    'Öffnung Mo-Do',
    'Öffnung Fr',
    'Öffnung Sa',
    'Buchung',
    'Plätze',
    'freie Plätze',
  ],
  ...['Schließzeiten', 'Bring- und Holdienst', 'stufenfrei', 'Telefon', 'Bemerkung'],
];
const PROVIDERS = [
  'Kitaverein Emscheraue e.V.',
  'Kinderhäuser Ruhrwiesen gGmbH',
  'Kirchenkreis am Hellweg, Kitaverband',
  'Elternverein Bunte Steine e.V.',
];

function lineOf(
  kind: string,
  number: string,
  provider: string,
  row: CareRow,
  booked: string,
  closed: string,
): string {
  const [name, spot, ages, week, friday, free, own = {}] = row;
  const place = placeAt(spot);
  const [east = 0, north = 0] = proj4(UTM_32, [place.point.lon, place.point.lat]);
  const [from = '', to = ''] = ages.split('-');
  const [open = '', all = ''] = free.split('/');
  const cells = [
    ...[number, kind, marked(name), marked(provider), place.street, place.postcode, place.district],
    ...[
      east.toFixed(1),
      north.toFixed(1),
      from,
      to,
      week,
      friday,
      own.sat ?? '',
      own.booked ?? booked,
      all,
      open,
    ],
    ...[closed, own.fetches ?? 'nein', own.steps ?? 'k. A.', '', own.note ?? ''],
  ];
  return cells.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(';');
}

/** The list of childcare as an office would export it: CSV with `sep=`, CRLF and a byte order mark. */
export function sampleCareCsv(): string {
  const provider = (index: number) => PROVIDERS[index % PROVIDERS.length] ?? '';
  const summer = (index: number) =>
    index % 2 === 0 ? '19.07.-06.08.2027, 24.12.-31.12.2027' : '09.08.-27.08.2027, 24.12.-31.12.2027';
  const lines = [
    ...KITAS.map((row, index) =>
      lineOf('Kita', `K${String(101 + index)}`, provider(index), row, '25/35/45', summer(index)),
    ),
    ...CHILDMINDERS.map((row, index) =>
      lineOf(
        'Kindertagespflege',
        `T${String(201 + index)}`,
        'Verbund Kindertagespflege Emscherbogen',
        row,
        '25/35/45',
        '',
      ),
    ),
    ...SCHOOLS.map((row, index) =>
      lineOf('Offener Ganztag', `G${String(301 + index)}`, 'Ganztagsverein Schulkinder e.V.', row, '', ''),
    ),
    ...EDGE_HOURS.map((row, index) =>
      lineOf(
        'Randzeitenbetreuung',
        `R${String(401 + index)}`,
        'Nachteulen Kinderbetreuung e.V.',
        row,
        '',
        '',
      ),
    ),
  ];
  return `\ufeffsep=;\r\n${[HEADER.join(';'), ...lines].join('\r\n')}\r\n`;
}
