import type { CourseChildcare } from '../../offer/offer.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { areMonthsWithin } from '../care/child-age.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { Trilean } from '../trilean.ts';
import { forEachWeek, type Held, type HeldSessions } from './held.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import type { Attended } from './session-needs.ts';
import type { Setting } from './setting.ts';
import type { Spot } from './surroundings.ts';

/** One variant of an offer, as far as care goes. */
export type CareCase = {
  /** A number of its own within a request, from 1; 0 for one that is not asked for again. */
  readonly id: number;
  readonly sessions: readonly HeldSessions[];
  /** Where the sessions of an occurrence's place are attended. */
  readonly attended: (place: number) => Attended;
  readonly childcare: CourseChildcare | undefined;
  readonly isOneADay: boolean;
  readonly hasCore: boolean;
};

/** The sessions parted so that on all dates of a part each child is, is not, or may be of the age that childcare is for. */
function splitByAge(
  { frame, months }: Pick<Setting, 'frame' | 'months'>,
  { ages }: CourseChildcare,
  held: HeldSessions,
): readonly HeldSessions[] {
  const { children } = frame.situation;
  if (ages === undefined || held.isPlain || children.every(({ age }) => age === undefined)) return [held];
  const on = (date: LocalDate): number => {
    let key = 0;
    for (let child = 0; child < children.length; child += 1) {
      key = key * 3 + TRILEANS.indexOf(areMonthsWithin(months(child, date), ages));
    }
    return key;
  };
  const parts = new Map<number, Uint32Array>();
  forEachWeek(held, (week) => {
    const key = on(dateIn(week, held.weekday));
    let words = parts.get(key);
    if (words === undefined) {
      words = new Uint32Array(held.words.length);
      parts.set(key, words);
    }
    const bit = week - held.firstWeek;
    words[bit >> 5] = (words[bit >> 5] ?? 0) | (1 << (bit & 31));
  });
  return parts.size <= 1 ? [held] : [...parts.values()].map((words) => ({ ...held, words }));
}

const TRILEANS: readonly Trilean[] = ['yes', 'no', 'unknown'];

/** The sessions of one variant; see `CareCase`. */
export function caseOf(
  setting: Pick<Setting, 'frame' | 'months'>,
  id: number,
  { sessions, isOneADay }: Pick<Held, 'sessions' | 'isOneADay'>,
  attended: CareCase['attended'],
  childcare: CourseChildcare | undefined,
): CareCase {
  const parted =
    childcare === undefined ? sessions : sessions.flatMap((held) => splitByAge(setting, childcare, held));
  let hasCore = false;
  for (const { place, isCore } of parted) {
    if (attended(place).spot.isFar) throw NEEDS_REFERENCE;
    if (isCore) hasCore = true;
  }
  return { id, childcare, attended, isOneADay, hasCore, sessions: parted };
}

/** Where the sessions on site are. */
export function spotsOnSite({
  sessions,
  attended,
}: Pick<CareCase, 'sessions' | 'attended'>): readonly Spot[] {
  return sessions.flatMap(({ place }) => {
    const { spot, isOnline } = attended(place);
    return isOnline ? [] : [spot];
  });
}
