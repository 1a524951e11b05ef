import { longestWayMinutes } from '../criteria/reach.ts';
import type { Candidate } from '../criteria/criterion.ts';
import { germanLevelAbove } from '../../offer/german-level.ts';
import type { CriterionResult, GrantedChange, NearMiss } from '../match-result.ts';
import { nearMissOf } from '../verdict.ts';
import type { Change } from '../match-result.ts';
import { granted } from './granted.ts';

/** The smallest change that makes a match with the verdict `nearly` fit, as far as its unmet criterion goes. */
export function nearestChange(
  candidate: Candidate,
  criteria: readonly CriterionResult[],
): GrantedChange | undefined {
  const nearMiss = nearMissOf(criteria);
  if (nearMiss === 'care') return candidate.care.nearest;
  const change: Change | undefined =
    nearMiss === undefined ? { kind: 'holiday-care' } : changeFor(candidate, nearMiss);
  return change === undefined ? undefined : granted(candidate.frame, change);
}

function changeFor({ frame, variant }: Candidate, nearMiss: Exclude<NearMiss, 'care'>): Change | undefined {
  switch (nearMiss) {
    case 'reach': {
      const minutes = longestWayMinutes(frame, variant);
      return minutes === undefined
        ? undefined
        : { kind: 'travel', minutes: minutes - frame.maxTravelMinutes };
    }
    case 'german': {
      const own = frame.situation.german;
      return own === undefined ? undefined : { kind: 'german', to: germanLevelAbove(own, 1) };
    }
    case 'hours': {
      const { hours, growth } = variant.offer;
      const grown = growth?.certainty === 'stated' ? growth.toHours : 0;
      return { kind: 'more-hours-later', hours: Math.max(hours?.max ?? 0, grown) };
    }
  }
}
