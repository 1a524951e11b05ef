import type { CareOffer } from '../../offer/offer.ts';
import type { Child } from '../../situation/situation.ts';
import { GRID_MINUTES, subtract, unite, type Interval } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import type { CareOpen } from '../match-result.ts';
import type { CarePlace, CareWanted, Closing } from './care-wanted.ts';
import { absolute, datesTouched, entryHoursOn } from './coverage.ts';
import type { RemainingGap } from './remaining-gaps.ts';

/** A child with care: the openings cover each gap, with time to change over, and somebody or something brings it there. */
export function closesForBooked(wanted: CareWanted, childIndex: number, at: CarePlace): Closing | undefined {
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
  return Math.abs(edge - end) < GRID_MINUTES;
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
