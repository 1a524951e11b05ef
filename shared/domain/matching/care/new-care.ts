import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { CareOffer } from '../../offer/offer.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import type { CareOpen } from '../match-result.ts';
import { hasEntries, type CareCandidate, type CarePlace, type CareWanted } from './care-wanted.ts';
import { isWithinAges } from './child-age.ts';
import { closesForBooked } from './closes-for-booked.ts';
import { closesForUnbooked } from './closes-for-unbooked.ts';

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
