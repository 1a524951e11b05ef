import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { valueOf, type Converted } from './convert.ts';

/** What is found in the cells of one row: values that can be believed, and notices of those that cannot. */
export type BelievedCells = {
  readonly notices: readonly Notice[];
  readonly note: (code: NoticeCode, field: string) => void;
  /** The value of a cell, `undefined` where there is none; one that cannot be read is noted. */
  readonly believed: <Value>(read: Converted<Value>, code: NoticeCode, field: string) => Value | undefined;
};

/** The cells of one row, nothing noted yet. `notices` grows with what is noted. */
export function believedCells(record: RecordPlace): BelievedCells {
  const notices: Notice[] = [];
  const note = (code: NoticeCode, field: string): void => {
    notices.push(noticeOf(code, { record, field }));
  };
  return {
    notices,
    note,
    believed: (read, code, field) => {
      if (read === 'unreadable') note(code, field);
      return valueOf(read);
    },
  };
}
