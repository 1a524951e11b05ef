import type { NoticeCode, Severity } from './notice-catalogue.ts';
import type { Notice } from './notice.ts';

/** All notices of one code: how many there were, and the first of them. */
export type NoticeSummary = {
  readonly code: NoticeCode;
  readonly severity: Severity;
  readonly count: number;
  readonly examples: readonly Notice[];
};

/** Collects the notices of a run: counts all, keeps the first few of each code, so that a broken feed cannot fill the memory. */
export type NoticeLog = {
  readonly add: (notice: Notice) => void;
  /** By code, in the order of the alphabet. */
  readonly summaries: () => readonly NoticeSummary[];
};

/** An empty log that keeps `examplesPerCode` notices of each code. */
export function createNoticeLog(examplesPerCode: number): NoticeLog {
  const byCode = new Map<NoticeCode, { severity: Severity; count: number; examples: Notice[] }>();
  return {
    add: (notice) => {
      const seen = byCode.get(notice.code) ?? { severity: notice.severity, count: 0, examples: [] };
      seen.count += 1;
      if (seen.examples.length < examplesPerCode) seen.examples.push(notice);
      byCode.set(notice.code, seen);
    },
    summaries: () =>
      [...byCode]
        .map(([code, { severity, count, examples }]) => ({ code, severity, count, examples: [...examples] }))
        .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
