import type { BenchReport, Figure } from './figures.ts';

/** Prints a report for people: the machine in one line, then a table for each thing measured, its notes below. */
export function printTables({ bench, machine, figures }: BenchReport): void {
  const { cores, node, memoryMiB } = machine;
  console.log(
    `${bench}: ${String(cores)} cores, Node ${node}, ${String(memoryMiB)} MiB. Ratios are of this one run.`,
  );
  for (const [what, rows] of Map.groupBy(figures, (figure) => figure['what'])) {
    console.log(`\n${String(what)}`);
    console.table(rows.map(withoutWords));
    for (const note of notesOf(rows)) console.log(`  ${note}`);
  }
}

function withoutWords({ what: _, note: __, ...rest }: Figure): Figure {
  return rest;
}

/** Each note once, with what tells its rows apart. */
function notesOf(rows: readonly Figure[]): readonly string[] {
  const notes = rows.flatMap(({ note, engine, matcher }) =>
    note === undefined
      ? []
      : [
          `${String(engine ?? matcher ?? '')}${engine === undefined && matcher === undefined ? '' : ': '}${String(note)}`,
        ],
  );
  return [...new Set(notes)];
}
