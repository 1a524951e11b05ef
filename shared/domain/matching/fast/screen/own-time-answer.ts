import type { Busy } from '../../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { WEEKDAYS } from '../../../time/weekday.ts';
import { OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import { askPlaces } from './ask-places.ts';
import { spotsOnSite, type CareCase } from '../care/care-case.ts';
import { asking, PASSES, UNMET, type CriterionAnswer } from '../noted.ts';
import type { Request } from '../request.ts';
import { HOME } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

/** What own time hangs on of a case. */
type OwnTimeCase = Pick<CareCase, 'sessions' | 'attended' | 'atOne'>;

/** Holds what is attended of an offer against the own time of the person. */
export type OwnTime = (segment: Segment, offer: number, care: OwnTimeCase) => CriterionAnswer;

/** The check of own time of one request; the same rule as the criterion. */
export function ownTimeOf({ frame, surroundings }: Request): OwnTime {
  const { situation } = frame;
  const worksSometime = (situation.work?.hoursPerWeek ?? 0) > 0;
  const { busy } = situation;
  const withoutWork = busy?.filter(({ why }) => why !== 'work');

  /** `noTimes`: when the offer takes place is not all known. */
  function answer(taken: readonly Busy[], care: OwnTimeCase, noTimes: boolean): CriterionAnswer {
    let isWayKnown = true;
    const { sessions, attended } = care;
    for (const held of sessions) {
      const { spot } = attended(held.place);
      const there = surroundings.out(HOME, spot);
      const back = surroundings.back(spot, HOME);
      if (there === UNKNOWN_WAY) isWayKnown = false;
      const from = held.from - Math.max(0, there);
      const to = held.to + Math.max(0, back);
      if (taken.some((each) => overlaps(each, held.weekday, from, to))) return UNMET;
    }
    if (taken.some(({ varies }) => varies)) return UNKNOWN;
    if (!noTimes && isWayKnown) return PASSES;
    return asking((noTimes ? ASK_OTHER : 0) | (isWayKnown ? 0 : askPlaces(surroundings, spotsOnSite(care))));
  }

  return ({ offers }, offer, care) => {
    const flags = offers.flags[offer] ?? 0;
    const replacesWork = (flags & OFFER_FLAG.replacesWork) !== 0;
    const taken = replacesWork ? withoutWork : busy;
    if (taken === undefined) return worksSometime && !replacesWork ? UNKNOWN_BUSY : PASSES;
    if (taken.length === 0) return PASSES;
    const isComplete = (flags & OFFER_FLAG.complete) !== 0;
    const isSelfPaced = (offers.selfPaced[offer] ?? 0) > 0;
    return answer(taken, care, !isComplete || (care.sessions.length === 0 && !isSelfPaced));
  };
}

const UNKNOWN = asking(ASK_OTHER);
const UNKNOWN_BUSY = asking(askField('busy'));

/** Whether taken time overlaps a stretch that is counted from the midnight of a weekday. */
function overlaps({ hours }: Busy, weekday: number, from: number, to: number): boolean {
  for (
    let day = Math.floor((from - MINUTES_PER_DAY) / MINUTES_PER_DAY);
    day * MINUTES_PER_DAY < to;
    day += 1
  ) {
    const at = WEEKDAYS[(((weekday + day) % 7) + 7) % 7];
    if (at === undefined || !hours.days.includes(at)) continue;
    const midnight = day * MINUTES_PER_DAY;
    if (midnight + hours.from < to && from < midnight + hours.to) return true;
  }
  return false;
}
