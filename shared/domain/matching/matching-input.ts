import type { CatalogueOffer } from '../offer/catalogue.ts';
import type { Region } from '../place/region.ts';
import type { Situation } from '../situation/situation.ts';
import type { LocalDate } from '../time/local-date.ts';

/** What a match is made from. `offers` are all current ones, childcare included, in any order; `today` is the region's date. */
export type MatchingInput = {
  readonly situation: Situation;
  readonly offers: readonly CatalogueOffer[];
  readonly region: Region;
  readonly today: LocalDate;
  readonly levers: boolean;
};
