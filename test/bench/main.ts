// npm run -s bench -- match [--offers 1000,5000] [--situations 10] [--levers] [--json]
// npm run -s bench -- import [--json]
import { parseArgs } from 'node:util';
import { reportOf, type Figure } from './figures.ts';
import { benchImport } from './import.ts';
import { benchMatch } from './match.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    offers: { type: 'string', default: '1000,5000' },
    levers: { type: 'boolean', default: false },
    situations: { type: 'string', default: '10' },
  },
});

/** Whole numbers above zero, parted by commas. */
function countsOf(text: string): readonly number[] {
  const counts = text.split(',').map(Number);
  if (counts.every((count) => Number.isInteger(count) && count > 0)) return counts;
  throw new Error('--offers and --situations take whole numbers above zero, parted by commas');
}

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  match: () =>
    benchMatch({
      offerCounts: countsOf(values.offers),
      situationCount: countsOf(values.situations)[0] ?? 1,
      levers: values.levers,
    }),
  import: benchImport,
};

try {
  const [name = ''] = positionals;
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`say which benchmark: ${Object.keys(BENCHES).join(' or ')}`);
  const report = reportOf(name, await bench());
  if (values.json) console.log(JSON.stringify(report));
  else console.table(report.figures);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the benchmark broke');
  process.exitCode = 1;
}
