import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { OfferContext, RecordOutcome } from '../../shared/feeds/feed-format.ts';
import { tableFormat } from '../../shared/feeds/table/table.ts';
import { bytesOf, outcomesOf } from './feed-under-test.ts';
import { day } from './some-offer.ts';
import { GERMANY, mapOf } from './table-under-test.ts';

/** A list of a real city with the map that reads it, by names of files. */
export type RealTable = { readonly name: string; readonly map: string; readonly file: string };

const table = (name: string, map: string, file: string): RealTable => ({
  name,
  map: `test/feeds/table/maps/${map}.json`,
  file: `test/feeds/table/real/${file}`,
});

/** Every real list of the project. */
export const REAL_TABLES = {
  flensburg: table('flensburg', 'flensburg-csv', 'flensburg.csv'),
  flensburgPoints: table('flensburg-points', 'flensburg-geojson', 'flensburg.geojson'),
  register: table('schleswig-holstein', 'schleswig-holstein', 'schleswig-holstein-flensburg.json'),
  faults: table('schleswig-holstein-faults', 'schleswig-holstein', 'schleswig-holstein-faults.json'),
  leipzig: table('leipzig', 'leipzig', 'leipzig.json'),
  chemnitz: table('chemnitz', 'chemnitz', 'chemnitz.geojson'),
  ulm: table('ulm', 'ulm', 'ulm.geojson'),
  schools: {
    name: 'schulen-nrw',
    map: 'shared/region/dortmund/feeds/schulen-nrw.map.json',
    file: 'shared/region/dortmund/feeds/schulen-nrw.csv',
  },
} as const satisfies Record<string, RealTable>;

/** Every real list of courses; they come from abroad, as no German city publishes one as a table. */
export const REAL_COURSE_TABLES = {
  newJersey: table('new-jersey', 'new-jersey', 'new-jersey.csv'),
  madrid: table('madrid', 'madrid', 'madrid.json'),
} as const satisfies Record<string, RealTable>;

/** A box around Madrid and a day of its list. */
export const MADRID: OfferContext = {
  ...GERMANY,
  bounds: { south: 40.3, west: -3.9, north: 40.6, east: -3.5 },
  today: day('2018-03-09'),
};

/** A real list as it is read: outcomes in the order of the file, and those that became offers. */
export type ReadTable = {
  readonly outcomes: readonly RecordOutcome[];
  readonly offers: readonly Offer[];
  /** Ids of the records with a notice of this code. */
  readonly withNotice: (code: string) => readonly string[];
};

/** Reads one of the real lists by its map. */
export async function readTable({ map, file }: RealTable, context = GERMANY): Promise<ReadTable> {
  const outcomes = await outcomesOf(tableFormat(mapOf(map)), bytesOf(file), context);
  return {
    outcomes,
    offers: outcomes.flatMap(({ offer }) => offer ?? []),
    withNotice: (code) =>
      outcomes
        .filter(({ notices }) => notices.some((notice) => notice.code === code))
        .map(({ record }) => record.id ?? ''),
  };
}
