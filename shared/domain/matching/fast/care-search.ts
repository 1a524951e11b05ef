import { CARE_OPENS, type CareOpen } from '../match-result.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { possibleMonthsOn, type PossibleMonths } from '../care/child-age.ts';
import { hasEntries } from '../care/care-wanted.ts';
import type { Trilean } from '../trilean.ts';
import type { CareCase, OpenGap } from './care-case.ts';
import type { Family } from './family.ts';
import { coversForBooked, type BookedMemo } from './booked-cover.ts';
import { closesWhenPlaced, type PlacedMemo } from './placed-children.ts';
import { NO_DATE } from '../match-index/segment.ts';
import type { NearPlace, OpeningHours } from './near-places.ts';
import type { Request } from './request.ts';

/** What looking for new care takes: the places near home, and what was found out about their hours. */
export type CareNear = {
  readonly places: readonly NearPlace[];
  /** The same places by their hours. */
  readonly byHours: readonly { readonly hours: OpeningHours; readonly places: readonly NearPlace[] }[];
  readonly booked: BookedMemo;
  readonly placed: PlacedMemo;
};

/** What new care is looked for, for one variant in one family's week. */
export type Search = {
  readonly request: Request;
  readonly near: CareNear;
  readonly family: Family;
  readonly care: CareCase;
  readonly gaps: readonly OpenGap[];
  readonly firstDay: LocalDate;
  readonly isTooLate: boolean;
  /** The children without entries that have a gap, ascending. */
  readonly unbooked: readonly number[];
  readonly months: readonly (PossibleMonths | undefined)[];
};

/** A place that would close a child's gaps once what is open is settled; see `CareCandidate`. */
export type FoundPlace = {
  readonly place: NearPlace;
  readonly open: readonly CareOpen[];
  readonly counts: boolean;
  readonly placed: number;
};

/** A search; `gaps` are those that childcare of the course leaves. */
export function searchOf(
  request: Request,
  near: CareNear,
  family: Family,
  care: CareCase,
  gaps: readonly OpenGap[],
  firstDay: LocalDate,
): Search {
  const { frame } = request;
  const { settlingInDays, settlingInLeadDays } = frame.region.figures;
  const withGap = new Set(gaps.map(({ need }) => need.child));
  const { children } = family.situation;
  return {
    request,
    near,
    family,
    care,
    gaps,
    firstDay,
    isTooLate: addDays(firstDay, -settlingInDays) < addDays(frame.today, settlingInLeadDays),
    unbooked: children.flatMap((child, index) => (withGap.has(index) && !hasEntries(child) ? [index] : [])),
    months: children.map((child) => possibleMonthsOn(child, firstDay, frame.today)),
  };
}

/** Whether the ages of a place include a child on the first day. */
export function ageAt({ months }: Search, child: number, { agesFrom, agesTo }: NearPlace): Trilean {
  const possible = months[child];
  if (possible === undefined || agesFrom === NO_DATE) return 'unknown';
  if (possible.least >= agesFrom && possible.most <= agesTo) return 'yes';
  return possible.most >= agesFrom && possible.least <= agesTo ? 'unknown' : 'no';
}

/** Whether a place would close the gaps of one child by section 4; `undefined` when it would not. */
export function placeFor(search: Search, child: number, place: NearPlace): FoundPlace | undefined {
  const age = ageAt(search, child, place);
  if (age === 'no') return undefined;
  const stated = search.family.situation.children[child];
  if (stated === undefined) return undefined;
  const closing = hasEntries(stated)
    ? closesForBooked(search, child, place)
    : closesForUnbooked(search, child, place);
  if (closing === undefined) return undefined;
  const { freshFree } = place;
  if (freshFree >= 0 && freshFree < closing.placed) return undefined;
  const found = new Set<CareOpen>(closing.open);
  if (age === 'unknown') found.add('age-border');
  if (freshFree < 0) found.add('place-not-known');
  if (search.isTooLate) found.add('too-late');
  const open = CARE_OPENS.filter((each) => found.has(each));
  return { place, open, counts: open.length === 0, placed: closing.placed };
}

type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

function closesForBooked(search: Search, child: number, place: NearPlace): Closing | undefined {
  const { family, gaps, request, near } = search;
  const ofChild = gaps.filter(({ need }) => need.child === child);
  const goesAlone = family.situation.children[child]?.goesAlone === true;
  const isSolved =
    place.fetches ||
    goesAlone ||
    ofChild.every(({ need }) => request.surroundings.way(need.at, place.number()) === 0);
  const whoBrings: readonly CareOpen[] = isSolved ? [] : ['who-brings'];
  if (place.hours.slots.length === 0) return { open: ['hours-not-known', ...whoBrings], placed: 1 };
  const covers = ofChild.every((gap) => coversForBooked(request, near.booked, gap, place.hours));
  return covers ? { open: whoBrings, placed: 1 } : undefined;
}

function closesForUnbooked(search: Search, child: number, place: NearPlace): Closing | undefined {
  const { unbooked } = search;
  const ages = unbooked.map((index) => ageAt(search, index, place));
  const allMayGoThere =
    !ages.includes('no') && (place.freshFree < 0 || place.freshFree >= unbooked.length);
  const alone: Closing = { open: ['two-places'], placed: 1 };
  const together: Closing = { open: ages.includes('unknown') ? ['age-border'] : [], placed: unbooked.length };
  if (place.hours.slots.length === 0) {
    const closing = allMayGoThere ? together : alone;
    return { ...closing, open: [...closing.open, 'hours-not-known'] };
  }
  if (allMayGoThere && closesWhenPlaced(search, unbooked, place)) return together;
  return unbooked.length > 1 && closesWhenPlaced(search, [child], place) ? alone : undefined;
}
