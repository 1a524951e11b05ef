import type { NoticeCode } from './notice-catalogue.ts';
import texts from './notice-texts.json' with { type: 'json' };

/** What a notice means and how it is mended, a sentence each. */
export type NoticeText = { readonly says: string; readonly cure: string };

const TEXTS: Readonly<Record<NoticeCode, Readonly<Record<'de' | 'en', NoticeText>>>> = texts;

/** The sentences of a notice for those who can mend it, in German or English. */
export function noticeText(code: NoticeCode, language: 'de' | 'en'): NoticeText {
  return TEXTS[code][language];
}
