import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatOf } from '../../../shared/feeds/feed-formats.ts';
import type { FeedFormat } from '../../../shared/feeds/feed-format.ts';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import type { FormatId } from '../../../shared/feeds/format-ids.ts';
import { nurseryCsv, nurseryMap } from '../../support/nursery-table.ts';

/** Records of a fixture again and again, each with an id of its own, as one feed: `head`, records, `tail`. */
type RepeatedFeed = {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  /** The nth record, from 1. */
  readonly record: (number: number) => string;
};

/** Formats that are measured; the day is one on which the fixture's records have not ended. */
export const MEASURED = {
  'open-vhs': { day: '2025-03-24', text: 'json' },
  'open-vhs-xml': { day: '2026-02-01', text: 'xml' },
  'openq-cat': { day: '2026-11-22', text: 'xml' },
  'offers-json': { day: '2026-11-22', text: 'json' },
  hsds: { day: '2026-11-22', text: 'json' },
  table: { day: '2025-03-24', text: 'csv' },
} as const satisfies Partial<
  Record<FormatId, { readonly day: string; readonly text: 'json' | 'xml' | 'csv' }>
>;
export type Measured = keyof typeof MEASURED;

/** How a measured feed is read. */
export function measuredFormat(format: Measured): FeedFormat {
  return formatOf(format === 'table' ? { format, table: tableMapSchema.parse(nurseryMap()) } : { format });
}

/** Writes a feed of so many records to a file, piece by piece. */
export async function writeRepeated(format: Measured, records: number, file: string): Promise<void> {
  const { head, between, tail, record } = await repeated(format);
  const text = function* () {
    yield head;
    for (let number = 1; number <= records; number++) yield (number === 1 ? '' : between) + record(number);
    yield tail;
  };
  await pipeline(Readable.from(text()), createWriteStream(file));
}

async function repeated(format: Measured): Promise<RepeatedFeed> {
  const fixture = (path: string) => readFile(`test/feeds/${path}`, 'utf8');
  switch (format) {
    case 'open-vhs': {
      const { veranstaltungen } = JSON.parse(await fixture('open-vhs/real/kurse-klein.json')) as {
        veranstaltungen: { veranstaltung: object[] };
      };
      const record = numbered(veranstaltungen.veranstaltung, 'guid');
      return { head: '{"veranstaltungen":{"veranstaltung":[', between: ',', tail: ']}}', record };
    }
    case 'offers-json': {
      const offers = JSON.parse(
        await readFile('shared/region/dortmund/feeds/beispiel-angebote.json', 'utf8'),
      ) as object[];
      return { head: '[', between: ',', tail: ']', record: numbered(offers, 'id') };
    }
    case 'hsds': {
      const service = JSON.parse(await fixture('hsds/real/service_full-3.0.json')) as object;
      return { head: '[', between: ',', tail: ']', record: numbered([service], 'id') };
    }
    case 'open-vhs-xml':
      return repeatedXml(await fixture('open-vhs/made-up/kurse-1.2.xml'), {
        element: 'veranstaltung',
        id: 'guid',
      });
    case 'openq-cat':
      return repeatedXml(await fixture('openq-cat/made-up/katalog.xml'), {
        element: 'SERVICE',
        id: 'PRODUCT_ID',
      });
    case 'table': {
      const [head = ''] = nurseryCsv().split('\n');
      const record = (number: number) =>
        nurseryCsv({ nr: String(number), name: `Kita ${String(number)}` }).split('\n')[1] ?? '';
      return { head: `${head}\n`, between: '\n', tail: '\n', record };
    }
  }
}

function numbered(records: readonly object[], id: string): RepeatedFeed['record'] {
  return (number) => JSON.stringify({ ...records[number % records.length], [id]: String(number) });
}

/** Records that stand for themselves: one that inherits from another would name it by an id that is given anew here. */
function repeatedXml(
  text: string,
  { element, id }: { readonly element: string; readonly id: string },
): RepeatedFeed {
  const found = [...text.matchAll(new RegExp(`[ \\t]*<${element}[ >][^]*?</${element}>\\n`, 'g'))];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`no ${element} in the fixture`);
  const records = found
    .map(([record]) => record)
    .filter((record) => !record.includes('EDUCATION type="false"'));
  const ids = new RegExp(`<${id}>[^<]*</${id}>`);
  return {
    head: text.slice(0, first.index),
    between: '',
    tail: text.slice(last.index + last[0].length),
    record: (number) =>
      (records[number % records.length] ?? '').replace(ids, `<${id}>${String(number)}</${id}>`),
  };
}
