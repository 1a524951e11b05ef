import type { Match } from '../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { Place } from '../../shared/domain/place/place.ts';
import type { Child, Situation } from '../../shared/domain/situation/situation.ts';
import { carePlace, course, judge, region, situation, timetable, town } from './family-language.ts';
import { day } from './some-offer.ts';

/**
 * The usual town with a childcare place `mini` between home and course, `other` beside it, and `edge`, 20 minutes from
 * home; ways not named take 30 minutes.
 */
export const CARE_TOWN = town(
  'home-kita 10, kita-course 15, home-course 20, home-mini 10, mini-course 10, kita-mini 5, ' +
    'home-other 15, other-course 15, home-edge 20, edge-course 15, home-far 25, far-course 5',
  30,
);

/** A place of that town. */
export const at = (name: string): Place => CARE_TOWN.place(name);

/** A course in the week from Monday, 5 May 2025: late enough to settle a child in before. */
export function mayCourse(times: string, own: Partial<Offer> = {}): Offer {
  const week = { first: day('2025-05-05'), last: day('2025-05-11') };
  return course(times, { timetable: timetable(times, week), places: [at('course')], ...own });
}

/** A childcare place somewhere in that town, `mo-fr 07:00-19:00` if not said otherwise. */
export const openAt = (
  id: string,
  where: string,
  own: Parameters<typeof carePlace>[3] = {},
  open = 'mo-fr 07:00-19:00',
): Offer => carePlace(`feed:${id}`, open, at(where), own);

/** What a childcare place says that fetches children. */
export const FETCHING = { fetches: true };

/** A family of that town. */
export function familyOf(children: readonly Child[], own: Partial<Situation> = {}): Situation {
  return situation(children, { home: at('home'), ...own });
}

/** The match of one offer with childcare places around. */
export function judgeWith(
  places: readonly Offer[],
  children: readonly Child[],
  offer: Offer = mayCourse('mo 09:00-12:00'),
  own: Partial<Situation> = {},
): Match {
  return judge(offer, familyOf(children, own), region({}, CARE_TOWN), places);
}

/** The proposals for one child as `id` or `id: what is open`, in the order given. */
export function proposalLines(match: Match, child = 0): readonly string[] {
  const proposals = match.care.find((each) => each.child === child)?.proposals ?? [];
  return proposals.map(({ offer, counts, open }) => {
    const id = offer.id.slice(offer.id.indexOf(':') + 1);
    return counts ? id : `${id}: ${open.join(' ')}`;
  });
}
