import type { Place } from '../place/place.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Slot } from '../time/slot.ts';
import type { Certainty, Timetable } from '../time/timetable.ts';
import type { GermanLevel } from './german-level.ts';
import type { FeedId, OfferId } from './offer-id.ts';
import type {
  Audience,
  CareKind,
  DayPart,
  Degree,
  Field,
  Funding,
  Goal,
  OfferKind,
  Schooling,
} from './terms.ts';

/** Whole months of age from and to, both included. */
export type AgeRangeMonths = { readonly fromMonths: number; readonly toMonths: number };

/** Places at an offer; `free` is absent when not known, `asOf` the day of the count. */
export type Seats = { readonly free?: number; readonly total?: number; readonly asOf?: LocalDate };

/** Childcare that belongs to a course. `during`: it runs while the sessions do, whatever `hours` say. */
export type CourseChildcare = {
  readonly ages?: AgeRangeMonths;
  readonly hours: readonly Slot[];
  readonly during: boolean;
  readonly free?: number;
  readonly costCents?: number;
  readonly certainty: Certainty;
};

/** What a childcare offer adds. `openings` empty = hours not known; `fetches`: it brings and collects children itself. */
export type CareOffer = {
  readonly kind: CareKind;
  readonly ages?: AgeRangeMonths;
  readonly openings: readonly Slot[];
  readonly bookedHours: readonly (25 | 35 | 45)[];
  readonly free?: number;
  readonly asOf?: LocalDate;
  readonly closures?: string;
  readonly fetches: boolean;
};

/** Level taught: `from` is needed at the start (default one below `to`), `to` is reached at the end. */
export type GermanTaught = { readonly from?: GermanLevel; readonly to?: GermanLevel };

/** What an offer says it asks for. `schoolingOrDegree`: one of the two is enough. Ages in whole years, both included. */
export type OfferNeeds = {
  readonly german?: GermanLevel;
  readonly schooling?: Exclude<Schooling, 'none' | 'foreign'>;
  readonly degree?: Exclude<Degree, 'none' | 'foreign'>;
  readonly schoolingOrDegree?: boolean;
  readonly audiences?: readonly Audience[];
  readonly ageYears?: { readonly from?: number; readonly to?: number };
};

/** A fact that did not come as data of the feed itself. */
export type FactProvenance = {
  readonly fact:
    'timetable' | 'childcare' | 'teaches' | 'needs' | 'growth' | 'cost' | 'places' | 'kind' | 'absence';
  readonly from: 'text' | 'provider' | 'partner';
  readonly on?: LocalDate;
};

/** Where an offer comes from and how fresh it is. `sample`: made up by us, refused in production. */
export type Freshness = {
  readonly feed: FeedId;
  readonly changed?: LocalDate;
  readonly checked: LocalDate;
  readonly validUntil?: LocalDate;
  readonly statedBy?: string;
  readonly sample?: boolean;
};

/** Anything that is matched. Absent = not known. Amounts in cents, hours per week. */
export type Offer = {
  readonly id: OfferId;
  readonly kind: OfferKind;
  /** What several dates of one course share; of these one stands for all in a match. */
  readonly course?: string;
  /** The offer of another feed that describes the same thing and is shown instead of this one. */
  readonly duplicateOf?: OfferId;
  readonly goals: readonly Goal[];
  readonly fields: readonly Field[];
  readonly leadsTo?: 'degree' | 'certificate';
  readonly title: string;
  readonly summary?: string;
  readonly provider: { readonly id?: string; readonly name: string };
  readonly places: readonly Place[];
  readonly online: boolean;
  readonly timetable: Timetable;
  readonly rolling: boolean;
  readonly registerBy?: LocalDate;
  readonly hours?: { readonly min: number; readonly max: number };
  readonly dayParts?: readonly DayPart[];
  readonly growth?: {
    readonly toHours: number;
    readonly withinMonths?: number;
    readonly certainty: Certainty;
  };
  readonly seats?: Seats;
  readonly teaches?: { readonly german: GermanTaught };
  readonly needs: OfferNeeds;
  readonly childcare?: CourseChildcare;
  readonly care?: CareOffer;
  readonly cost?: { readonly cents?: number; readonly free?: boolean; readonly text?: string };
  readonly funding: readonly Funding[];
  /** KldB 2010, 1-5 digits as text. */
  readonly occupation?: string;
  readonly pay?: {
    readonly fromCents: number;
    readonly toCents?: number;
    readonly per: 'hour' | 'month' | 'year';
  };
  readonly access?: { readonly stepFree?: boolean };
  /** BCP 47 codes of the languages of instruction or service. */
  readonly languages: readonly string[];
  readonly absence?: string;
  /** Only of an office, never of a person. */
  readonly contact?: { readonly phone?: string; readonly mail?: string };
  readonly links: { readonly page?: string; readonly booking?: string };
  readonly provenance: readonly FactProvenance[];
  readonly freshness: Freshness;
};
