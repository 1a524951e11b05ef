import type { FactProvenance, Offer } from '../../domain/offer/offer.ts';
import type { Funding, Goal } from '../../domain/offer/terms.ts';
import { germanAsked } from './read-german-asked.ts';
import { readGermanCourse } from './read-german-course.ts';

/** What a course says of itself, as plain text. `requirements`: what it asks for, where that has a field of its own. */
export type CourseText = {
  readonly title: string;
  readonly text: string;
  readonly keywords: readonly string[];
  readonly requirements: string;
};

/** What a course is for, all read from its words. */
export type CoursePurpose = Pick<Offer, 'goals' | 'funding' | 'needs' | 'provenance'> &
  Pick<Partial<Offer>, 'teaches'>;

const GERMAN =
  /\bdeutsch(?:kurs|training|unterricht)|\bdeutsch (?:als|für|[abc][12])|\bdeutsch[- ]?(?:b1|sprachkurs)|integrationskurs|orientierungskurs|berufssprachkurs|\bda[fz]\b|^deutsch\b/iu;
const GOAL_WORDS: readonly (readonly [RegExp, Goal])[] = [
  [/umschulung/iu, 'retraining'],
  [
    /schulabschl(?:uss|üsse)|hauptschul|fachoberschulreife|abitur nachholen|zweiter bildungsweg/iu,
    'school-certificate',
  ],
  [/zurück in den beruf|wiedereinstieg/iu, 'return-to-work'],
  [/berufliche (?:neu)?orientierung|berufliche veränderung/iu, 'orientation'],
  [/weiterbildung|fortbildung|lehrgang|qualifizierung|zertifikat/iu, 'further-training'],
];
const FUNDING_WORDS: readonly (readonly [RegExp, Funding])[] = [
  [/bildungsgutschein/iu, 'bildungsgutschein'],
  [/\bavgs\b|aktivierungs- und vermittlungsgutschein/iu, 'avgs'],
  [/bildungsurlaub|bildungszeit/iu, 'bildungsurlaub'],
];
/** A word of funding that is denied says the opposite. */
const DENIED =
  /\b(?:kein|keine|nicht|ohne|leider)\b[^.]{0,40}(?:bildungsgutschein|avgs|bildungsurlaub)|(?:bildungsgutschein|avgs|bildungsurlaub)\b[^.]{0,40}\b(?:nicht|kein)/iu;

/** Reads goals, level of German and funding of a course whose format has no codes for them. Goals come from title and keywords alone. */
export function readCoursePurpose(course: CourseText): CoursePurpose {
  const headline = [course.title, ...course.keywords].join('\n');
  const isGerman = headline.split('\n').some((line) => GERMAN.test(line));
  const goals = GOAL_WORDS.filter(([pattern]) => pattern.test(headline)).map(([, goal]) => goal);
  const german = isGerman
    ? readGermanCourse({ ...course, subtitle: '', event: '', text: `${course.text}\n${course.requirements}` })
    : undefined;
  const needs = german === undefined ? germanAsked(course.requirements) : german.needs;
  const text = `${headline}\n${course.text}`;
  const funding = DENIED.test(text)
    ? []
    : FUNDING_WORDS.filter(([pattern]) => pattern.test(text)).map(([, code]) => code);
  const provenance: readonly FactProvenance[] = [
    ...(german?.teaches ? [{ fact: 'teaches', from: 'text' } as const] : []),
    ...(needs ? [{ fact: 'needs', from: 'text' } as const] : []),
  ];
  return {
    goals: isGerman ? [...new Set<Goal>(['german', ...goals])] : goals,
    funding,
    ...(german?.teaches && { teaches: { german: german.teaches } }),
    needs: needs ? { german: needs } : {},
    provenance,
  };
}
