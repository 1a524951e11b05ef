import type { FormatId } from '../../../shared/feeds/format-ids.ts';
import { formatOf } from '../../../shared/feeds/feed-formats.ts';
import type { FeedFormat } from '../../../shared/feeds/feed-format.ts';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import { bytesOf } from '../../support/feed-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../support/nursery-table.ts';

/** A person who stands in every fixture in a field where feeds name persons. */
export const PERSON = 'Zitronenfalter';

/** A feed of one format that works, named by its text and the day on which it is read. */
export type Fixture = { readonly day: string; readonly text: () => string };

const file = (path: string) => Buffer.from(bytesOf(path)).toString('utf8');
const home = {
  street: 'Weserstraße 150',
  postcode: '12045',
  city: 'Berlin',
  point: { lat: 52.48531, lon: 13.43982 },
  precision: 'street',
};

/** One for every format there is: whoever adds a format has to add one here, and its offers are held to all rules. */
export const FIXTURES: Readonly<Record<FormatId, Fixture>> = {
  'open-vhs': {
    day: '2025-03-24',
    text: () =>
      file('test/feeds/open-vhs/real/kurse-klein.json').replaceAll(
        /"vorname": null/g,
        `"vorname": "${PERSON}"`,
      ),
  },
  'open-vhs-xml': {
    day: '2026-02-01',
    text: () =>
      file('test/feeds/open-vhs/made-up/kurse-1.2.xml').replaceAll(
        '<veranstaltung>',
        `<veranstaltung><dozent><name>${PERSON}</name></dozent><ansprechperson><name>${PERSON}</name></ansprechperson>`,
      ),
  },
  'openq-cat': {
    day: '2026-11-22',
    text: () => file('test/feeds/openq-cat/made-up/katalog.xml').replaceAll(/Beispielfrau/gi, PERSON),
  },
  'offers-json': {
    day: '2025-03-24',
    text: () =>
      JSON.stringify([
        {
          id: 'kurs',
          kind: 'course',
          title: 'Deutsch am Vormittag',
          provider: { name: 'VHS' },
          places: [home],
        },
        {
          id: 'tagespflege',
          kind: 'childcare',
          title: `Kindertagespflege ${PERSON}`,
          provider: { name: PERSON },
          places: [home],
          care: { kind: 'childminder' },
        },
      ]),
  },
  table: {
    day: '2025-03-24',
    text: () =>
      nurseryCsv() +
      (nurseryCsv({ nr: '8', name: PERSON, traeger: PERSON, art: 'Tagespflege' }).split('\n')[1] ?? ''),
  },
  hsds: {
    day: '2025-03-24',
    text: () => file('test/feeds/hsds/made-up/two-pages.json').replaceAll('Erika Muster', PERSON),
  },
  'schema-org': {
    day: '2026-02-01',
    text: () =>
      file('test/feeds/schema-org/made-up/page.html').replaceAll(
        '"@type": "Course",',
        `"@type": "Course", "instructor": { "@type": "Person", "name": "${PERSON}" },`,
      ),
  },
  'i-calendar': {
    day: '2025-03-24',
    text: () => file('test/feeds/i-calendar/made-up/kurse.ics').replaceAll(/Erika Muster/g, PERSON),
  },
  'ba-jobs': {
    day: '2025-03-24',
    text: () =>
      file('test/feeds/ba-jobs/made-up/two-answers.json').replaceAll(
        '"firma":',
        `"ansprechpartner": { "name": "${PERSON}" }, "firma":`,
      ),
  },
};

/** How the fixture of a format is read. */
export function fixtureFormat(id: FormatId): FeedFormat {
  return formatOf(
    id === 'table' ? { format: id, table: tableMapSchema.parse(nurseryMap()) } : { format: id },
  );
}
