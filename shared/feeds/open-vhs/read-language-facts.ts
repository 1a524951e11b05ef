import type { GermanLevel } from '../../domain/offer/german-level.ts';
import type { FactProvenance, GermanTaught } from '../../domain/offer/offer.ts';
import type { Goal } from '../../domain/offer/terms.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { readGermanCourse } from '../text/read-german-course.ts';
import { levelAsked } from '../text/read-levels.ts';
import type { VhsRecord } from './record.schema.ts';

/** What a course teaches of German and asks for; both are read from texts, as the feed has no field for them. */
export type LanguageFacts = {
  readonly teaches?: GermanTaught;
  readonly needs?: GermanLevel;
  readonly provenance: readonly FactProvenance[];
  readonly notices: readonly Notice[];
};

/**
 * A German course by readGermanCourse. Any other course but a language course may ask for German in its title ("mind. GER C1
 * Sprachkompetenz"); a level in the title of a course of Spanish is one of Spanish and says nothing here.
 */
export function readLanguageFacts(
  course: {
    readonly title: string;
    readonly subtitle: string;
    readonly text: string;
    readonly vhs: Omit<VhsRecord, 'bezirk'>;
    readonly goals: readonly Goal[];
  },
  record: RecordPlace,
): LanguageFacts {
  const { title, subtitle, text, vhs, goals } = course;
  if (!goals.includes('german')) {
    const isLanguageCourse = vhs.dvv_kategorie?.['#text']?.startsWith('4') ?? false;
    const needs = isLanguageCourse ? undefined : levelAsked(`${title} · ${subtitle}`);
    return needs
      ? { needs, provenance: [{ fact: 'needs', from: 'text' }], notices: [] }
      : { provenance: [], notices: [] };
  }
  const keywords = vhs.schlagwort.map((keyword) => keyword.trim());
  const german = readGermanCourse({ title, subtitle, text, keywords, event: vhs.veranstaltungsart ?? '' });
  return {
    ...(german.teaches && { teaches: german.teaches }),
    ...(german.needs && { needs: german.needs }),
    provenance: [
      ...(german.teaches ? [{ fact: 'teaches' as const, from: 'text' as const }] : []),
      ...(german.needs ? [{ fact: 'needs' as const, from: 'text' as const }] : []),
    ],
    notices: [
      ...(german.differs ? [noticeOf('level-differs', { record, field: 'name, schlagwort' })] : []),
      ...((german.teaches ?? german.needs) ? [] : [noticeOf('level-not-stated', { record, field: 'name' })]),
    ],
  };
}
