import type { Field, Funding, Goal, OfferKind } from '../../domain/offer/terms.ts';

/** What a kind of education serves. `parts`: it has parts beside the lessons, at a company or a school. */
export type EducationMeaning = {
  readonly kind: OfferKind;
  readonly goals: readonly Goal[];
  readonly leadsTo?: 'degree' | 'certificate';
  readonly parts?: 'practical-part' | 'apprenticeship';
};

/** `EDUCATION_TYPE@type`. 100 and 103 are general education and what has no other place: no goal, can be browsed. */
export const EDUCATION_TYPES: ReadonlyMap<string, EducationMeaning> = new Map<string, EducationMeaning>([
  ['100', { kind: 'course', goals: [] }],
  ['101', { kind: 'course', goals: ['further-training'], leadsTo: 'certificate' }],
  [
    '102',
    { kind: 'apprenticeship', goals: ['vocational-degree'], leadsTo: 'degree', parts: 'apprenticeship' },
  ],
  ['103', { kind: 'course', goals: [] }],
  ['104', { kind: 'course', goals: ['further-training'] }],
  ['105', { kind: 'course', goals: ['vocational-degree'], leadsTo: 'degree' }],
  ['106', { kind: 'course', goals: ['further-training'] }],
  ['107', { kind: 'course', goals: [], leadsTo: 'degree' }],
  ['108', { kind: 'course', goals: [], leadsTo: 'degree' }],
  ['109', { kind: 'course', goals: ['retraining'], leadsTo: 'degree', parts: 'practical-part' }],
  ['110', { kind: 'course', goals: ['german'] }],
  ['130', { kind: 'course', goals: ['orientation'] }],
]);

/** `COURSE_TYPE`, for what has no kind of education: 3 coaching with a voucher, 4 language support. */
export const COURSE_TYPES: ReadonlyMap<string, EducationMeaning> = new Map<string, EducationMeaning>([
  ['2', { kind: 'course', goals: [], leadsTo: 'degree' }],
  ['3', { kind: 'course', goals: ['orientation'] }],
  ['4', { kind: 'course', goals: ['german'] }],
  ['5', { kind: 'course', goals: ['further-training'] }],
]);

/**
 * `FUNDING_TYPES_FEDERAL@type`. 12 is a benefit to live on and pays no course, so it is none; every other number not named here
 * is a programme of its own.
 */
export const FEDERAL_FUNDING: ReadonlyMap<string, Funding | undefined> = new Map<string, Funding | undefined>(
  [
    ['1', 'afbg'],
    ['2', 'bildungsgutschein'],
    ['8', 'qualifizierungsgeld'],
    ['12', undefined],
  ],
);

/** `FUNDING_TYPES_REGIONAL@type`: 40 is leave for education in North Rhine-Westphalia. Others are programmes of their own. */
export const REGIONAL_FUNDING: ReadonlyMap<string, Funding> = new Map([['40', 'bildungsurlaub']]);

/** Forms of instruction (`INSTRUCTION_FORM@type`) without a room; some providers hold them in rooms of theirs nevertheless. */
export const ONLINE_FORMS: ReadonlySet<string> = new Set(['201', '202', '203']);
/** Forms with lessons in a room and online. */
export const MIXED_FORMS: ReadonlySet<string> = new Set(['301', '302', '303']);
/** Forms that one learns alone, whenever one likes. */
export const SELF_PACED_FORMS: ReadonlySet<string> = new Set(['204', '401', '402', '403']);

/** `SEGMENT_TYPE@type`: 2 and 3 internship, 4 exam, 5 holidays. All others are lessons. */
export const PRACTICE_SEGMENTS: ReadonlySet<string> = new Set(['2', '3']);
export const EXAM_SEGMENT = '4';
export const HOLIDAY_SEGMENT = '5';

/** Fields of work by the first two digits of the KldB 2010. */
export const FIELDS_BY_OCCUPATION: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['21', '22', '23', '24', '25', '26', '27', '28', '31', '32', '33', '34'].map(
    (group) => [group, 'craft-technology'] as const,
  ),
  ['43', 'it'],
  ['51', 'logistics'],
  ['52', 'logistics'],
  ['61', 'trade'],
  ['62', 'trade'],
  ['63', 'hospitality'],
  ...['71', '72', '73'].map((group) => [group, 'office'] as const),
  ['81', 'health'],
  ['82', 'health'],
  ['83', 'education'],
  ['84', 'education'],
]);
