import { isAboutTime, isTheory, meaningOf } from './time-words.ts';
import type { TimeToken } from './time-tokens.ts';

/** What stands around the times of a text. */
export type TimeDoubts = {
  /** Something is not understood or makes the times uncertain. */
  readonly isDoubtful: boolean;
  readonly namesPractice: boolean;
  readonly coversPractice: boolean;
};

type Part = {
  readonly words: readonly string[];
  readonly hasTimes: boolean;
  readonly hasNumber: boolean;
  readonly hasDate: boolean;
  readonly isPractice: boolean;
  /** Called afternoon or evening, but begins before noon. */
  readonly isMisnamed: boolean;
};

/**
 * Looks at every sentence, and in it at every part between commas and brackets. A part with a day or a time must consist of
 * known words; a sentence that speaks of times, or of nothing else, must not make them uncertain; words for every other week
 * and the like make them so from anywhere. A part about the practical part of a training counts for that alone.
 */
export function doubtsIn(
  tokens: readonly TimeToken[],
  used: ReadonlySet<TimeToken>,
  isCore: boolean,
): TimeDoubts {
  const sentences = split(tokens, ['stop']).map((sentence) =>
    split(sentence, ['comma', 'bracket']).map((part) => partOf(part, used)),
  );
  const parts = sentences.flat();
  const practice = parts.filter((part) => part.isPractice);
  const timed = practice.filter((part) => part.hasTimes);
  const coversPractice = timed.length > 0 && timed.every((part) => part.words.some(isTheory));
  return {
    isDoubtful:
      (timed.length > 0 && !coversPractice) || sentences.some((sentence) => isDoubtful(sentence, isCore)),
    namesPractice: practice.length > 0,
    coversPractice,
  };
}

function isDoubtful(sentence: readonly Part[], isCore: boolean): boolean {
  const parts = sentence.filter((part) => !part.isPractice || part.hasTimes);
  const words = parts.flatMap((part) => part.words);
  const meanings = words.map(meaningOf);
  const hasTimes = parts.some((part) => part.hasTimes);
  const speaksOfTimes = hasTimes || words.some(isAboutTime) || !meanings.includes('unknown');
  const isUncertain = meanings.includes('soft') || (!isCore && meanings.includes('flexible'));
  return (
    meanings.includes('strong') ||
    (speaksOfTimes && isUncertain) ||
    parts.some(
      (part) => part.hasTimes && (part.hasNumber || part.words.some((word) => meaningOf(word) === 'unknown')),
    ) ||
    parts.some((part) => part.isMisnamed) ||
    (hasTimes && parts.some(countsTimes)) ||
    (hasTimes && parts.some((part) => part.hasDate)) ||
    (parts.some((part) => part.hasDate) && ['ab', 'bis', 'seit', 'vom', 'von'].includes(words[0] ?? ''))
  );
}

/** `(2 Termine)`: a number with words that are all known; with others ("12 Plätze") it counts something else. */
function countsTimes({ hasNumber, words }: Part): boolean {
  return hasNumber && words.every((word) => meaningOf(word) !== 'unknown');
}

function partOf(tokens: readonly TimeToken[], used: ReadonlySet<TimeToken>): Part {
  const rest = tokens.filter((token) => !used.has(token));
  const words = rest.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  return {
    words,
    hasTimes: tokens.some((token) => used.has(token) || token.kind === 'often' || token.kind === 'clock'),
    hasNumber: rest.some(
      (token) => token.kind === 'number' || (token.kind === 'amount' && token.hour !== undefined),
    ),
    hasDate: rest.some((token) => token.kind === 'date'),
    isPractice: words.some((word) => meaningOf(word) === 'practice'),
    isMisnamed: isCalledLate(tokens, words) && tokens.some((token) => used.has(token) && isBeforeNoon(token)),
  };
}

function isCalledLate(tokens: readonly TimeToken[], words: readonly string[]): boolean {
  return (
    tokens.some((token) => token.kind === 'day' && token.isLate) ||
    (words.some((word) => /^(?:nachmittags?|abends?)$/u.test(word)) &&
      !words.some((word) => /^(?:vormittags?|morgens?)$/u.test(word)))
  );
}

function isBeforeNoon(token: TimeToken): boolean {
  return (
    (token.kind === 'clock' && token.minutes < NOON) || (token.kind === 'number' && token.value * 60 < NOON)
  );
}

const NOON = 12 * 60;

function split(
  tokens: readonly TimeToken[],
  at: readonly TimeToken['kind'][],
): readonly (readonly TimeToken[])[] {
  const parts: TimeToken[][] = [[]];
  for (const token of tokens) {
    if (at.includes(token.kind)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
