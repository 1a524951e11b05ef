import type { EventLog } from '../ports/event-log.ts';
import type { ImportState } from '../ports/import-runs.ts';
import type { LogCode } from '../ports/log-catalogue.ts';
import type { ImportReport } from './import-report.ts';

const CODES: Readonly<Record<ImportState, LogCode>> = {
  published: 'import-published',
  unchanged: 'import-unchanged',
  quarantined: 'import-quarantined',
  failed: 'import-failed',
  skipped: 'import-skipped',
};

/** One line on how an import ended: counts and codes, no text of the feed. */
export function logImport(log: EventLog, report: ImportReport): void {
  log(CODES[report.state], {
    region: report.region,
    feed: report.feed,
    count: report.counts.offers,
    rejected: report.counts.rejected,
    bytes: report.counts.bytes,
    durationMs: report.counts.milliseconds,
    ...(report.current && { sequence: report.current.sequence }),
    ...(report.reason && { reason: report.reason }),
  });
}
