/** Closed sets of the contract in which offers and situations speak of the same things. */

export const OFFER_KINDS = ['course', 'apprenticeship', 'job', 'childcare', 'advice'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** What a person wants to reach; `childcare` serves those who look for a place only. */
export const GOALS = [
  'vocational-degree',
  'further-training',
  'retraining',
  'german',
  'school-certificate',
  'return-to-work',
  'more-hours',
  'orientation',
  'childcare',
] as const;
export type Goal = (typeof GOALS)[number];

/** Fields of work. */
export const FIELDS = [
  'health',
  'education',
  'office',
  'it',
  'trade',
  'craft-technology',
  'hospitality',
  'logistics',
  'other',
] as const;
export type Field = (typeof FIELDS)[number];

/** Groups an offer may be meant for. */
export const AUDIENCES = [
  'women',
  'single-parents',
  'parents',
  'migrants',
  'jobseekers',
  'jobcenter-customers',
  'employees',
  'under-25',
  'youth',
  'older',
  'people-with-disabilities',
  'literacy-learners',
  'children',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Schooling, ascending but for `foreign`, which stands beside the German ones. */
export const SCHOOLINGS = ['none', 'hauptschule', 'mittlere-reife', 'abitur', 'foreign'] as const;
export type Schooling = (typeof SCHOOLINGS)[number];

/** Vocational degree; `academic` includes `vocational`, `foreign` stands beside them. */
export const DEGREES = ['none', 'foreign', 'vocational', 'academic'] as const;
export type Degree = (typeof DEGREES)[number];

/** Parts of the day in which a job without times is said to lie, and two wordings without a part. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'shift', 'flexible', 'full-time'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Who pays for taking part. */
export const FUNDINGS = [
  'bildungsgutschein',
  'avgs',
  'bildungsurlaub',
  'bamf',
  'afbg',
  'qualifizierungsgeld',
  'employer',
  'other',
] as const;
export type Funding = (typeof FUNDINGS)[number];

/** Care of children as an offer or as an entry in a child's week. */
export const CARE_KINDS = ['kita', 'childminder', 'school', 'school-allday', 'family', 'other'] as const;
export type CareKind = (typeof CARE_KINDS)[number];
