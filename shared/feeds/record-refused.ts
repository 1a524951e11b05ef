import type * as z from 'zod';
import type { RawRecord, RecordOutcome } from './feed-format.ts';
import { noticeOf } from './notice.ts';

/**
 * The outcome of a record that its schema refused: one notice per field, at most five, without any value, as nobody knows
 * what stands in a field of the wrong form.
 */
export function recordRefused(raw: RawRecord, error: z.ZodError): RecordOutcome {
  const record = { number: raw.number };
  const fields = new Set(error.issues.map((issue) => issue.path.map(String).join('.')));
  return {
    record,
    notices: [...fields]
      .slice(0, 5)
      .map((field) => noticeOf('record-invalid', { record, field: field || '(record)' })),
  };
}
