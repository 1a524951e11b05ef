import type { LocalDate } from './local-date.ts';
import type { Minutes } from './clock-time.ts';
import type { Slot } from './slot.ts';

/** How sure a fact is: given as data by the source, or read from its text. */
export type Certainty = 'stated' | 'read-from-text';

/** Where a session takes place if that is not the same for the whole offer: index into its `places`, or online. */
type SessionPlace = { readonly place?: number; readonly online?: boolean };

/** A slot held every week; `core` marks the fixed part of flexible attendance. */
export type WeeklySlot = Slot & SessionPlace & { readonly core?: boolean };

/** One session on one date; `to` above 1,440 ends on the next day. */
export type DatedSession = SessionPlace & {
  readonly date: LocalDate;
  readonly from: Minutes;
  readonly to: Minutes;
};

/** A known part of an offer whose times are not known. */
export type MissingPart = 'session-times' | 'vocational-school' | 'practical-part' | 'shifts' | 'other';

/**
 * When an offer takes place. Nothing in `weekly`, `dated` and `selfPaced` = times unknown. `first` and `last` bound the
 * weekly slots and may be known without any times. `complete: false` when a known part or date lacks its times.
 */
export type Timetable = {
  readonly weekly: readonly WeeklySlot[];
  readonly dated: readonly DatedSession[];
  readonly first?: LocalDate;
  readonly last?: LocalDate;
  /** Dates on which the weekly slots are not held. */
  readonly except: readonly LocalDate[];
  readonly selfPaced?: { readonly hoursPerWeek: number };
  /** The source's own words about its times. */
  readonly text?: string;
  readonly certainty: Certainty;
  readonly complete: boolean;
  readonly missing: readonly MissingPart[];
};
