import type { LocalDate } from '../time/local-date.ts';
import type { Minutes } from '../time/clock-time.ts';
import type { Weekday } from '../time/weekday.ts';
import type { GermanLevel } from '../offer/german-level.ts';
import type { CatalogueOffer } from '../offer/catalogue.ts';

/** Values a fact may have; dates and times are given in the contract's text form. */
export type FactValue =
  string | number | boolean | null | readonly FactValue[] | { readonly [name: string]: FactValue };
/** Facts behind a result, by name; never a sentence. */
export type Facts = Readonly<Record<string, FactValue>>;

/** The criteria that decide a verdict, in the order of the table of matching.md. */
export const CRITERIA = [
  'start',
  'format',
  'access',
  'reach',
  'german',
  'qualification',
  'audience',
  'age',
  'seats',
  'cost',
  'hours',
  'own-time',
  'care',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** Shown as something to arrange; never decides. */
export const HEEDS = [
  'holidays',
  'end-not-known',
  'settling-in',
  'care-notice',
  'tight',
  'cost-not-stated',
  'audience-label',
  'certainty',
  'not-born-yet',
] as const;
export type HeedId = (typeof HEEDS)[number];
export type Heed = { readonly id: HeedId; readonly facts: Facts };

/** Answers of the situation that can be missing, named as in the contract. */
export type SituationField =
  | 'home'
  | 'children.age'
  | 'children.care'
  | 'busy'
  | 'work.hoursPerWeek'
  | 'german'
  | 'schooling'
  | 'degree'
  | 'age'
  | 'audiences';

/** What would settle an unknown: an answer of the person, or a question to the provider (or, for `care`, to who cares). */
export type OpenQuestion =
  | { readonly of: 'person'; readonly field: SituationField }
  | { readonly of: 'provider'; readonly code: string }
  | { readonly of: 'carer'; readonly code: string };

/** How an unmet criterion nearly is met: the one change, as far as the criterion itself can tell. */
export type NearMiss = 'care' | 'reach' | 'german' | 'hours';

/** The outcome of one criterion. `questions` only with `unknown`, `nearMiss` only with `unmet`. */
export type CriterionResult = {
  readonly id: CriterionId;
  readonly result: 'met' | 'met-with-place' | 'unmet' | 'unknown' | 'not-applicable';
  readonly facts: Facts;
  readonly questions?: readonly OpenQuestion[];
  readonly nearMiss?: NearMiss;
};

/** The five answers, best first. */
export const VERDICTS = ['fits', 'fits-with-care', 'nearly', 'ask', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Time in which a child would be without care: index of the child, weekday, minutes of that day, on how many dates. */
export type Gap = {
  readonly child: number;
  readonly day: Weekday;
  readonly from: Minutes;
  readonly to: Minutes;
  readonly dates: number;
};

/** Why a proposed childcare place does not count yet, in the order in which it is told. */
export const CARE_OPENS = [
  'age-border',
  'hours-not-known',
  'two-places',
  'who-brings',
  'place-not-known',
  'too-late',
] as const;
export type CareOpen = (typeof CARE_OPENS)[number];

/** A childcare place for the hours that are missing. */
export type CareProposal = {
  readonly offer: CatalogueOffer;
  readonly minutesFromHome: number;
  readonly counts: boolean;
  readonly open: readonly CareOpen[];
};

/** One change that somebody can make. `children` are indexes; `until` and `from` minutes of a day. */
export type Change =
  | { readonly kind: 'holiday-care' }
  | {
      readonly kind: 'care-class';
      readonly children: readonly number[];
      readonly to: 25 | 35 | 45;
      readonly until: Minutes;
    }
  | { readonly kind: 'school-allday'; readonly children: readonly number[]; readonly until: Minutes }
  | {
      readonly kind: 'new-care';
      readonly children: readonly number[];
      readonly to: 25 | 35 | 45;
      readonly from: Minutes;
      readonly until: Minutes;
    }
  | { readonly kind: 'care-earlier'; readonly children: readonly number[]; readonly minutes: number }
  | {
      readonly kind: 'edge-hours';
      readonly children: readonly number[];
      readonly days: readonly Weekday[];
      readonly from?: Minutes;
      readonly until?: Minutes;
      readonly minutes?: number;
    }
  | { readonly kind: 'travel'; readonly minutes: number }
  | { readonly kind: 'german'; readonly to: GermanLevel }
  | { readonly kind: 'start-later'; readonly months: number }
  | { readonly kind: 'online-too' }
  | {
      readonly kind: 'helper-on-dates';
      readonly children: readonly number[];
      readonly dates: readonly LocalDate[];
    }
  | { readonly kind: 'more-hours-later'; readonly hours: number };

/** Who can grant a change. */
export type GrantedBy =
  'youth-office' | 'care-provider' | 'school' | 'family' | 'person' | 'employer' | 'language-school';

/** A change with when it can take effect and who grants it. */
export type GrantedChange = {
  readonly change: Change;
  readonly from?: LocalDate;
  readonly grantedBy: GrantedBy;
};

/** One offer with its verdict and all that led to it. */
export type Match = {
  readonly offer: CatalogueOffer;
  readonly verdict: Verdict;
  /** Which place or mode of the offer stands for it: index into its places, `online`, or all sessions at their own. */
  readonly variant: number | 'online' | 'each-at-its-own';
  /** Other dates and variants of the same course that are counted in this one. */
  readonly others: number;
  readonly criteria: readonly CriterionResult[];
  readonly gaps: readonly Gap[];
  /** `null` = not known. */
  readonly gapMinutesPerWeek: number | null;
  /** `null` = not known; 0 online. */
  readonly travelMinutes: number | null;
  readonly first: LocalDate | null;
  readonly heeds: readonly Heed[];
  readonly care: readonly { readonly child: number; readonly proposals: readonly CareProposal[] }[];
  readonly change?: GrantedChange;
};

/** What was taken for granted because it was not answered. */
export type Assumption = {
  readonly id: 'home-centre' | 'home-outside' | 'travel' | 'window' | 'budget';
  readonly facts: Facts;
};

/** The answer to a situation. `matches` in the one order, verdict `no` included; who shows them leaves out what is not asked for. */
export type MatchResult = {
  readonly matches: readonly Match[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Offers with verdict `no`, by their first unmet criterion. */
  readonly excluded: readonly { readonly criterion: CriterionId; readonly count: number }[];
  readonly assumptions: readonly Assumption[];
  readonly nextQuestion?: { readonly field: SituationField; readonly settles: number };
  /** Only when asked for. */
  readonly levers?: readonly { readonly change: GrantedChange; readonly opens: number }[];
  /** Only when asked for and no lever opens anything. */
  readonly path?: {
    readonly criteria: readonly [CriterionId, CriterionId];
    readonly offers: number;
    readonly changes: readonly { readonly criterion: CriterionId; readonly change: GrantedChange }[];
  };
};
