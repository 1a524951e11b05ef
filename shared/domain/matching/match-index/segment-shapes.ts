import type { AnyKinds, ColumnKinds, ColumnMakers } from './column-kinds.ts';

// Each shape names the columns of one table once, in the order of a file: builders make growing columns by it, readers views of bytes.

/** One row an offer, ascending by id. */
export function offerShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    kind: make.u8(),
    /** Bit masks over `GOALS`, `FIELDS` and `AUDIENCES`. */
    goals: make.u16(),
    fields: make.u16(),
    audiences: make.u16(),
    flags: make.u16(),
    validUntil: make.i32(),
    registerBy: make.i32(),
    /** Levels as indexes into `GERMAN_LEVELS`; `teachEntry` is what a course that teaches up to `teachTo` asks for. */
    needsGerman: make.i8(),
    teachEntry: make.i8(),
    teachTo: make.i8(),
    /** Ranks of what is asked for, ascending from `none`. */
    schooling: make.i8(),
    degree: make.i8(),
    /** Whole years; the range stands open where nothing is stated. */
    ageFrom: make.i16(),
    ageTo: make.i16(),
    seatsFree: make.i32(),
    costCents: make.i32(),
    /** Hours per week; NaN where not stated, 0 for no stated growth and no self-paced learning. */
    hoursMin: make.f64(),
    hoursMax: make.f64(),
    growthTo: make.f64(),
    selfPaced: make.f64(),
    /** Up to ten parts of the day in the order stated, three bits each from the lowest, as 1 + index into `DAY_PARTS`. */
    dayParts: make.u32(),
    /** Row numbers in `schedules` and `childcare`. */
    schedule: make.i32(),
    childcare: make.i32(),
    /** Offers with the same number are dates of one course. */
    group: make.i32(),
    /** Offers with the same number ask the same of a person and say the same of their hours: all columns above but goals, fields, dates and how it is attended. */
    asked: make.i32(),
    /** Where the offer's places begin in `placeOf`. */
    placesFrom: make.from(),
  };
}

/** The columns of `offerShape`. */
export type OfferColumns = Readonly<ReturnType<typeof offerShape<ColumnKinds>>>;

/** One row a distinct timetable, with the places its sessions name. */
export function scheduleShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    flags: make.u8(),
    /** The timetable's own first and last day. */
    first: make.i32(),
    last: make.i32(),
    /** The first day a session is held on; for offers with rolling entry it is worked out for each request. */
    heldFirst: make.i32(),
    /** Where its occurrences and its excepted dates begin. */
    occurrencesFrom: make.from(),
    exceptsFrom: make.from(),
  };
}

/** The columns of `scheduleShape`. */
export type ScheduleColumns = Readonly<ReturnType<typeof scheduleShape<ColumnKinds>>>;

/** One row for all sessions of one schedule on one weekday at the same minutes and place. */
export function occurrenceShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    /** Row numbers in `dates` and `stretches`. */
    dates: make.i32(),
    stretch: make.i32(),
    place: make.i8(),
    flags: make.u8(),
  };
}

/** The columns of `occurrenceShape`. */
export type OccurrenceColumns = Readonly<ReturnType<typeof occurrenceShape<ColumnKinds>>>;

/** One row a distinct set of dates, all on one weekday. */
export function datesShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    weekday: make.u8(),
    /** The week of bit 0 of its words, counted from the week of 1969-12-29, a multiple of 32. */
    firstWeek: make.i32(),
    /** Where its words begin in `weeks`, 32 weeks each; none for dates of any week. */
    wordsFrom: make.from(),
  };
}

/** The columns of `datesShape`. */
export type DatesColumns = Readonly<ReturnType<typeof datesShape<ColumnKinds>>>;

/** One row for each pair of minutes, from midnight, between which some sessions are held. */
export function stretchShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    from: make.u16(),
    to: make.u16(),
  };
}

/** The columns of `stretchShape`. */
export type StretchColumns = Readonly<ReturnType<typeof stretchShape<ColumnKinds>>>;

/** One row a distinct place. NaN where no point is known. */
export function placeShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    lat: make.f64(),
    lon: make.f64(),
    /** Index into `PRECISIONS`. */
    precision: make.u8(),
    /** Row numbers in `texts`. */
    postcode: make.i32(),
    district: make.i32(),
    address: make.i32(),
  };
}

/** The columns of `placeShape`. */
export type PlaceColumns = Readonly<ReturnType<typeof placeShape<ColumnKinds>>>;

/** Childcare of courses and offers of childcare, one row each. */
export function careShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    /** Row number in `offers`. */
    offer: make.i32(),
    /** Index into `CARE_KINDS`. */
    kind: make.u8(),
    /** Months, both included; `agesFrom` NO_DATE where no ages are stated. */
    agesFrom: make.i32(),
    agesTo: make.i32(),
    free: make.i32(),
    asOf: make.i32(),
    /** Bits of `CARE_FLAG`. */
    flags: make.u8(),
    /** Row number in `openings`: equal hours have equal numbers. */
    openings: make.i32(),
  };
}

/** The columns of `careShape`. */
export type CareColumns = Readonly<ReturnType<typeof careShape<ColumnKinds>>>;

/** One row a slot of distinct opening hours; `days` as bits, Monday lowest. */
export function slotShape<Kinds extends AnyKinds>(make: ColumnMakers<Kinds>) {
  return {
    days: make.u8(),
    from: make.u16(),
    to: make.u16(),
  };
}

/** The columns of `slotShape`. */
export type SlotColumns = Readonly<ReturnType<typeof slotShape<ColumnKinds>>>;
