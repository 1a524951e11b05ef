import { MINUTES_PER_DAY, type Minutes } from '../../domain/time/clock-time.ts';
import { WEEKDAYS, type Weekday } from '../../domain/time/weekday.ts';

/**
 * One piece of a text about times. `day`: `isLate` in "Freitagabend". `clock`: `isSure` when nothing else can be meant (a colon, "Uhr"), else it may be a day of
 * the year ("8.10"). `amount`: minutes of lessons a day, a week, or in all. `often`: so many times a week. `joint`: comma, "und" …
 */
export type TimeToken =
  | { readonly kind: 'day'; readonly day: Weekday; readonly isLate: boolean }
  | { readonly kind: 'clock'; readonly minutes: Minutes; readonly isSure: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'amount';
      readonly minutes: number;
      readonly per: 'day' | 'week' | 'all';
      readonly hour?: number;
    }
  | { readonly kind: 'often'; readonly count: number }
  | { readonly kind: 'date' | 'to' | 'joint' | 'comma' | 'bracket' | 'stop' | 'other' }
  | { readonly kind: 'word'; readonly word: string };

const DAYS: readonly RegExp[] = [/^mo/u, /^di/u, /^mi/u, /^do/u, /^fr/u, /^sa/u, /^so/u];
const DAY_NAME =
  '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:vormittag|nachmittag|abend|morgen|mittag)?s?';
const MONTH =
  '(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez)';
const UNIT = '(?:ue|u-std|ustd|u\\.-?\\s?std|unterrichtseinheiten|unterrichtsstunden|lehrstunden)';
const HOUR = '(?:h|std|stunden|stunde|zeitstunden)';

/** What a token looks like; the first that matches at a place, in the order of the lists below, makes it. */
const PATTERNS = {
  rhythm:
    /alle\s(?:zwei|drei|vier|\d{1,2})\s(?:wochen|tage|monate)|jede[nrs]?\s(?:zweite|dritte|vierte)[nrs]?\s\p{L}+/uy,
  short:
    /(?:ca|inkl|incl|zzgl|bzw|std|max|min|mind|evtl|ggf|tgl|vorm|nachm|z\.\s?b|i\.\s?d\.\s?r|n\.\s?v|d\.\s?h|u\.\s?a)\.(?=[^\p{L}])/uy,
  stop: /[;\n|•·*]|\.(?=\s|$)|[!?]/uy,
  date: new RegExp(
    `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:\\d{4}|\\d{2})(?!\\d)|\\d{1,2}\\.\\s?${MONTH}(?![\\p{L}])(?:\\s\\d{4})?`,
    'uy',
  ),
  clock: /(?<hour>\d{1,2})(?<mark>[:.])(?<minute>\d{2})(?![\d,])(?<uhr>\s?(?:uhr|h)(?![\p{L}\d]))?/uy,
  often:
    /(?<count>\d{1,2})\s?(?:x|mal)(?![\p{L}\d])(?:\s(?:pro woche|wöchentlich|in der woche|die woche))?/uy,
  amount: new RegExp(
    `(?<value>\\d{1,4}(?:[.,]\\d{1,2})?)\\s?(?:(?<unit>${UNIT})|(?<hours>${HOUR})|(?<weekly>wochenstunden))\\.?(?![\\p{L}\\d])` +
      '(?:\\s?(?:/|pro|je|am|in der|a|à)\\s?(?<per>tag|woche|wo)(?![\\p{L}\\d])|\\s(?<daily>täglich)|\\s(?<everyWeek>wöchentlich))?',
    'uy',
  ),
  minutes: /(?:[aà]\s)?\d{1,3}\s?(?:min|minuten)\.?(?![\p{L}\d])/uy,
  oclock: /(?<full>\d{1,2})\s?uhr(?![\p{L}\d])/uy,
  number: /\d+(?:[.,]\d+)*/uy,
  day: new RegExp(
    `(?:${DAY_NAME}|(?:mo|di|mi|do|fr|sa|(?<=(?:[-,/&+]|\\bund|\\bsowie|\\bu\\.)\\s?)so|so(?=\\.?\\s?[-/&+:\\d]))(?:\\.(?=\\s?[-,/&+\\d(]|\\s(?:bis|und|u\\.)\\s))?)(?![\\p{L}\\d])`,
    'uy',
  ),
  to: /-+|bis(?![\p{L}\d])/uy,
  and: /(?:und|sowie|u\.)(?![\p{L}\d])/uy,
  joint: /[&+/]/uy,
  comma: /,/uy,
  bracket: /[()[\]]/uy,
  word: /\p{L}+(?:-\p{L}+)*(?:[*:]\p{L}+)?/uy,
  blank: /[^\S\n]+/uy,
  other: /[^]/uy,
} as const;

/** `12–14 Uhr` with any dash and blank -> tokens in order. Case does not matter, but for "So", which is a day only with a capital. */
export function timeTokens(original: string): readonly TimeToken[] {
  const plain = original
    .normalize('NFC')
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
    .replaceAll(/:\s*\n/gu, ': '); // what a heading names is in the line below
  const text = plain.toLowerCase();
  const tokens: TimeToken[] = [];
  let at = 0;
  while (at < text.length) {
    const [name, match] = firstMatch(text, at);
    at += match[0].length;
    tokens.push(...tokenOf(name, match, plain.slice(match.index, at)));
  }
  return tokens;
}

type PatternName = keyof typeof PATTERNS;

function firstMatch(text: string, at: number): readonly [PatternName, RegExpExecArray] {
  for (const name of namesFor(text, at)) {
    const pattern = PATTERNS[name];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return [name, match];
  }
  throw new Error('one pattern matches any character');
}

/** Only what can begin with the character is tried; a word or day never begins within another or after a digit. */
function namesFor(text: string, at: number): readonly PatternName[] {
  const character = text.charCodeAt(at);
  if (character >= DIGIT_0 && character <= DIGIT_9) return ON_DIGIT;
  if (!isLetter(character)) return ON_SIGN;
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  return isLetter(before) || (before >= DIGIT_0 && before <= DIGIT_9) ? ON_SIGN : ON_LETTER;
}

const [DIGIT_0, DIGIT_9, SMALL_A, SMALL_Z, FIRST_ACCENTED] = [0x30, 0x39, 0x61, 0x7a, 0xc0] as const;

/** Anything beyond Latin letters counts as one here; patterns look closer. */
function isLetter(character: number): boolean {
  return (character >= SMALL_A && character <= SMALL_Z) || character >= FIRST_ACCENTED;
}

const ON_LETTER: readonly PatternName[] = [
  'rhythm',
  'short',
  'minutes',
  'day',
  'to',
  'and',
  'word',
  'stop',
  'blank',
  'other',
];
const ON_DIGIT: readonly PatternName[] = ['date', 'clock', 'often', 'amount', 'minutes', 'oclock', 'number'];
const ON_SIGN: readonly PatternName[] = ['stop', 'to', 'joint', 'comma', 'bracket', 'blank', 'other'];

function tokenOf(name: PatternName, match: RegExpExecArray, written: string): readonly TimeToken[] {
  const parts = match.groups ?? {};
  switch (name) {
    case 'blank':
    case 'minutes': // "à 45 Minuten" says how long a lesson is, not when
      return [];
    case 'rhythm':
      return [{ kind: 'word', word: 'zweiwöchentlich' }]; // whatever the number: not every week
    case 'short':
    case 'word':
      return [{ kind: 'word', word: match[0].replace(/\.$/u, '') }];
    case 'day':
      return [dayOf(match[0], written)];
    case 'clock':
      return [
        clockOf(
          Number(parts['hour']),
          Number(parts['minute']),
          parts['mark'] === ':' || parts['uhr'] !== undefined,
        ),
      ];
    case 'oclock':
      return [clockOf(Number(parts['full']), 0, true)];
    case 'number':
      return [{ kind: 'number', value: Number(match[0].replace(',', '.')) }];
    case 'often':
      return [{ kind: 'often', count: Number(parts['count']) }];
    case 'amount':
      return [amountOf(parts)];
    case 'and':
      return [{ kind: 'joint' }];
    case 'stop':
    case 'date':
    case 'to':
    case 'joint':
    case 'comma':
    case 'bracket':
    case 'other':
      return [{ kind: name }];
  }
}

/** "so" in small letters is the word and never the day. */
function dayOf(text: string, written: string): TimeToken {
  const index = DAYS.findIndex((pattern) => pattern.test(text));
  const day = WEEKDAYS[text.startsWith('sonnabend') ? 5 : index];
  const isWord = /^so\.?$/u.test(text) && !written.startsWith('S');
  return day === undefined || isWord
    ? { kind: 'word', word: text }
    : { kind: 'day', day, isLate: /nachmittag|tagabend|wochabend/u.test(text) };
}

/** A time that no clock shows stays a number that nobody understands. "8.30" may be a day, "8.00" and "13.45" cannot. */
function clockOf(hour: number, minute: number, isMarked: boolean): TimeToken {
  const minutes = hour * 60 + minute;
  if (minute > 59 || minutes > MINUTES_PER_DAY) return { kind: 'number', value: Number.NaN };
  return { kind: 'clock', minutes, isSure: isMarked || minute === 0 || minute > 12 || hour === 0 };
}

/** A teaching unit has 45 minutes. */
function amountOf(parts: Readonly<Record<string, string | undefined>>): TimeToken {
  const value = Number((parts['value'] ?? '').replace(',', '.'));
  const isWeekly =
    parts['weekly'] !== undefined ||
    parts['everyWeek'] !== undefined ||
    (parts['per'] ?? '').startsWith('wo');
  const isDaily = parts['daily'] !== undefined || parts['per'] === 'tag';
  const isHour =
    parts['hours'] !== undefined && !isWeekly && !isDaily && Number.isInteger(value) && value <= 24;
  return {
    kind: 'amount',
    minutes: value * (parts['unit'] === undefined ? 60 : 45),
    per: isWeekly ? 'week' : isDaily ? 'day' : 'all',
    ...(isHour && { hour: value }),
  };
}
