import { compareGerman, germanLevelAbove, type GermanLevel } from '../../domain/offer/german-level.ts';
import type { GermanTaught } from '../../domain/offer/offer.ts';
import { levelAsked, levelsNamed, levelsTagged, type LevelRange } from './read-levels.ts';

/** Texts of a German course, plain. */
export type GermanCourseText = {
  readonly title: string;
  readonly subtitle: string;
  readonly text: string;
  readonly keywords: readonly string[];
  readonly event: string;
};

/** What a German course teaches or asks for, all read from its texts. `differs`: keywords name a level the title does not. */
export type GermanCourse = {
  readonly teaches?: GermanTaught;
  readonly needs?: GermanLevel;
  readonly differs: boolean;
};

/** Literacy courses aim at "elementare Sprachverwendung", as their texts say: A1 and A2. */
const LITERACY_TEACHES: GermanTaught = { from: 'none', to: 'A2' };

/**
 * Reads what a German course teaches. A level in the title (else the subtitle, else the keywords) is what is taught.
 * Orientation courses and exam training teach no level but need one: an orientation course the level it names, exam
 * training one below the exam's. A course whose stated entry is not below its level ("ab B2", conversation) is practice and
 * needs that level.
 */
export function readGermanCourse(course: GermanCourseText): GermanCourse {
  const headline = `${course.title} · ${course.subtitle}`;
  const named = levelsNamed(course.title) ?? levelsNamed(course.subtitle);
  const tagged = levelsTagged(course.keywords);
  const asked = levelAsked(headline) ?? levelAsked(course.text);
  const differs = named !== undefined && tagged !== undefined && !covers(named, tagged);
  const range = named ?? tagged;
  if (/orientierungskurs/iu.test(headline)) {
    const needs = asked ?? range?.high;
    return { ...(needs && { needs }), differs };
  }
  if (isExamTraining(course, headline)) {
    const needs = asked ?? (range && germanLevelAbove(range.high, -1));
    return { ...(needs && { needs }), differs };
  }
  if (named === undefined && isLiteracy(course)) return { teaches: LITERACY_TEACHES, differs };
  if (levelAsked(headline) !== undefined || (asked !== undefined && range === undefined)) {
    return { ...(asked && { needs: asked }), differs };
  }
  if (range === undefined) return { differs };
  if (asked !== undefined && compareGerman(asked, range.high) >= 0) return { needs: asked, differs };
  const from = asked ?? startOf(range);
  return { teaches: { ...(from && { from }), to: range.high }, differs };
}

/** Where a course over several levels begins; `undefined` = one level below its only one, as usual. */
function startOf({ low, high, isStep }: LevelRange): GermanLevel | undefined {
  if (low === high) return undefined;
  return isStep ? low : germanLevelAbove(low, -1);
}

function covers(named: LevelRange, tagged: LevelRange): boolean {
  return compareGerman(named.low, tagged.low) <= 0 && compareGerman(tagged.high, named.high) <= 0;
}

function isExamTraining({ event, keywords }: GermanCourseText, headline: string): boolean {
  return (
    event === 'Prüfungsbezogener Kurs' ||
    keywords.includes('Prüfungstraining') ||
    /prüfungs(?:training|vorbereitung)|\bDTZ\b|\btelc\b/iu.test(headline)
  );
}

function isLiteracy({ title, keywords }: GermanCourseText): boolean {
  return keywords.includes('Alphabetisierung') || /alphabetisierung|lesen und schreiben/iu.test(title);
}
