import type { OfferChange } from '../domain/offer/catalogue.ts';
import type { FaultCode } from '../feeds/supplements/faults.ts';
import { noticeText, type NoticeText } from '../feeds/notice-text.ts';
import type { NoticeSummary } from '../feeds/notice-log.ts';
import type { ImportCounts } from '../ports/import-runs.ts';
import { refusalText, type FileRefusal } from './file-refusals.ts';
import type { ImportReport } from './import-report.ts';

/** What became of something a partner sent, as JSON may hold it: by line or record and field, no text that was sent but ids of offers. */
export type PartnerReport = {
  readonly id: string;
  /** `held-back`: a guard waits for an operator; `refused`: nothing of it could be used. */
  readonly state: 'running' | 'done' | 'refused' | 'held-back';
  readonly of: 'supplements' | 'offers';
  readonly dryRun: boolean;
  readonly stated?: number;
  readonly removed?: number;
  readonly faults: readonly PlacedFault[];
  readonly faultsInAll: number;
  readonly counts?: Omit<ImportCounts, 'milliseconds' | 'bytes'>;
  readonly changes?: readonly Pick<OfferChange, 'kind' | 'offer'>[];
  readonly notices?: readonly PlacedNotice[];
};

type Words = { readonly de: NoticeText; readonly en: NoticeText };

/** A fault of a table of supplements; rows are counted as spreadsheets do. */
export type PlacedFault = Words & {
  readonly line: number;
  readonly column?: string;
  readonly code: FaultCode;
};

/** All notices of one code with the places of the first few; records are counted from 1. */
type PlacedNotice = Words & {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly count: number;
  readonly places: readonly { readonly record?: number; readonly field?: string }[];
};

const LISTED_CHANGES = 200;

/** The report of something that is not done yet. */
export function runningReport(
  id: string,
  { of, dryRun }: Pick<PartnerReport, 'of' | 'dryRun'>,
): PartnerReport {
  return { id, state: 'running', of, dryRun, faults: [], faultsInAll: 0 };
}

/** The report of a file that was not even tried. */
export function refusedReport(id: string, dryRun: boolean, code: FileRefusal): PartnerReport {
  const notice = { code, severity: 'error' as const, count: 1, places: [], ...refusalText(code) };
  return {
    ...runningReport(id, { of: 'offers', dryRun }),
    state: 'refused',
    faultsInAll: 1,
    notices: [notice],
  };
}

/** The report of a file that was imported, or tried. */
export function fileReport(id: string, dryRun: boolean, report: ImportReport): PartnerReport {
  const { milliseconds: _milliseconds, bytes: _bytes, ...counts } = report.counts;
  const errors = report.notices.filter(({ severity }) => severity === 'error');
  return {
    id,
    state: stateOf(report.state),
    of: 'offers',
    dryRun,
    faults: [],
    faultsInAll: errors.reduce((sum, { count }) => sum + count, 0),
    counts,
    changes: (report.changes ?? []).slice(0, LISTED_CHANGES).map(({ kind, offer }) => ({ kind, offer })),
    notices: report.notices.map(placed),
  };
}

function stateOf(state: ImportReport['state']): PartnerReport['state'] {
  switch (state) {
    case 'published':
    case 'unchanged':
      return 'done';
    case 'quarantined':
    case 'skipped':
      return 'held-back';
    case 'failed':
      return 'refused';
  }
}

function placed({ code, severity, count, examples }: NoticeSummary): PlacedNotice {
  const places = examples.flatMap(({ record, field }) =>
    record === undefined && field === undefined
      ? []
      : [{ ...(record && { record: record.number }), ...(field !== undefined && { field }) }],
  );
  return { code, severity, count, places, de: noticeText(code, 'de'), en: noticeText(code, 'en') };
}
