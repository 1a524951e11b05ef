import { addDays, type LocalDate } from '../../../time/local-date.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import type { Trilean } from '../../trilean.ts';
import type { CoveringHours } from './covering-hours.ts';
import type { Openings } from './day-openings.ts';
import type { BookedPlacesMemo } from './found-places.ts';
import type { CareCase } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import type { Gaps } from '../gaps/gaps.ts';
import type { NearPlace } from './near-places.ts';
import type { OpeningHours } from '../days/opening-hours.ts';
import type { Request } from '../request.ts';

/** Free cells before and after a session within the hours of a place; `null` where they do not cover the session itself. */
export type Slack = { readonly before: number; readonly after: number };

/** What was found out about children at hours, by time and class of day of the session, hours and child. */
export type PlacedMemo = Map<number, Slack | null>;

/** Places with the same hours. `withRoom`: those that may count because a recent number of free ones is known. */
export type PlacesByHours = {
  readonly hours: OpeningHours;
  readonly places: readonly NearPlace[];
  readonly withRoom: readonly NearPlace[];
};

/** What looking for new care takes: the places near home, and what was found out about their hours. */
export type CareNear = {
  readonly byHours: readonly PlacesByHours[];
  /** By the same numbers as `byHours`. */
  readonly openings: Openings;
  /** Those hours at which some place may count, as bits. */
  readonly withRoom: Uint32Array;
  readonly bookedPlaces: BookedPlacesMemo;
  readonly covering: CoveringHours;
  /** Written anew for each look. */
  readonly mask: Uint32Array;
  readonly placed: PlacedMemo;
};

/** What new care is looked for, for one variant in one family's week. */
export type Search = {
  readonly request: Request;
  readonly near: CareNear;
  readonly family: Family;
  readonly care: CareCase;
  readonly gaps: Gaps;
  readonly firstDay: LocalDate;
  readonly isTooLate: boolean;
  /** The children with a gap, as bits. */
  readonly withGap: number;
  /** Those of them without entries, ascending. */
  readonly unbooked: readonly number[];
};

/** A search; `gaps` are those that childcare of the course leaves. */
export function searchOf(
  request: Request,
  near: CareNear,
  family: Family,
  care: CareCase,
  gaps: Gaps,
  firstDay: LocalDate,
): Search {
  let withGap = 0;
  for (let row = 0; row < gaps.count; row += 1) withGap |= 1 << (gaps.child[row] ?? 0);
  return {
    request,
    near,
    family,
    care,
    gaps,
    firstDay,
    isTooLate: isTooLateFor(request, firstDay),
    unbooked: childrenIn(withGap & ~family.booked),
    withGap,
  };
}

const NOBODY: readonly number[] = [];

/** The children of some bits, ascending. */
function childrenIn(bits: number): readonly number[] {
  if (bits === 0) return NOBODY;
  const children: number[] = [];
  for (let rest = bits; rest !== 0; rest &= rest - 1) children.push(31 - Math.clz32(rest & -rest));
  return children;
}

/** Whether the ages of a place include a child on the first day. */
export function ageAt(
  { request, firstDay }: Search,
  child: number,
  { agesFrom, agesTo }: NearPlace,
): Trilean {
  const possible = request.months(child, firstDay);
  if (possible === undefined || agesFrom === NO_DATE) return 'unknown';
  if (possible.least >= agesFrom && possible.most <= agesTo) return 'yes';
  return possible.most >= agesFrom && possible.least <= agesTo ? 'unknown' : 'no';
}

/** Whether no time is left to settle in before the first day. */
export function isTooLateFor({ frame }: Pick<Request, 'frame'>, firstDay: LocalDate): boolean {
  const { settlingInDays, settlingInLeadDays } = frame.region.figures;
  return addDays(firstDay, -settlingInDays) < addDays(frame.today, settlingInLeadDays);
}
