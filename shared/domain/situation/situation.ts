import type { GermanLevel } from '../offer/german-level.ts';
import type { Audience, CareKind, Degree, Field, Goal, Schooling } from '../offer/terms.ts';
import type { Place } from '../place/place.ts';
import type { TravelMeans } from '../place/travel-means.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Slot } from '../time/slot.ts';

/** Age today: exact months (negative = not born yet), or a whole year, which may be any month of it. */
export type ChildAge = { readonly months: number } | { readonly years: number };

/** One arrangement that looks after a child. No `place` = at home; `holidays`: runs in school holidays too. */
export type CareEntry = {
  readonly kind: CareKind;
  readonly hours: readonly Slot[];
  readonly place?: Place;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly holidays: boolean;
};

/** A child as far as stated. `care` absent = not stated, `[]` = none. */
export type Child = {
  readonly age?: ChildAge;
  readonly care?: readonly CareEntry[];
  readonly schoolFrom?: LocalDate;
  readonly needsCare?: boolean;
  readonly goesAlone: boolean;
  readonly searchingSince?: LocalDate;
};

/** Somebody who can look after children at their home. `children` absent = all of them; indexes into `children`. */
export type Helper = {
  readonly hours: Slot;
  readonly children?: readonly number[];
  readonly every: 'week' | 'alternate' | 'sometimes';
};

/** Time of the parent that is taken; `varies`: not every week at these hours. */
export type Busy = { readonly hours: Slot; readonly why: 'work' | 'other'; readonly varies: boolean };

/** The present job. Hours per week, minutes one way, whole months. */
export type Work = {
  readonly hoursPerWeek?: number;
  readonly wantedHoursPerWeek?: number;
  readonly travelMinutes?: number;
  readonly saturdays: boolean;
  readonly sinceMonths?: number;
  readonly employees?: 'to-15' | '16-45' | '46-200' | 'over-200';
  readonly bridgePartTime?: boolean;
  readonly parentalLeaveUntil?: LocalDate;
};

/** A person's answers. Absent = not answered; lists that are empty = nothing chosen. Never a name, never stored. */
export type Situation = {
  readonly goals: readonly Goal[];
  readonly fields: readonly Field[];
  readonly home?: Place;
  readonly travel: { readonly by?: TravelMeans; readonly maxMinutes?: number };
  readonly children: readonly Child[];
  readonly helpers: readonly Helper[];
  /** Absent = not answered, `[]` = nothing taken. */
  readonly busy?: readonly Busy[];
  readonly work?: Work;
  readonly german?: GermanLevel;
  readonly schooling?: Schooling;
  readonly degree?: Degree;
  readonly workedYears?: number;
  readonly age?: number;
  readonly audiences: Readonly<Partial<Record<Audience, boolean>>>;
  readonly support: readonly ('grundsicherung' | 'alg1' | 'wohngeld' | 'kinderzuschlag' | 'none')[];
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly formats: readonly ('on-site' | 'online')[];
  readonly stepFree: boolean;
  readonly budgetCents?: number;
};
