import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { CareOffer } from '../../offer/offer.ts';
import type { Place } from '../../place/place.ts';
import type { CareEntry, Child } from '../../situation/situation.ts';
import { subtract, unite, type Interval } from '../../time/intervals.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { withChildren, type Frame } from '../frame.ts';
import type { CareOpen } from '../match-result.ts';
import type { PlacedSession } from '../variants.ts';
import { isWithinAges } from './child-age.ts';
import { absolute, datesTouched, entryHoursOn } from './coverage.ts';
import { addsGap, gapsAfterChildcare, type RemainingGap } from './remaining-gaps.ts';

/** A childcare offer near home, with its one place that is nearest. */
export type CarePlace = {
  readonly offer: CatalogueOffer;
  readonly care: CareOffer;
  readonly place: Place;
  readonly minutesFromHome: number;
};

/** A place that would close a child's gaps once what is `open` is settled; it counts when nothing is and there is room. */
export type CareCandidate = CarePlace & {
  readonly child: number;
  readonly open: readonly CareOpen[];
  readonly counts: boolean;
  /** How many places it takes: this child, and others without care who would go there too. */
  readonly placed: number;
};

/** What new care is looked for. */
export type CareWanted = {
  readonly frame: Frame;
  readonly offer: CatalogueOffer;
  readonly sessions: readonly PlacedSession[];
  readonly gaps: readonly RemainingGap[];
  /** The day from which care is needed. */
  readonly firstDay: LocalDate;
};

/** Childcare offers with a known place within reach of home, in the order of their id. */
export function carePlacesNearHome(frame: Frame, offers: readonly CatalogueOffer[]): readonly CarePlace[] {
  return offers
    .flatMap((offer) => {
      const { care } = offer;
      if (offer.kind !== 'childcare' || care === undefined) return [];
      const reachable = offer.places.flatMap((place) => {
        const minutesFromHome = frame.way(frame.home, place);
        return minutesFromHome === undefined ? [] : [{ offer, care, place, minutesFromHome }];
      });
      return reachable.sort((one, other) => one.minutesFromHome - other.minutesFromHome).slice(0, 1);
    })
    .filter(({ minutesFromHome }) => minutesFromHome <= frame.region.figures.careMinutesFromHome)
    .sort((one, other) => (one.offer.id < other.offer.id ? -1 : 1));
}

/** Whether a place would close the gaps of one child by section 4; `undefined` when it would not. */
export function candidateFor(
  wanted: CareWanted,
  childIndex: number,
  at: CarePlace,
): CareCandidate | undefined {
  const { frame, firstDay } = wanted;
  const child = frame.situation.children[childIndex];
  if (child === undefined) return undefined;
  const age = isWithinAges(child, at.care.ages, firstDay, frame.today);
  if (age === 'no') return undefined;
  const closing = hasEntries(child)
    ? closesForBooked(wanted, childIndex, at)
    : closesForUnbooked(wanted, childIndex, at);
  if (closing === undefined) return undefined;
  const room = roomAt(wanted, at.care, closing.placed);
  if (room === 'full') return undefined;
  const open: readonly CareOpen[] = [
    ...(age === 'unknown' ? ['age-border' as const] : []),
    ...closing.open,
    ...(room === 'unknown' ? ['place-not-known' as const] : []),
    ...(isTooLate(frame, firstDay) ? ['too-late' as const] : []),
  ];
  return { ...at, child: childIndex, open, counts: open.length === 0, placed: closing.placed };
}

/** Whether anything is stated that looks after the child. */
export function hasEntries(child: Child): boolean {
  return (child.care ?? []).length > 0;
}

type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

/** A child with no care: the openings become its care there, with siblings in the same position if there is room. */
function closesForUnbooked(wanted: CareWanted, child: number, at: CarePlace): Closing | undefined {
  const group = unbookedWithGaps(wanted);
  if (at.care.openings.length === 0) return { open: ['hours-not-known'], placed: group.length };
  const together = group.filter((index) => fitsAge(wanted, index, at));
  const free = at.care.free;
  const allGoThere = together.length === group.length && (free === undefined || free >= group.length);
  if (allGoThere && closesWhenPlaced(wanted, group, at)) return { open: [], placed: group.length };
  if (group.length === 1 || !closesWhenPlaced(wanted, [child], at)) return undefined;
  return { open: ['two-places'], placed: 1 };
}

function unbookedWithGaps({ frame, gaps }: CareWanted): readonly number[] {
  const withGap = new Set(gaps.map((gap) => gap.child));
  return frame.situation.children.flatMap((child, index) =>
    withGap.has(index) && !hasEntries(child) ? [index] : [],
  );
}

function fitsAge({ frame, firstDay }: CareWanted, index: number, at: CarePlace): boolean {
  const child = frame.situation.children[index];
  return child !== undefined && isWithinAges(child, at.care.ages, firstDay, frame.today) !== 'no';
}

/** Section 3 run again with the children there: none of them has a gap left, and nobody else a new one. */
function closesWhenPlaced(wanted: CareWanted, placed: readonly number[], at: CarePlace): boolean {
  const { frame, offer, sessions, gaps } = wanted;
  const entry: CareEntry = { kind: at.care.kind, hours: at.care.openings, place: at.place, holidays: true };
  const after = withChildren(frame, (child, index) =>
    placed.includes(index) ? { ...child, care: [entry] } : child,
  );
  const left = gapsAfterChildcare(after, offer, sessions);
  return left !== undefined && left.every((gap) => !placed.includes(gap.child)) && !addsGap(gaps, left);
}

/** A child with care: the openings cover each gap, with time to change over, and somebody or something brings it there. */
function closesForBooked(wanted: CareWanted, childIndex: number, at: CarePlace): Closing | undefined {
  const { frame } = wanted;
  const child = frame.situation.children[childIndex];
  const gaps = wanted.gaps.filter((gap) => gap.child === childIndex);
  if (child === undefined) return undefined;
  const changeSolved =
    at.care.fetches || child.goesAlone || gaps.every((gap) => frame.way(gap.at, at.place) === 0);
  const whoBrings: readonly CareOpen[] = changeSolved ? [] : ['who-brings'];
  if (at.care.openings.length === 0) return { open: ['hours-not-known', ...whoBrings], placed: 1 };
  const covers = gaps.every((gap) =>
    gap.uncovered.every((part) => coversWidened(wanted, child, gap, part, at.care)),
  );
  return covers ? { open: whoBrings, placed: 1 } : undefined;
}

function coversWidened(
  { frame }: CareWanted,
  child: Child,
  gap: RemainingGap,
  part: Interval,
  care: CareOffer,
): boolean {
  const edges = datesTouched({ from: part.from - 1, to: part.to + 1 }).flatMap((date) =>
    (child.care ?? [])
      .filter((entry) => entry.kind !== 'family' && entry.kind !== 'other')
      .flatMap((entry) => entryHoursOn(frame, child, entry, date, gap.session.plain)),
  );
  const widening = frame.region.figures.careWideningMinutes;
  const widened = {
    from: part.from - (edges.some((edge) => touches(edge.to, part.from)) ? widening : 0),
    to: part.to + (edges.some((edge) => touches(edge.from, part.to)) ? widening : 0),
  };
  return subtract([widened], openingsAround(frame, care, widened, gap.session.plain)).length === 0;
}

/** The same minute on the grid: care is rounded inward by less than a step. */
function touches(edge: number, end: number): boolean {
  return Math.abs(edge - end) < 5;
}

/** When the place is open around a stretch; a Kita, childminder or school is closed on public holidays. */
function openingsAround(
  frame: Frame,
  care: CareOffer,
  stretch: Interval,
  plain: boolean,
): readonly Interval[] {
  const dates = datesTouched(stretch);
  const first = dates[0];
  const withDayBefore = first === undefined ? dates : [addDays(first, -1), ...dates];
  return unite(
    withDayBefore
      .filter((date) => plain || !frame.region.publicHolidays.has(date))
      .flatMap((date) =>
        care.openings
          .filter((slot) => slot.days.includes(weekdayOf(date)))
          .map((slot) => ({ from: absolute(date, slot.from), to: absolute(date, slot.to) })),
      ),
  );
}

function roomAt({ frame }: CareWanted, care: CareOffer, placed: number): 'yes' | 'unknown' | 'full' {
  const isFresh =
    care.asOf !== undefined && frame.today - care.asOf <= frame.region.figures.careCountMaxAgeDays;
  if (care.free === undefined || !isFresh) return 'unknown';
  return care.free >= placed ? 'yes' : 'full';
}

function isTooLate({ today, region }: Frame, firstDay: LocalDate): boolean {
  const { settlingInDays, settlingInLeadDays } = region.figures;
  return addDays(firstDay, -settlingInDays) < addDays(today, settlingInLeadDays);
}
