import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { CareOffer } from '../../offer/offer.ts';
import type { Place } from '../../place/place.ts';
import type { Child } from '../../situation/situation.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import type { CareOpen } from '../match-result.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import type { RemainingGap } from './remaining-gaps.ts';

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

/** How a place closes the gaps of a child: what is still open about it, and how many children would go there. */
export type Closing = { readonly open: readonly CareOpen[]; readonly placed: number };

/** The day from which care is needed for a variant: its first, as far as it is known. */
export function careFrom(
  { from }: Pick<Frame, 'from'>,
  { schedule, sessions }: Pick<Variant, 'schedule' | 'sessions'>,
): LocalDate {
  return schedule.first ?? sessions[0]?.date ?? from;
}

/** Whether anything is stated that looks after the child. */
export function hasEntries(child: Child): boolean {
  return (child.care ?? []).length > 0;
}

/** The free places of a count that is recent enough to go by; `undefined` when there is none. */
export function freshlyFree({ today, region }: Frame, { free, asOf }: CareOffer): number | undefined {
  const isFresh = asOf !== undefined && today - asOf <= region.figures.careCountMaxAgeDays;
  return isFresh ? free : undefined;
}
