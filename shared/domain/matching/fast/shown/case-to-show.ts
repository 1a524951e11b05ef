import type { CatalogueOffer } from '../../../offer/catalogue.ts';
import type { Place } from '../../../place/place.ts';
import type { Variant } from '../../variants.ts';
import type { CareOfSessions } from '../care/care-answer.ts';
import type { CareTerms } from '../care/care-terms.ts';
import type { NearPlace } from '../new-care/near-places.ts';

/** A variant with sessions whose care is made out to be shown. `placeOf`: where the sessions of an occurrence's place are. */
export type CaseToShow = {
  readonly terms: CareTerms;
  readonly asked: CareOfSessions;
  readonly variant: Variant;
  readonly placeOf: (place: number) => Place;
  readonly offerOf: (place: NearPlace) => CatalogueOffer;
};
