import { compareGerman, germanLevelAbove, type GermanLevel } from '../../domain/offer/german-level.ts';

/** Levels named by a text, lowest and highest; `isStep`: the text leads from the lowest ("A2/B1"), it does not teach it. */
export type LevelRange = { readonly low: GermanLevel; readonly high: GermanLevel; readonly isStep: boolean };

const LEVEL = '([ABC][12])(\\.\\d+)?';
const ENTRY_WORDS =
  '(?:\\bab|\\bmind\\.|\\bmindestens|\\bmit Vorkenntnissen|\\bVoraussetzung(?:en)?:|\\bmüssen über|\\bfür Teilnehmer\\S*,? die)';
/** Words that may stand between "Voraussetzung:" and the level, as they do in the feed; none of them ends the sentence. */
const BETWEEN = '(?: [\\p{L}/:*-]+){0,6}?';
const STATED_ENTRY = new RegExp(`${ENTRY_WORDS}${BETWEEN} ${LEVEL}\\b`, 'iu');

/** The levels a title, subtitle or keyword names: `'A1.1 - A1.2'` -> A1 to A1. `undefined` when it names none. */
export function levelsNamed(text: string): LevelRange | undefined {
  const levels = [...text.matchAll(new RegExp(`\\b${LEVEL}(?![\\p{L}\\d])`, 'gu'))].flatMap((match) =>
    levelOf(match[1]),
  );
  return rangeOf(levels, new RegExp(`\\b${LEVEL}\\s*/\\s*${LEVEL}`, 'u').test(text));
}

/** The levels of tags such as `B1` and `level_B1`. */
export function levelsTagged(keywords: readonly string[]): LevelRange | undefined {
  return rangeOf(
    keywords.flatMap((keyword) =>
      levelOf(/^(?:level_)?([ABC][12])$/iu.exec(keyword.trim())?.[1]?.toUpperCase()),
    ),
    false,
  );
}

/**
 * The level a text asks for ("ab B2", "Voraussetzung: Kenntnisse im Umfang der Stufe A2"). Half a level is not reached
 * yet: "Voraussetzung: A2.1" asks for A1, as A2.1 and A2.2 both teach A2 - but where both halves are named, the whole is.
 */
export function levelAsked(text: string): GermanLevel | undefined {
  const found = STATED_ENTRY.exec(text);
  const level = levelOf(found?.[1]?.toUpperCase())[0];
  if (found === null || level === undefined) return undefined;
  const isHalf =
    found[2] === '.1' &&
    !new RegExp(`^\\s*und\\s+${level}\\.2`, 'u').test(text.slice(found.index + found[0].length));
  return isHalf ? germanLevelAbove(level, -1) : level;
}

function rangeOf(levels: readonly GermanLevel[], isSlashed: boolean): LevelRange | undefined {
  const sorted = levels.toSorted(compareGerman);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === undefined || high === undefined
    ? undefined
    : { low, high, isStep: isSlashed && low !== high };
}

function levelOf(text: string | undefined): readonly GermanLevel[] {
  switch (text) {
    case 'A1':
    case 'A2':
    case 'B1':
    case 'B2':
    case 'C1':
    case 'C2':
      return [text];
    case undefined:
    default:
      return [];
  }
}
