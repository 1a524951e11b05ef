import type { FeedId, OfferId } from '../../offer/offer-id.ts';

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

/** One row an offer, ascending by id. */
export type OfferColumns = {
  readonly kind: Uint8Array;
  /** Bit masks over `GOALS`, `FIELDS` and `AUDIENCES`. */
  readonly goals: Uint16Array;
  readonly fields: Uint16Array;
  readonly audiences: Uint16Array;
  readonly flags: Uint16Array;
  readonly validUntil: Int32Array;
  readonly registerBy: Int32Array;
  /** Levels as indexes into `GERMAN_LEVELS`; `teachEntry` is what a course that teaches up to `teachTo` asks for. */
  readonly needsGerman: Int8Array;
  readonly teachEntry: Int8Array;
  readonly teachTo: Int8Array;
  /** Ranks of what is asked for, ascending from `none`. */
  readonly schooling: Int8Array;
  readonly degree: Int8Array;
  /** Whole years; the range stands open where nothing is stated. */
  readonly ageFrom: Int16Array;
  readonly ageTo: Int16Array;
  readonly seatsFree: Int32Array;
  readonly costCents: Int32Array;
  /** Hours per week; NaN where not stated, 0 for no stated growth and no self-paced learning. */
  readonly hoursMin: Float64Array;
  readonly hoursMax: Float64Array;
  readonly growthTo: Float64Array;
  readonly selfPaced: Float64Array;
  /** Up to ten parts of the day in the order stated, three bits each from the lowest, as 1 + index into `DAY_PARTS`. */
  readonly dayParts: Uint32Array;
  /** Row numbers in `schedules` and `childcare`. */
  readonly schedule: Int32Array;
  readonly childcare: Int32Array;
  /** Offers with the same number are dates of one course. */
  readonly group: Int32Array;
  /** Where the offer's places begin in `placeOf`; one entry more than offers. */
  readonly placesFrom: Uint32Array;
};

/** One row a distinct timetable, with the places its sessions name. */
export type ScheduleColumns = {
  readonly flags: Uint8Array;
  /** The timetable's own first and last day. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The first day a session is held on; for offers with rolling entry it is worked out for each request. */
  readonly heldFirst: Int32Array;
  /** Where its occurrences and its excepted dates begin; one entry more than schedules. */
  readonly occurrencesFrom: Uint32Array;
  readonly exceptsFrom: Uint32Array;
};

/** One row for all sessions of one schedule on one weekday at the same minutes and place. */
export type OccurrenceColumns = {
  readonly weekday: Uint8Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly place: Int8Array;
  readonly flags: Uint8Array;
  /** The week of bit 0 of its words, counted from the week of 1969-12-29, a multiple of 32. */
  readonly firstWeek: Int32Array;
  /** Where its words begin in `weeks`, 32 weeks each; one entry more than occurrences. */
  readonly weeksFrom: Uint32Array;
};

/** One row a distinct place. NaN where no point is known. */
export type PlaceColumns = {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** Index into `PRECISIONS`. */
  readonly precision: Uint8Array;
  /** Row numbers in `texts`. */
  readonly postcode: Int32Array;
  readonly district: Int32Array;
  readonly address: Int32Array;
};

/** Bits of `care.flags`; `ofCourse` tells childcare of a course from an offer of childcare. */
export const CARE_FLAG = { ofCourse: 1, during: 2, stated: 4, fetches: 8 } as const;

/** Childcare of courses and offers of childcare, one row each. */
export type CareColumns = {
  /** Row number in `offers`. */
  readonly offer: Int32Array;
  /** Index into `CARE_KINDS`. */
  readonly kind: Uint8Array;
  /** Months, both included; `agesFrom` NO_DATE where no ages are stated. */
  readonly agesFrom: Int32Array;
  readonly agesTo: Int32Array;
  readonly free: Int32Array;
  readonly asOf: Int32Array;
  /** Bits of `CARE_FLAG`. */
  readonly flags: Uint8Array;
  /** Row number in `openings`: equal hours have equal numbers. */
  readonly openings: Int32Array;
};

/** One row a slot of distinct opening hours; `days` as bits, Monday lowest. */
export type SlotColumns = {
  readonly days: Uint8Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
};

/** All offers of one feed in columns. Immutable. */
export type Segment = {
  readonly feed: FeedId;
  readonly ids: readonly OfferId[];
  readonly offers: OfferColumns;
  readonly placeOf: Int32Array;
  readonly schedules: ScheduleColumns;
  readonly excepts: Int32Array;
  readonly occurrences: OccurrenceColumns;
  readonly weeks: Uint32Array;
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
