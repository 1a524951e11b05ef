import { GERMAN_LEVELS } from '../../offer/german-level.ts';
import { AUDIENCES, OFFER_KINDS } from '../../offer/terms.ts';
import { belongsTo } from '../criteria/audience.ts';
import { DEGREES_ASCENDING, SCHOOLINGS_ASCENDING } from '../criteria/qualification.ts';
import type { Frame } from '../frame.ts';
import { NO_DATE, OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import { ASK_OTHER, askField, bitOf } from './answer.ts';
import { askPlaces } from './ask-places.ts';
import type { Held } from './held.ts';
import { MODE, type SeenVariant } from './seen-variant.ts';
import type { Request } from './request.ts';
import { HOME } from './surroundings.ts';
import { UNKNOWN_WAY } from './ways.ts';

/**
 * The criteria but own time and care, as bits of the table: which are unmet, which unknown, what these ask, and whether
 * the one that is unmet is a near miss. `travel`: minutes, NO_TRAVEL when not known.
 */
export type Screened = {
  readonly unmet: number;
  readonly unknown: number;
  readonly asks: number;
  readonly isNearMiss: boolean;
  readonly travel: number;
};

/** Travel minutes that are not known; behind all that are. */
export const NO_TRAVEL = 0x7fffffff;

const UNMET = 1;
const NEAR = 2;
const UNKNOWN = 3;
const PASSES = 0;

const START = bitOf('start');
const FORMAT = bitOf('format');
const ACCESS = bitOf('access');
const REACH = bitOf('reach');
const GERMAN = bitOf('german');
const QUALIFICATION = bitOf('qualification');
const AUDIENCE = bitOf('audience');
const AGE = bitOf('age');
const SEATS = bitOf('seats');
const COST = bitOf('cost');
const HOURS = bitOf('hours');

const ASK_GERMAN = askField('german');
const ASK_AGE = askField('age');

/** Holds variants of offers against the answers that columns decide. */
export type Screen = (
  segment: Segment,
  offer: number,
  variant: SeenVariant,
  heldOf: (segment: Segment, offer: number) => Held,
) => Screened;

/** The screen of one request. */
export function screenOf({ frame, surroundings }: Request): Screen {
  const { situation, region, today, from, until, maxTravelMinutes, budgetCents } = frame;
  const { figures } = region;
  const own = levelOf(situation.german);
  const gate = levelOf(region.usualGermanGate);
  const schooling = rankOf(SCHOOLINGS_ASCENDING, situation.schooling);
  const degree = rankOf(DEGREES_ASCENDING, situation.degree);
  const groups = answeredGroups(frame);
  const wantsOnSite = situation.formats.includes('on-site');
  const wantsOnline = situation.formats.includes('online');
  const wish = situation.work?.wantedHoursPerWeek;
  const present = situation.work?.hoursPerWeek ?? 0;
  const JOB = OFFER_KINDS.indexOf('job');

  function start(segment: Segment, offer: number, flags: number, heldOf: Parameters<Screen>[3]): number {
    const { offers, schedules } = segment;
    if ((offers.registerBy[offer] ?? NO_DATE) < today) return UNMET;
    if ((flags & OFFER_FLAG.rolling) !== 0) return rolling(segment, offer, flags, heldOf(segment, offer));
    const first = schedules.heldFirst[offers.schedule[offer] ?? 0] ?? NO_DATE;
    if (first === NO_DATE) return UNKNOWN;
    return first < today || first < from || first > until ? UNMET : PASSES;
  }

  function rolling(
    { offers, schedules }: Segment,
    offer: number,
    flags: number,
    { first, begin, end }: Held,
  ): number {
    if ((flags & OFFER_FLAG.hasTimes) !== 0 && begin === end) return UNMET;
    const opens = first === NO_DATE || first < today ? today : first;
    const last = schedules.last[offers.schedule[offer] ?? 0] ?? NO_DATE;
    if (opens > until) return UNMET;
    return last !== NO_DATE && (last < today || last < from) ? UNMET : PASSES;
  }

  function format({ offers }: Segment, offer: number, { modes }: SeenVariant): number {
    if (!wantsOnSite && !wantsOnline) return PASSES;
    const hasPlaces = offers.placesFrom[offer] !== offers.placesFrom[offer + 1];
    if (!hasPlaces && (modes & MODE.online) === 0) return wantsOnSite && wantsOnline ? PASSES : UNKNOWN;
    if ((modes & MODE.onSite) !== 0 && !wantsOnSite) return UNMET;
    return (modes & MODE.online) !== 0 && !wantsOnline ? UNMET : PASSES;
  }

  function access(flags: number, { modes }: SeenVariant): number {
    if (!situation.stepFree || (modes & MODE.onSite) === 0) return PASSES;
    if ((flags & OFFER_FLAG.stepFreeStated) === 0) return UNKNOWN;
    return (flags & OFFER_FLAG.stepFree) === 0 ? UNMET : PASSES;
  }

  function longestWay({ spots }: SeenVariant): number {
    let longest = spots.length === 0 ? NO_TRAVEL : 0;
    for (const spot of spots) {
      const way = surroundings.out(HOME, spot);
      if (way === UNKNOWN_WAY) return NO_TRAVEL;
      longest = Math.max(longest, way);
    }
    return longest;
  }

  function askWhere(spots: SeenVariant['spots']): number {
    return askPlaces(surroundings, spots) | (spots.length === 0 ? ASK_OTHER : 0);
  }

  function reach(isOnline: boolean, minutes: number): number {
    if (isOnline) return PASSES;
    if (minutes === NO_TRAVEL) return UNKNOWN;
    if (minutes <= maxTravelMinutes) return PASSES;
    return minutes <= maxTravelMinutes + figures.reachNearMissMinutes ? NEAR : UNMET;
  }

  function atLeast(needed: number): number {
    if (own < 0) return UNKNOWN;
    if (own >= needed) return PASSES;
    return own + 1 === needed ? NEAR : UNMET;
  }

  function hours({ offers }: Segment, offer: number): number {
    if (offers.kind[offer] !== JOB || wish === undefined) return PASSES;
    const min = offers.hoursMin[offer] ?? Number.NaN;
    if (Number.isNaN(min)) return UNKNOWN;
    const reachable = Math.max(offers.hoursMax[offer] ?? 0, offers.growthTo[offer] ?? 0);
    if (wish >= min - figures.hoursToleranceHours && wish <= reachable + figures.hoursToleranceHours)
      return PASSES;
    if (wish < min) return UNKNOWN;
    return reachable > present ? NEAR : UNMET;
  }

  return (segment, offer, variant, heldOf) => {
    const { offers } = segment;
    const flags = offers.flags[offer] ?? 0;
    const noted: Noted = { unmet: 0, unknown: 0, asks: 0, near: 0 };
    const isOnline = (variant.modes & MODE.onSite) === 0 && variant.modes !== 0;
    const way = longestWay(variant);
    note(noted, start(segment, offer, flags, heldOf), START, ASK_OTHER);
    note(noted, format(segment, offer, variant), FORMAT, ASK_OTHER);
    note(noted, access(flags, variant), ACCESS, ASK_OTHER);
    const reached = reach(isOnline, way);
    note(noted, reached, REACH, reached === UNKNOWN ? askWhere(variant.spots) : 0);
    const teachTo = offers.teachTo[offer] ?? -1;
    const needsGerman = offers.needsGerman[offer] ?? -1;
    if (teachTo >= 0) {
      const isTooEasy = own >= 0 && own >= teachTo;
      note(noted, isTooEasy ? UNMET : atLeast(offers.teachEntry[offer] ?? 0), GERMAN, ASK_GERMAN);
    } else if (needsGerman >= 0) note(noted, atLeast(needsGerman), GERMAN, ASK_GERMAN);
    else if ((flags & OFFER_FLAG.leadsToDegree) !== 0) {
      if (own < 0) note(noted, UNKNOWN, GERMAN, ASK_GERMAN);
      else if (own < gate) note(noted, UNKNOWN, GERMAN, ASK_OTHER);
    }
    const needsSchooling = offers.schooling[offer] ?? -1;
    const needsDegree = offers.degree[offer] ?? -1;
    if (needsSchooling >= 0 || needsDegree >= 0) {
      const isEither = (flags & OFFER_FLAG.schoolingOrDegree) !== 0;
      const { result, question } = qualified([needsSchooling, needsDegree], [schooling, degree], isEither);
      note(noted, result, QUALIFICATION, question);
    }
    const audiences = offers.audiences[offer] ?? 0;
    if (audiences !== 0 && (audiences & groups.yes) === 0 && (audiences & ~groups.no) === 0) {
      note(noted, UNMET, AUDIENCE, 0);
    }
    if ((flags & OFFER_FLAG.hasAges) !== 0) {
      const { age } = situation;
      if (age === undefined) note(noted, UNKNOWN, AGE, ASK_AGE);
      else if (age < (offers.ageFrom[offer] ?? 0) || age > (offers.ageTo[offer] ?? 0))
        note(noted, UNMET, AGE, 0);
    }
    if (offers.seatsFree[offer] === 0) note(noted, UNMET, SEATS, 0);
    if ((flags & OFFER_FLAG.costFree) === 0 && (offers.costCents[offer] ?? -1) > budgetCents) {
      note(noted, UNKNOWN, COST, ASK_OTHER);
    }
    note(noted, hours(segment, offer), HOURS, ASK_OTHER);
    const { unmet, unknown, asks, near } = noted;
    const isNearMiss = unmet !== 0 && unmet === near && (unmet & (unmet - 1)) === 0;
    const travel = isOnline && (variant.modes & MODE.online) !== 0 ? 0 : way;
    return { unmet, unknown, asks, isNearMiss, travel };
  };
}

/** What criteria said so far. */
type Noted = { unmet: number; unknown: number; asks: number; near: number };

function note(noted: Noted, result: number, bit: number, question: number): void {
  if (result === PASSES) return;
  if (result === UNKNOWN) {
    noted.unknown |= bit;
    noted.asks |= question;
  } else {
    noted.unmet |= bit;
    if (result === NEAR) noted.near |= bit;
  }
}

function levelOf(level: Frame['situation']['german']): number {
  return level === undefined ? -1 : GERMAN_LEVELS.indexOf(level);
}

/** Rank of an answer: `foreign` where it has none, -1 where none was given. */
function rankOf<Rank extends string>(ascending: readonly Rank[], answer: Rank | undefined): number {
  if (answer === undefined) return NOT_GIVEN;
  const rank = ascending.indexOf(answer);
  return rank < 0 ? FOREIGN : rank;
}

const NOT_GIVEN = -1;
const FOREIGN = -2;

/** Schooling and degree together; what is asked is asked for each part that is unknown. */
function qualified(
  needed: readonly [number, number],
  own: readonly [number, number],
  isEither: boolean,
): { readonly result: number; readonly question: number } {
  let [yes, no, unknown, question] = [0, 0, 0, 0];
  const fields = [askField('schooling'), askField('degree')] as const;
  for (const at of [0, 1] as const) {
    if (needed[at] < 0) continue;
    if (own[at] < 0) {
      unknown += 1;
      question |= own[at] === FOREIGN ? ASK_OTHER : fields[at];
    } else if (own[at] >= needed[at]) yes += 1;
    else no += 1;
  }
  if (isEither ? yes > 0 : no === 0 && unknown === 0) return { result: PASSES, question };
  if (isEither ? unknown === 0 : no > 0) return { result: UNMET, question };
  return { result: UNKNOWN, question };
}

function answeredGroups({ situation }: Frame): { readonly yes: number; readonly no: number } {
  let [yes, no] = [0, 0];
  AUDIENCES.forEach((group, at) => {
    const answer = belongsTo(situation, group);
    if (answer === true) yes |= 1 << at;
    if (answer === false) no |= 1 << at;
  });
  return { yes, no };
}
