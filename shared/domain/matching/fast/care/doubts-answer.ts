import type { Frame } from '../../frame.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import type { CareCase } from './care-case.ts';
import type { HeldSessions } from '../sessions/held.ts';
import type { Families, Request } from '../request.ts';
import type { OfferTimes } from './offer-times.ts';
import { paidMinutesOf, workWeekOf, type WorkWeek } from './work-week.ts';
import { concernedBy } from '../sessions/session-needs.ts';
import { HOME } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

export type { OfferTimes } from './offer-times.ts';

/**
 * What a family's week allows. `paidMinutes`: those of the week budget, by the way to work and mode; `undefined` where none is known because care was not
 * stated. `selfPaced`: whether it reaches so many hours of learning at one's own pace.
 */
export type WeekTerms = {
  readonly workWeek: WorkWeek;
  readonly paidMinutes: (wayMinutes: number, isOnline: boolean) => number | undefined;
  readonly selfPaced: (hours: number) => boolean;
  readonly hangsOnCare: (isOnline: boolean) => boolean;
};

/** The terms of a family's week. */
export function weekTermsOf(families: Families): WeekTerms {
  const { handoverMinutes } = families.frame.region.figures;
  const workWeek = workWeekOf(families);
  return {
    workWeek,
    paidMinutes(wayMinutes, isOnline) {
      const stretches = workWeek(isOnline);
      return stretches === undefined ? undefined : paidMinutesOf(stretches, wayMinutes + handoverMinutes);
    },
    selfPaced(hours) {
      const stretches = workWeek(true);
      return stretches !== undefined && paidMinutesOf(stretches, 0) >= hours * 60;
    },
    hangsOnCare: (isOnline) => workWeek(isOnline) === undefined,
  };
}

/** What keeps an answer without gaps from being a yes, as bits of what is asked; 0 when nothing does. */
export function doubtBits(
  request: Request,
  { children }: Frame['situation'],
  care: CareCase,
  times: OfferTimes,
  week: WeekTerms,
): number {
  let bits = 0;
  if (!times.isComplete) bits |= ASK_OTHER;
  if (care.hasCore && !coreHoursFit(request, care, times, week)) {
    const hangsOnCare = !Number.isNaN(times.hoursMax) && week.hangsOnCare(times.isOnlineOnly);
    bits |= hangsOnCare ? askField('children.care') : ASK_OTHER;
  }
  if (times.selfPacedHours > 0 && !week.selfPaced(times.selfPacedHours)) {
    bits |= week.hangsOnCare(true) ? askField('children.care') : ASK_OTHER;
  }
  const notStated = children.reduce(
    (mask, child, index) => mask | (child.care === undefined ? 1 << index : 0),
    0,
  );
  const isAnyNotStated = ({ day, place }: HeldSessions): boolean =>
    (concernedBy(request.days.classes, day, care.attended(place).isOnline) & notStated) !== 0;
  if (notStated !== 0 && care.sessions.some(isAnyNotStated)) bits |= askField('children.care');
  return bits;
}

function coreHoursFit(
  { surroundings }: Request,
  care: CareCase,
  times: OfferTimes,
  { paidMinutes }: WeekTerms,
): boolean {
  if (Number.isNaN(times.hoursMax)) return false;
  let longest = 0;
  for (const { place } of care.sessions) {
    const way = surroundings.out(HOME, care.attended(place).spot);
    if (way === UNKNOWN_WAY) return false;
    longest = Math.max(longest, way);
  }
  const paid = paidMinutes(longest, times.isOnlineOnly);
  return paid !== undefined && paid >= times.hoursMax * 60;
}
