import type { Offer } from '../../shared/domain/offer/offer.ts';
import { numberedOffers } from './numbered-offers.ts';

/** What a feed holds at its nth run: of 60 offers in a row the first third goes, the last is new, some in between change. */
export function numberedRun(run: number): readonly Offer[] {
  const first = 1 + (run % 5) * 20;
  return [...numberedOffers(first, first + 19, 1 + (run % 3)), ...numberedOffers(first + 20, first + 59)];
}
