import type { CatalogueOffer } from '../../../offer/catalogue.ts';
import { careWithoutSessions } from '../../care/without-sessions.ts';
import { notApplicable, type CareAssessment } from '../../care/care-assessment.ts';
import { judgeVariant } from '../../judge.ts';
import type { Segment } from '../../match-index/segment.ts';
import type { Match } from '../../match-result.ts';
import type { Variant } from '../../variants.ts';
import type { CareTerms } from '../care/care-terms.ts';
import type { StandingVariant } from '../judge-variants.ts';
import type { CaseToShow } from './case-to-show.ts';
import { shownParts } from './shown-parts.ts';
import { shownSessions } from './shown-sessions.ts';
import { placingOf, shownVariant } from './shown-variant.ts';

/** The offer of a row of a segment. */
type OfferAt = (segment: Segment, offer: number) => CatalogueOffer;

/** The match of a variant that stands for its offer, as the reference makes it out. Throws NEEDS_FINE_DAYS or NEEDS_REFERENCE as judging does. */
export function shownMatch(terms: CareTerms, offerAt: OfferAt, standing: StandingVariant): Match {
  const { segment, offer } = standing;
  const shown = shownVariant(terms.request, standing, offerAt(segment, offer));
  const offerOf: CaseToShow['offerOf'] = (place) => offerAt(place.segment, place.row);
  return judgeVariant(terms.families.frame, shown, shownCare(terms, standing, shown, offerOf));
}

function shownCare(
  terms: CareTerms,
  { question, variant: { place } }: StandingVariant,
  variant: Variant,
  offerOf: CaseToShow['offerOf'],
): CareAssessment {
  const { frame } = terms.families;
  const placing = placingOf(terms.request, place, variant.offer);
  const placeOf: CaseToShow['placeOf'] = (ofSession) => placing(ofSession).at;
  switch (question.kind) {
    case 'settled':
    case 'self-paced':
      return variant.sessions.length === 0 ? careWithoutSessions(frame, variant) : notApplicable();
    case 'sessions':
      return shownSessions({ terms, asked: question, variant, placeOf, offerOf });
    case 'day-parts':
      return shownParts(terms, question.job, variant, offerOf);
  }
}
