import type { Frame } from '../frame.ts';
import { careChanges } from '../levers/care-changes.ts';
import { granted } from '../levers/granted.ts';
import type { CareTerms } from './care-answer.ts';
import type { CareNear } from './search.ts';
import { weekTermsOf } from './doubts-answer.ts';
import { addedWeekdays, changesNear, type ChangesNear } from './near-miss.ts';
import { familiesIn, type Request } from './request.ts';

/** The terms in which near misses by a change of care are looked for too. */
export function judgingTerms(request: Request, places: CareNear): CareTerms {
  const { frame, familyOf } = request;
  const changes = careChanges(frame).map(({ change, situation }) => ({
    change: granted(frame, change),
    family: familyOf(situation),
    addsOnly: change.kind === 'edge-hours',
    weekdays: addedWeekdays(frame.situation, situation),
  }));
  return termsOf(request, frame, places, changesNear(changes));
}

/** The terms in which only what fits is told apart from what does not, for a frame of the same request. */
export function trialTerms(request: Request, frame: Frame, places: CareNear): CareTerms {
  return termsOf(request, frame, places, changesNear([]));
}

function termsOf(request: Request, frame: Frame, places: CareNear, changes: ChangesNear): CareTerms {
  return {
    request,
    families: familiesIn(request, frame),
    places,
    changes,
    ...weekTermsOf(frame),
    known: [],
    knownParts: new Map(),
    onlyFits: false,
  };
}
