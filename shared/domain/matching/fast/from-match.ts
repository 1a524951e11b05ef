import type { Match } from '../match-result.ts';
import { NO_DATE } from '../match-index/segment.ts';
import { askAll } from './answer.ts';
import { NO_MINUTES, rankOf, type JudgedVariant } from './judged.ts';
import { NO_TRAVEL } from './screen/screened-place.ts';

/** What the reference found of an offer, as far as verdict and order go. */
export function fromMatch({
  verdict,
  criteria,
  gapMinutesPerWeek,
  first,
  travelMinutes,
}: Match): JudgedVariant {
  let [unmet, unknown, asks] = [0, 0, 0];
  criteria.forEach(({ result, questions = [] }, at) => {
    if (result === 'unmet') unmet |= 1 << at;
    if (result === 'unknown') {
      unknown |= 1 << at;
      asks |= askAll(questions);
    }
  });
  return {
    verdict: rankOf(verdict),
    unmet,
    unknown,
    asks,
    gapMinutes: gapMinutesPerWeek ?? NO_MINUTES,
    first: first ?? NO_DATE,
    travel: travelMinutes ?? NO_TRAVEL,
  };
}
