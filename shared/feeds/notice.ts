import { NOTICE_SEVERITIES, type NoticeCode, type Severity } from './notice-catalogue.ts';

/** Which record of a feed: its place from 1, and its own id where that could be read. */
export type RecordPlace = { readonly number: number; readonly id?: string };

/**
 * What was wrong with a record or a whole feed, and where. The sentence and the cure belong to the code (notice-text.ts). `value` is the
 * offending text, 80 characters at most, and is given only for fields that never hold anything of a person.
 */
export type Notice = {
  readonly code: NoticeCode;
  readonly severity: Severity;
  readonly record?: RecordPlace;
  readonly field?: string;
  readonly value?: string;
};

const MAX_VALUE_CHARACTERS = 80;

/** A notice of the catalogue's severity; `value` is cut, its control characters become blanks. */
export function noticeOf(
  code: NoticeCode,
  about: { readonly record?: RecordPlace; readonly field?: string; readonly value?: string } = {},
): Notice {
  return {
    code,
    severity: NOTICE_SEVERITIES[code],
    ...(about.record && { record: about.record }),
    ...(about.field !== undefined && { field: about.field }),
    ...(about.value !== undefined && { value: shownValue(about.value) }),
  };
}

function shownValue(text: string): string {
  const characters = Array.from(text.toWellFormed().replaceAll(/\p{Cc}+/gu, ' '));
  return characters.length <= MAX_VALUE_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, MAX_VALUE_CHARACTERS - 1).join('')}…`;
}
