import type { FeedId, OfferId } from '../../offer/offer-id.ts';
import type { OfferIds } from './offer-ids.ts';
import type {
  CareColumns,
  DatesColumns,
  OccurrenceColumns,
  OfferColumns,
  PlaceColumns,
  ScheduleColumns,
  SlotColumns,
  StretchColumns,
} from './segment-shapes.ts';

/** Stands for "not stated" in columns of dates. */
export const NO_DATE = 0x7fffffff;
/** Stands for "not stated" in columns of whole numbers that are never negative, and for "none" in columns of row numbers. */
export const NONE = -1;

/** Bits of `offers.flags`. */
export const OFFER_FLAG = {
  online: 1,
  rolling: 2,
  complete: 4,
  leadsToDegree: 8,
  costFree: 16,
  stepFreeStated: 32,
  stepFree: 64,
  schoolingOrDegree: 128,
  eachAtItsOwn: 256,
  hasTimes: 512,
  hasAges: 1024,
  replacesWork: 2048,
} as const;

/** Bits of `schedules.flags`. `oneADay`: no two occurrences on one date. `mixed`: what is held hangs on the day of entry in a way that no mask shows. */
export const SCHEDULE_FLAG = { oneADay: 1, mixed: 2, core: 4, endNotKnown: 8 } as const;

/** Bits of `occurrences.flags`. `plain`: stands for any week. `window`: held in the four weeks from the day of entry. */
export const OCCURRENCE_FLAG = { core: 1, plain: 2, window: 4 } as const;

/** `occurrences.place` where it is no index into the offer's places. */
export const AT = { variant: -1, online: -2, unknown: -3 } as const;

/** Bits of `care.flags`; `ofCourse` tells childcare of a course from an offer of childcare. */
export const CARE_FLAG = { ofCourse: 1, during: 2, stated: 4, fetches: 8 } as const;

/** All offers of one feed in columns. Immutable. */
export type Segment = {
  readonly feed: FeedId;
  readonly ids: OfferIds;
  readonly offers: OfferColumns;
  readonly placeOf: Int32Array;
  readonly schedules: ScheduleColumns;
  readonly excepts: Int32Array;
  readonly occurrences: OccurrenceColumns;
  readonly dates: DatesColumns;
  readonly weeks: Uint32Array;
  readonly stretches: StretchColumns;
  readonly places: PlaceColumns;
  readonly care: CareColumns;
  /** Where the slots of each distinct openings begin; one entry more than openings. */
  readonly openingsFrom: Uint32Array;
  readonly slots: SlotColumns;
  /** Postcodes, districts, addresses. */
  readonly texts: readonly string[];
  /** Offers that another stands for: their row numbers, ascending, and the ids of the others. */
  readonly duplicates: Int32Array;
  readonly duplicateOf: readonly OfferId[];
};
