import { selfPacedFits } from '../../care/doubts.ts';
import { paidMinutesIn, weekBudget, type WeekBudget } from '../../care/week-budget.ts';
import type { Frame } from '../../frame.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import type { CareCase } from './care-case.ts';
import type { HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';
import type { OfferTimes } from './offer-times.ts';
import { concernedBy } from '../sessions/session-needs.ts';
import { HOME } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

export type { OfferTimes } from './offer-times.ts';

/** Week budgets of one family by way and mode. */
export type Budgets = (wayMinutes: number, online: boolean) => WeekBudget | undefined;

/** Care is looked at once, for work on the doorstep: a way is taken from either end of its windows. */
function budgetsOf(frame: Frame): Budgets {
  const { handoverMinutes } = frame.region.figures;
  const atDoorstep = new Map<boolean, { readonly budget: WeekBudget | undefined }>();
  const known = new Map<number, WeekBudget | undefined>();
  return (wayMinutes, online) => {
    const key = wayMinutes * 2 + Number(online);
    if (known.has(key)) return known.get(key);
    const found = atDoorstep.get(online) ?? {
      budget: weekBudget(frame, { wayMinutes: 0, handoverMinutes, online }),
    };
    atDoorstep.set(online, found);
    const budget = found.budget === undefined ? undefined : withWay(found.budget, wayMinutes);
    known.set(key, budget);
    return budget;
  };
}

function withWay({ days: atDoorstep }: WeekBudget, wayMinutes: number): WeekBudget {
  const days = atDoorstep.flatMap(({ day, window }) => {
    const [from, to] = [window.from + wayMinutes, window.to - wayMinutes];
    const paidMinutes = paidMinutesIn(to - from);
    return paidMinutes === 0 ? [] : [{ day, window: { from, to }, paidMinutes }];
  });
  return { days, paidMinutes: days.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0) };
}

function selfPacedOf(frame: Frame): (hoursPerWeek: number) => boolean {
  const known = new Map<number, boolean>();
  return (hours) => {
    const fits = known.get(hours) ?? selfPacedFits(frame, hours);
    known.set(hours, fits);
    return fits;
  };
}

/** What a family's week allows; each is worked out once. `hangsOnCare`: no budget is known because care was not stated. */
export type WeekTerms = {
  readonly budgets: Budgets;
  readonly selfPaced: (hours: number) => boolean;
  readonly hangsOnCare: (online: boolean) => boolean;
};

/** The terms of a frame's week. */
export function weekTermsOf(frame: Frame): WeekTerms {
  const budgets = budgetsOf(frame);
  return {
    budgets,
    selfPaced: selfPacedOf(frame),
    hangsOnCare: (online) => budgets(0, online) === undefined,
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
  if (care.hasCore && !coreHoursFit(request, care, times, week.budgets)) {
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
  budgets: Budgets,
): boolean {
  if (Number.isNaN(times.hoursMax)) return false;
  let longest = 0;
  for (const { place } of care.sessions) {
    const way = surroundings.out(HOME, care.attended(place).spot);
    if (way === UNKNOWN_WAY) return false;
    longest = Math.max(longest, way);
  }
  const budget = budgets(longest, times.isOnlineOnly);
  return budget !== undefined && budget.paidMinutes >= times.hoursMax * 60;
}
