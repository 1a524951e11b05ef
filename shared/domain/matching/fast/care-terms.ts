import type { Frame } from '../frame.ts';
import type { AppliedChange } from '../levers/applied-change.ts';
import { granted } from '../levers/granted.ts';
import { knownParts, type CareTerms } from './care-answer.ts';
import { weekTermsOf } from './doubts-answer.ts';
import { changesNear } from './near-miss.ts';
import { familiesIn, type Request } from './request.ts';
import type { CareNear } from './search.ts';
import { stuckGapsOf } from './stuck-gaps.ts';
import { addedWeekdays, TOUCHES_ALL, touchesOf } from './touches.ts';

/** The terms of a request's own situation, in which near misses by one of the care changes are looked for too. */
export function judgingTerms(
  request: Request,
  places: CareNear,
  careChanges: readonly AppliedChange[],
): CareTerms {
  const { frame, familyOf } = request;
  const changes = careChanges.map(({ change, situation }) => ({
    change: granted(frame, change),
    family: familyOf(situation),
    addsOnly: change.kind === 'edge-hours',
    weekdays: addedWeekdays(frame.situation, situation),
    touches: touchesOf(frame.situation, situation),
  }));
  const families = familiesIn(request, frame);
  return {
    request,
    families,
    places,
    changes: changesNear(changes),
    ...weekTermsOf(frame),
    known: [],
    knownParts: knownParts(),
    onlyFits: false,
    stuck: stuckGapsOf(request, families, places),
    touches: TOUCHES_ALL,
  };
}

/** The terms in which only what fits is told apart from what does not after a change; `frame` is that of the changed situation. */
export function trialTerms(terms: CareTerms, { change, situation }: AppliedChange, frame: Frame): CareTerms {
  const { request, families } = terms;
  const before = families.frame.situation;
  // Changes that are not of care leave every answer of care as it is.
  if (situation.children === before.children && situation.helpers === before.helpers) {
    return { ...terms, families: { ...families, frame } };
  }
  return {
    ...terms,
    families: familiesIn(request, frame),
    changes: changesNear([]),
    ...weekTermsOf(frame),
    known: [],
    knownParts: knownParts(),
    onlyFits: true,
    touches: change.kind === 'edge-hours' ? touchesOf(before, situation) : TOUCHES_ALL,
  };
}
