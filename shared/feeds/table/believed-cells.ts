import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { valueOf, type Converted } from './convert.ts';

/** Notes that a field of the row in hand cannot be believed. */
export type Note = (code: NoticeCode, field: string) => void;

/** Nothing noted of a row yet; `notices` grows with what is noted. */
export function believedCells(record: RecordPlace): { readonly notices: Notice[]; readonly note: Note } {
  const notices: Notice[] = [];
  return {
    notices,
    note: (code, field) => {
      notices.push(noticeOf(code, { record, field }));
    },
  };
}

/** The value of a cell, `undefined` where there is none; one that cannot be read is noted. */
export function believed<Value>(
  read: Converted<Value>,
  note: Note,
  code: NoticeCode,
  field: string,
): Value | undefined {
  if (read === 'unreadable') note(code, field);
  return valueOf(read);
}
