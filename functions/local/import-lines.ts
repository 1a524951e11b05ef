import { noticeText } from '../../shared/feeds/notice-text.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function noticesOf({ notices }: ImportReport): string {
  const total = notices.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? '' : ` · ${total} notices`;
}

function missingOf({ counts: { missing } }: ImportReport): string {
  return missing === 0 ? '' : `, ${missing} missing and still shown`;
}

/** One line on how the import of a feed ended. `writes` counts the calls that wrote to the store. */
export function importLine(report: ImportReport, writes: number): string {
  const { feed, counts, reason } = report;
  const because = reason === undefined ? '' : ` (${reason})`;
  switch (report.state) {
    case 'published':
      return (
        `${feed}: published · ${counts.offers} offers of ${counts.records} records, ${counts.rejected} rejected · ` +
        `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed${missingOf(report)}${noticesOf(report)} · ${seconds(counts.milliseconds)}`
      );
    case 'unchanged':
      return `${feed}: unchanged since the last run · ${writes} writes · ${seconds(counts.milliseconds)}`;
    case 'quarantined':
      return (
        `${feed}: held back by a guard${because}, the old catalogue stays${noticesOf(report)} · ` +
        `${seconds(counts.milliseconds)} · "import release ${feed}" lets it through, "import discard ${feed}" throws it away`
      );
    case 'failed':
      return `${feed}: could not be imported${because}, the old catalogue stays${noticesOf(report)} · ${seconds(counts.milliseconds)}`;
    case 'skipped':
      return reason === 'discarded'
        ? `${feed}: still the bytes that an operator has discarded, nothing done`
        : `${feed}: another run is at work, nothing done`;
  }
}

/** The notices of a report, a line each: code, how often, where first: record and field, or line where a file breaks off. */
export function noticeLines({ notices }: ImportReport): readonly string[] {
  return notices.map(({ code, severity, count, examples }) => {
    const first = examples[0];
    const record = first?.record;
    const at = record === undefined ? [] : [`record ${record.id ?? record.number}`];
    const place = [...at, ...(first?.field === undefined ? [] : [first.field])].join(', ');
    return `  ${severity} ${code}: ${count}${place === '' ? '' : `, first at ${place}`}`;
  });
}

/** What an import did or would do to the catalogue and why records were rejected, as the lines of a table. */
export function changeTable({ counts, notices }: ImportReport): readonly string[] {
  const rows: readonly (readonly [string, number, string?])[] = [
    ['records', counts.records],
    ['added', counts.added],
    ['changed', counts.changed],
    ['withdrawn', counts.removed],
    ['missing, still shown', counts.missing],
    ['ended', counts.ended],
    ['rejected', counts.rejected],
    ...notices
      .filter(({ severity }) => severity === 'error')
      .map(({ code, count }) => [`  ${code}`, count, noticeText(code, 'en').says] as const),
  ];
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, count, says = '']) =>
    `${name.padEnd(widest)}  ${String(count).padStart(7)}  ${says}`.trimEnd(),
  );
}
