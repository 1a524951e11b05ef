import type { GermanLevel } from '../../domain/offer/german-level.ts';
import type { GermanTaught } from '../../domain/offer/offer.ts';
import type { Goal } from '../../domain/offer/terms.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainText } from '../plain-text.ts';
import { germanAsked } from '../text/read-german-asked.ts';
import { readGermanCourse } from '../text/read-german-course.ts';
import type { Service } from './record.schema.ts';

/** What a service teaches of German or asks for; both come from texts, as OpenQ-cat has no field for them. */
export type GermanFacts = {
  readonly isGermanCourse: boolean;
  readonly teaches?: GermanTaught;
  readonly needs?: GermanLevel;
  readonly notices: readonly Notice[];
};

const TITLE_OF_GERMAN =
  /\bdeutsch(?:kurs|sprachkurs)?\b|\bdeutsch als (?:fremd|zweit)sprache|\b(?:berufs)?sprachkurs deutsch|integrationskurs|berufssprachkurs|\bdeuföv\b|\bDa[FZ]\b/iu;

/**
 * A level in the title of a German course is what it teaches ("Deutsch B1.2"). In any other course a level says nothing of
 * German ("Englisch B1"); there only the requirements may ask for some.
 */
export function readGerman(
  service: Service,
  about: {
    readonly title: string;
    readonly description: string;
    readonly requirements: string;
    readonly goals: readonly Goal[];
  },
  record: RecordPlace,
): GermanFacts {
  const details = service.SERVICE_DETAILS;
  const { title, description, goals } = about;
  const remarks = details?.SERVICE_MODULE?.EDUCATION?.EXTENDED_INFO?.TEACHING_LANGUAGES_REMARKS ?? '';
  const asked = germanAsked(`${about.requirements}\n${plainText(remarks)}`);
  if (!goals.includes('german') && !TITLE_OF_GERMAN.test(title)) {
    return { isGermanCourse: false, ...(asked && { needs: asked }), notices: [] };
  }
  const keywords = details?.KEYWORD ?? [];
  const german = readGermanCourse({ title, subtitle: '', text: description, keywords, event: '' });
  const teaches = asked && german.teaches ? { ...german.teaches, from: asked } : german.teaches;
  const needs = german.teaches ? undefined : (german.needs ?? asked);
  return {
    isGermanCourse: true,
    ...(teaches && { teaches }),
    ...(needs && { needs }),
    notices: [
      ...(german.differs ? [noticeOf('level-differs', { record, field: 'TITLE, KEYWORD' })] : []),
      ...((teaches ?? needs) ? [] : [noticeOf('level-not-stated', { record, field: 'TITLE' })]),
    ],
  };
}
