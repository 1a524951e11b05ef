// npm run -s bench -- match [--offers 5000,20000] [--situations 200] [--levers] [--only fast,sqlite] [--json]
// npm run -s bench -- import [--records 10000] [--formats open-vhs,table] [--json]
import { parseArgs } from 'node:util';
import { printTables } from './figure-tables.ts';
import { differingFigures, reportOf, type Figure } from './figures.ts';
import { benchImport } from './import.ts';
import { MEASURED, type Measured } from './import/repeated-feeds.ts';
import { benchMatch } from './match.ts';
import { PARTS, type Part } from './match/size-plan.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    offers: { type: 'string', default: '5000,20000,200000,1000000' },
    levers: { type: 'boolean', default: false },
    situations: { type: 'string', default: '200' },
    only: { type: 'string', default: PARTS.join() },
    records: { type: 'string', default: '10000' },
    formats: { type: 'string', default: Object.keys(MEASURED).join() },
  },
});

/** Whole numbers above zero, parted by commas. */
function countsOf(text: string): readonly number[] {
  const counts = text.split(',').map(Number);
  if (counts.every((count) => Number.isInteger(count) && count > 0)) return counts;
  throw new Error('--offers, --situations and --records take whole numbers above zero, parted by commas');
}

function partsOf(text: string): readonly Part[] {
  return text.split(',').map((name) => {
    const part = PARTS.find((each) => each === name);
    if (part === undefined) throw new Error(`--only takes ${PARTS.join(', ')}, parted by commas`);
    return part;
  });
}

function formatsOf(text: string): readonly Measured[] {
  return text.split(',').map((name) => {
    if (isMeasured(name)) return name;
    throw new Error(`--formats takes ${Object.keys(MEASURED).join(', ')}, parted by commas`);
  });
}

function isMeasured(name: string): name is Measured {
  return Object.hasOwn(MEASURED, name);
}

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  match: () =>
    benchMatch({
      offerCounts: countsOf(values.offers),
      situations: countsOf(values.situations)[0] ?? 1,
      levers: values.levers,
      only: partsOf(values.only),
    }),
  import: () =>
    benchImport({ records: countsOf(values.records)[0] ?? 1, formats: formatsOf(values.formats) }),
};

try {
  const [name = ''] = positionals;
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`say which benchmark: ${Object.keys(BENCHES).join(' or ')}`);
  const report = reportOf(name, await bench());
  if (values.json) console.log(JSON.stringify(report));
  else printTables(report);
  if (differingFigures(report.figures).length > 0) throw new Error('answers differ: see "mismatches"');
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the benchmark broke');
  process.exitCode = 1;
}
