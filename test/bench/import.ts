import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { bundleFunction } from '../../infra/bundle-function.ts';
import { openEmbedded } from '../support/stores.ts';
import { rounded, type Figure } from './figures.ts';
import { MEASURED, writeRepeated, type Measured } from './import/repeated-feeds.ts';

const run = promisify(execFile);

/** Libraries that read the same bytes alone, the first one being what the reading is compared with. */
const ALONE = {
  csv: ['csv-parse alone'],
  json: ['JSON.parse alone'],
  xml: ['saxes alone', 'fast-xml-parser alone'],
} as const;

/** The heap that Node gives itself on a machine with 512 MiB; what is outside of it is part of the peak all the same. */
const SMALL_HEAP = ['--max-old-space-size=256', '--max-semi-space-size=8'];
/** Beyond this a peer that makes one tree of a text takes more than Node's heap, and many minutes to find out. */
const MOST_BYTES_AS_TREE = 100_000_000;
/** A feed beyond this is fetched packed only. */
const MOST_BYTES_PLAIN = 190_000_000;

/** How many records a feed has, and which formats are measured. */
export type ImportBench = { readonly records: number; readonly formats: readonly Measured[] };

/**
 * For each format a made-up feed of so many records, in processes of their own so that each has its own peak of memory: from
 * bytes to offers and notices, the libraries alone on the same bytes, and with a small heap the whole import into an empty
 * embedded store, then unchanged, then with a tenth missing. `times` is the reading against the first library of the same run.
 * `cpuSeconds` are of one process alone and hold on a busy machine too. The processes run bundles, as deployed code does:
 * whoever takes types away at the start takes 40 MiB for that.
 */
export async function benchImport({ records, formats }: ImportBench): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vereinbar-bench-'));
  const { store } = await openEmbedded(join(folder, 'store'));
  try {
    const [readFeed, importRepeated] = await Promise.all(
      ['read-feed', 'import-repeated'].map((name) => programOf(name, folder)),
    );
    const figures: Figure[] = [];
    for (const format of formats) {
      const file = join(folder, `${format}.feed`);
      await writeRepeated(format, records, file);
      figures.push(
        ...(await readingFigures(readFeed!, format, file)),
        ...(await importFigures(importRepeated!, { format, file, records, endpoint: store.endpoint })),
      );
      await rm(file);
    }
    return figures;
  } finally {
    await store.stop();
    await rm(folder, { recursive: true });
  }
}

/** A feed to import: its file, how many records it has, and the store. */
type RepeatedImport = {
  readonly format: Measured;
  readonly file: string;
  readonly records: number;
  readonly endpoint: string;
};

/** A program of `import/` as a bundle, made as those of functions are. */
async function programOf(name: string, folder: string): Promise<string> {
  const path = `test/bench/import/${name}`;
  await bundleFunction(`${path}.ts`, { folder: join(folder, 'bundles'), maps: join(folder, 'maps') });
  return join(folder, 'bundles', `${path}.mjs`);
}

async function readingFigures(readFeed: string, format: Measured, file: string): Promise<readonly Figure[]> {
  const [reading] = await answers(readFeed, [format, file, 'offers and notices']);
  const figures: Figure[] = [];
  const { size } = await stat(file);
  for (const way of ALONE[MEASURED[format].text]) {
    if (way === 'fast-xml-parser alone' && size > MOST_BYTES_AS_TREE) continue;
    const [alone] = await answers(readFeed, [format, file, way]);
    figures.push(figure(format, way, alone));
    if (way === ALONE[MEASURED[format].text][0]) {
      const times = rounded(cpuSecondsOf(reading) / cpuSecondsOf(alone));
      figures.unshift({ ...figure(format, 'offers and notices', reading), times });
    }
  }
  return figures;
}

/** Into an empty store, then the same file again, then one without the last tenth, each in a process of its own. */
async function importFigures(
  importRepeated: string,
  { format, file, records, endpoint }: RepeatedImport,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const importAs = async (what: string, sent: string) => {
    const [found] = await answers(importRepeated, [format, sent, endpoint], SMALL_HEAP);
    figures.push(figure(format, what, found));
  };
  const whole = await fetchable(file);
  await importAs('import', whole);
  await importAs('import again', whole);
  await writeRepeated(format, Math.ceil(records * 0.9), file);
  await importAs('import, a tenth missing', await fetchable(file));
  return figures;
}

/** The file as a sender may send it. */
async function fetchable(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size <= MOST_BYTES_PLAIN) return file;
  const packed = `${file}.gz`;
  await pipeline(createReadStream(file), createGzip({ level: 1 }), createWriteStream(packed));
  return packed;
}

type Answer = Readonly<Record<string, string | number>>;

function cpuSecondsOf(answer: Answer | undefined): number {
  return Number(answer?.['cpuSeconds']);
}

function figure(format: Measured, what: string, answer: Answer | undefined = {}): Figure {
  const seconds = Number(answer['seconds']);
  const records = Number(answer['records'] ?? 0);
  const own = Object.entries(answer).map(([name, value]) => [
    name,
    typeof value === 'number' ? rounded(value) : value,
  ]);
  return {
    format,
    what,
    ...(Object.fromEntries(own) as Answer),
    ...(records > 0 && { recordsPerSecond: Math.round(records / seconds) }),
  };
}

/** What a program prints, line by line. */
async function answers(
  program: string,
  given: readonly string[],
  options: readonly string[] = [],
): Promise<readonly Answer[]> {
  const { stdout } = await run(process.execPath, [...options, program, ...given]);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
