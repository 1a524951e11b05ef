import { NONE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, bitOf } from '../answer.ts';
import { askPlaces } from './ask-places.ts';
import { asking, NEAR, note, PASSES, UNMET, type CriterionAnswer, type Noted } from '../noted.ts';
import type { Request } from '../request.ts';
import { MODE, type HeldOf } from '../seen-variant.ts';
import { HOME, type Spot } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';

/** Travel minutes that are not known; behind all that are. */
export const NO_TRAVEL = 0x7fffffff;

const FORMAT = bitOf('format');
const ACCESS = bitOf('access');
const REACH = bitOf('reach');

const UNKNOWN = asking(ASK_OTHER);

/** Notes what hangs on where and how a variant is attended: format, access, reach. `flags`: those of the offer. Gives the minutes of travel, NO_TRAVEL when not known. */
type ScreenedPlace = (offer: number, variant: number, flags: number, heldOf: HeldOf, noted: Noted) => number;

/** The answers of one request for the offers of a segment; the same rules as the criteria. */
export function screenedPlaceIn({
  frame,
  surroundings,
  variants,
}: Request): (segment: Segment) => ScreenedPlace {
  const { situation, region, maxTravelMinutes } = frame;
  const { stepFree, formats } = situation;
  const nearlyReached = maxTravelMinutes + region.figures.reachNearMissMinutes;
  const wantsOnSite = formats.includes('on-site');
  const wantsOnline = formats.includes('online');

  function format(hasPlaces: boolean, modes: number): CriterionAnswer {
    if (!wantsOnSite && !wantsOnline) return PASSES;
    if (!hasPlaces && (modes & MODE.online) === 0) return wantsOnSite && wantsOnline ? PASSES : UNKNOWN;
    if ((modes & MODE.onSite) !== 0 && !wantsOnSite) return UNMET;
    return (modes & MODE.online) !== 0 && !wantsOnline ? UNMET : PASSES;
  }

  function access(flags: number, modes: number): CriterionAnswer {
    if (!stepFree || (modes & MODE.onSite) === 0) return PASSES;
    if ((flags & OFFER_FLAG.stepFreeStated) === 0) return UNKNOWN;
    return (flags & OFFER_FLAG.stepFree) === 0 ? UNMET : PASSES;
  }

  function reach(minutes: number): CriterionAnswer {
    if (minutes <= maxTravelMinutes) return PASSES;
    return minutes <= nearlyReached ? NEAR : UNMET;
  }

  function longestWay(spots: readonly Spot[]): number {
    let longest = spots.length === 0 ? UNKNOWN_WAY : 0;
    for (const spot of spots) {
      const way = surroundings.out(HOME, spot);
      if (way === UNKNOWN_WAY) return UNKNOWN_WAY;
      longest = Math.max(longest, way);
    }
    return longest;
  }

  function askWhere(spots: readonly Spot[]): CriterionAnswer {
    return asking(askPlaces(surroundings, spots) | (spots.length === 0 ? ASK_OTHER : 0));
  }

  return (segment) => {
    const { placeOf } = segment;
    const { placesFrom } = segment.offers;
    const fromHome = surroundings.waysFromHome(segment);
    return (offer, variant, flags, heldOf, noted) => {
      const begin = placesFrom[offer] ?? 0;
      const end = placesFrom[offer + 1] ?? begin;
      // Most variants are one place of the offer, of which columns tell all that is asked here.
      const isOnePlace = begin + variant < end && (flags & OFFER_FLAG.eachAtItsOwn) === 0;
      const seen = isOnePlace ? undefined : variants(segment, offer, variant, heldOf);
      const modes = seen === undefined ? MODE.onSite : seen.modes;
      note(noted, FORMAT, format(end > begin, modes));
      note(noted, ACCESS, access(flags, modes));
      if (modes === MODE.online) return 0;
      const way = seen === undefined ? fromHome(placeOf[begin + variant] ?? NONE) : longestWay(seen.spots);
      if (way !== UNKNOWN_WAY) {
        note(noted, REACH, reach(way));
        return way;
      }
      const { spots } = seen ?? variants(segment, offer, variant, heldOf);
      note(noted, REACH, askWhere(spots));
      return NO_TRAVEL;
    };
  };
}
