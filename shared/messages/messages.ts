import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Language } from './language.ts';
import type { MessageArguments } from './message-arguments.ts';

/** Keys of all messages, those of the default language. */
export type MessageKey = keyof MessageArguments;
/** All messages of one language in ICU MessageFormat 1, by key. */
export type MessageTexts = Readonly<Record<MessageKey, string>>;

/** What every one of some keys takes. */
type ArgumentsOf<Key extends MessageKey> = (
  Key extends MessageKey ? (values: MessageArguments[Key]) => void : never
) extends (values: infer All) => void
  ? All
  : never;
type ValuesOf<Key extends MessageKey> = keyof ArgumentsOf<Key> extends never ? [] : [ArgumentsOf<Key>];

/** One language, ready to speak. */
export type Messages = {
  readonly language: Language;
  /** The message of a key with its placeholders filled in. */
  readonly say: <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;
  /** Takes dates as UTC instants. */
  readonly dates: Intl.DateTimeFormat;
  readonly amounts: { readonly whole: Intl.NumberFormat; readonly cents: Intl.NumberFormat };
  readonly lists: { readonly and: Intl.ListFormat; readonly or: Intl.ListFormat };
};

/** The messages of a language; each is parsed when it is first said. */
export function createMessages(language: Language, texts: MessageTexts): Messages {
  const locale = LOCALES[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();

  function formatOf(key: MessageKey): IntlMessageFormat {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const format = new IntlMessageFormat(texts[key], locale, undefined, { ignoreTag: true });
    parsed.set(key, format);
    return format;
  }

  function say<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string;
  function say(key: MessageKey, values?: Record<string, string | number>): string {
    return String(formatOf(key).format(values));
  }

  return {
    language,
    say,
    dates: new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
    amounts: {
      whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
      cents: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    },
    lists: {
      and: new Intl.ListFormat(locale, { type: 'conjunction' }),
      or: new Intl.ListFormat(locale, { type: 'disjunction' }),
    },
  };
}
