import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import { CARE_OPENS, type CareOpen } from '../match-result.ts';
import {
  freshlyFree,
  hasEntries,
  type CareCandidate,
  type CarePlace,
  type CareWanted,
} from './care-wanted.ts';
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
  const free = freshlyFree(frame, at.care);
  if (free !== undefined && free < closing.placed) return undefined;
  const found = new Set<CareOpen>(closing.open);
  if (age === 'unknown') found.add('age-border');
  if (free === undefined) found.add('place-not-known');
  if (isTooLate(frame, firstDay)) found.add('too-late');
  const open = CARE_OPENS.filter((each) => found.has(each));
  return { ...at, child: childIndex, open, counts: open.length === 0, placed: closing.placed };
}

function isTooLate({ today, region }: Frame, firstDay: LocalDate): boolean {
  const { settlingInDays, settlingInLeadDays } = region.figures;
  return addDays(firstDay, -settlingInDays) < addDays(today, settlingInLeadDays);
}
