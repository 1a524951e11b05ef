import type { Busy } from '../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { WEEKDAYS } from '../../time/weekday.ts';
import { ASK_OTHER, askField } from './answer.ts';
import { askPlaces } from './ask-places.ts';
import { spotsOnSite, type CareCase } from './care-case.ts';
import { asking, PASSES, UNMET, type CriterionAnswer } from './noted.ts';
import type { Request } from './request.ts';
import { HOME } from './surroundings.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** What of an offer own time hangs on. */
export type OwnTimeOf = {
  readonly replacesWork: boolean;
  readonly isComplete: boolean;
  readonly isSelfPaced: boolean;
  readonly care: Pick<CareCase, 'sessions' | 'attended'>;
};

/** The check of own time of one request. `settled`: the answer to all offers of a kind, `undefined` where sessions decide. */
export type OwnTime = {
  readonly settled: (replacesWork: boolean) => CriterionAnswer | undefined;
  readonly of: (offer: OwnTimeOf) => CriterionAnswer;
};

/** The answers of one person; the same rule as the criterion. */
export function ownTimeOf({ frame, surroundings }: Request): OwnTime {
  const { situation } = frame;
  const worksSometime = (situation.work?.hoursPerWeek ?? 0) > 0;
  const stated = situation.busy;
  const withoutWork = stated?.filter(({ why }) => why !== 'work');
  return {
    settled(replacesWork) {
      const busy = replacesWork ? withoutWork : stated;
      if (busy === undefined) return worksSometime && !replacesWork ? UNKNOWN_BUSY : PASSES;
      return busy.length === 0 ? PASSES : undefined;
    },
    of({ replacesWork, isComplete, isSelfPaced, care }) {
      const busy = (replacesWork ? withoutWork : stated) ?? [];
      let isWayKnown = true;
      const { sessions, attended } = care;
      for (const held of sessions) {
        const { spot } = attended(held.place);
        const there = surroundings.out(HOME, spot);
        const back = surroundings.back(spot, HOME);
        if (there === UNKNOWN_WAY) isWayKnown = false;
        const from = held.from - Math.max(0, there);
        const to = held.to + Math.max(0, back);
        if (busy.some((taken) => overlaps(taken, held.weekday, from, to))) return UNMET;
      }
      if (busy.some(({ varies }) => varies)) return UNKNOWN;
      const noTimes = !isComplete || (sessions.length === 0 && !isSelfPaced);
      if (!noTimes && isWayKnown) return PASSES;
      return asking(
        (noTimes ? ASK_OTHER : 0) | (isWayKnown ? 0 : askPlaces(surroundings, spotsOnSite(care))),
      );
    },
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
