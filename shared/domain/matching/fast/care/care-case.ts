import type { AgeRangeMonths, CourseChildcare } from '../../../offer/offer.ts';
import { localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { areMonthsWithin, type PossibleMonths } from '../../care/child-age.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { Trilean } from '../../trilean.ts';
import { firstDate, forEachWeek, lastDate, type Held, type HeldSessions } from '../sessions/held.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { Attended } from '../sessions/session-needs.ts';
import type { SessionRows } from '../sessions/session-rows.ts';
import type { Setting } from '../setting.ts';
import type { Spot } from '../ways/surroundings.ts';

/** Sessions that are all attended at one place, as rows from `begin` to before `end`. */
export type SessionsAtOne = {
  readonly rows: SessionRows;
  readonly begin: number;
  readonly end: number;
  readonly where: Attended;
};

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
  /** The sessions if each answers for itself: all are at one place, and the course has no childcare. */
  readonly atOne: SessionsAtOne | undefined;
};

/** The sessions parted so that on all dates of a part each child is, is not, or may be of the age that childcare is for. */
function splitByAge(
  { frame, months }: Pick<Setting, 'frame' | 'months'>,
  { ages }: CourseChildcare,
  held: HeldSessions,
): readonly HeldSessions[] {
  const { children } = frame.situation;
  if (ages === undefined || held.isPlain || children.every(({ age }) => age === undefined)) return [held];
  const [first, last] = [firstDate(held), lastDate(held)];
  if (first >= last) return [held];
  const isSameThroughout = (_child: unknown, child: number): boolean =>
    staysAsTo(ages, months(child, localDateFromDays(first)), months(child, localDateFromDays(last)));
  if (children.every(isSameThroughout)) return [held];
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

/** Whether a child that grows from some months to others is, or is not, within an age range all the time. */
function staysAsTo(
  ages: AgeRangeMonths,
  first: PossibleMonths | undefined,
  last: PossibleMonths | undefined,
): boolean {
  if (first === undefined || last === undefined) return true;
  const isWithin = first.least >= ages.fromMonths && last.most <= ages.toMonths;
  return isWithin || last.most < ages.fromMonths || first.least > ages.toMonths;
}

const TRILEANS: readonly Trilean[] = ['yes', 'no', 'unknown'];

/** The sessions of a variant of which each is at a place of its own, or of a course with childcare. */
export function caseOf(
  setting: Pick<Setting, 'frame' | 'months'>,
  id: number,
  { sessions, isOneADay, hasCore }: Pick<Held, 'sessions' | 'isOneADay' | 'hasCore'>,
  attended: CareCase['attended'],
  childcare: CourseChildcare | undefined,
): CareCase {
  const parted =
    childcare === undefined ? sessions : sessions.flatMap((held) => splitByAge(setting, childcare, held));
  for (const { place } of parted) if (attended(place).spot.isFar) throw NEEDS_REFERENCE;
  return { id, childcare, attended, isOneADay, hasCore, sessions: parted, atOne: undefined };
}

/** The sessions of a variant that are all at one place, of a course without childcare. */
export class CaseAtOne implements CareCase, SessionsAtOne {
  readonly id: number;
  readonly attended: CareCase['attended'];
  readonly childcare = undefined;
  readonly rows: SessionRows;
  readonly begin: number;
  readonly end: number;
  readonly where: Attended;
  private readonly held: Held;

  constructor(id: number, held: Held, attended: CareCase['attended'], where: Attended) {
    if (where.spot.isFar) throw NEEDS_REFERENCE;
    this.id = id;
    this.attended = attended;
    this.rows = held.rows;
    this.begin = held.begin;
    this.end = held.end;
    this.where = where;
    this.held = held;
  }

  get atOne(): SessionsAtOne {
    return this;
  }

  get isOneADay(): boolean {
    return this.held.isOneADay;
  }

  get hasCore(): boolean {
    return this.held.hasCore;
  }

  get sessions(): readonly HeldSessions[] {
    return this.held.sessions;
  }
}

/** Where the sessions on site are. */
export function spotsOnSite(care: Pick<CareCase, 'sessions' | 'attended' | 'atOne'>): readonly Spot[] {
  const { atOne, attended } = care;
  if (atOne !== undefined) return atOne.where.isOnline ? [] : [atOne.where.spot];
  return care.sessions.flatMap(({ place }) => {
    const { spot, isOnline } = attended(place);
    return isOnline ? [] : [spot];
  });
}
