import type { Place } from '../../../place/place.ts';
import type { CareAssessment } from '../../care/care-assessment.ts';
import { CARE_OPENS, type CareProposal } from '../../match-result.ts';
import { isBooked } from '../new-care/booked-places.ts';
import type { FoundPlace } from '../new-care/found-places.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { Search } from '../new-care/search.ts';
import { bookedProposals } from './booked-proposals.ts';
import type { CaseToShow } from './case-to-show.ts';
import { firstDateOf } from './shown-variant.ts';
import { unbookedProposals } from './unbooked-proposals.ts';
import { wayVia } from './way-via.ts';

/** The places that are proposed to each child with a gap, by section 4: at most three, counting ones first, then by the way home - place - offer, then by id. */
export function shownProposals(toShow: CaseToShow, search: Search): CareAssessment['newCare'] {
  return search.family.situation.children.flatMap((_stated, child) => {
    if ((search.withGap & (1 << child)) === 0) return [];
    const via = wayVia(search.request.frame, firstPlaceOf(toShow, search, child));
    const found = isBooked(search, child)
      ? bookedProposals(search, child, via)
      : unbookedProposals(search, child, via);
    if (found.length === 0) return [];
    return [{ child, proposals: found.map((each) => proposalOf(toShow, each)) }];
  });
}

function proposalOf({ offerOf }: CaseToShow, { place, counts, open }: FoundPlace): CareProposal {
  return {
    offer: offerOf(place),
    minutesFromHome: place.minutesFromHome,
    counts,
    open: CARE_OPENS.filter((_reason, at) => (open & (1 << at)) !== 0),
  };
}

/** Where the session is in which a child has its first gap. */
function firstPlaceOf({ placeOf }: CaseToShow, { request, care, gaps }: Search, child: number): Place {
  let firstDate = Number.POSITIVE_INFINITY;
  let firstFrom = 0;
  let first: Place | undefined;
  for (let row = 0; row < gaps.count; row += 1) {
    const held = care.sessions[gaps.session[row] ?? 0];
    if (gaps.child[row] !== child || held === undefined) continue;
    const date = firstDateOf(request, held);
    if (date > firstDate || (date === firstDate && held.from > firstFrom)) continue;
    const other = placeOf(held.place);
    // Which of two sessions at once is the first, only the offer itself tells.
    if (date === firstDate && held.from === firstFrom && other !== first) throw NEEDS_REFERENCE;
    [firstDate, firstFrom, first] = [date, held.from, other];
  }
  if (first === undefined) throw new RangeError('the child has no gap');
  return first;
}
