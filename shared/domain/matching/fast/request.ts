import { careFramesOf, type CareFrames } from '../care/care-frames.ts';
import type { Frame } from '../frame.ts';
import type { Situation } from '../../situation/situation.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import type { Segment } from '../match-index/segment.ts';
import { hasEntries } from '../care/care-wanted.ts';
import { bySegment } from './columns/by-segment.ts';
import { timesIn, type TimesOf } from './care/offer-times.ts';
import { casesOf, type Cases } from './care/cases.ts';
import { childMonthsOf } from './days/child-months.ts';
import { dayClassesOf, type DayClasses } from './days/day-classes.ts';
import { familiesOf } from './sessions/families.ts';
import type { Family } from './sessions/family.ts';
import type { Held } from './sessions/held.ts';
import { heldIn } from './sessions/schedules-held.ts';
import { isAnyAddedIn, type IsAnyAdded } from './gaps/added-gap.ts';
import { holidayPartsBy, type HolidayParts } from './gaps/holiday-parts.ts';
import { inHolidaysBy, type InHolidays } from './gaps/in-holidays.ts';
import { noGaps, type Scratch } from './gaps/gaps.ts';
import { childcareIn, seenVariantsOf, type ChildcareOf, type SeenVariants } from './seen-variant.ts';
import { rowNumbers, type RowNumbers } from './columns/row-numbers.ts';
import { meaningsIn } from './sessions/meanings.ts';
import { sessionNeeds } from './sessions/session-needs.ts';
import type { Setting } from './setting.ts';
import { surroundingsOf } from './ways/surroundings.ts';

/** What all looks at the index in one request share. `familyOf` gives the week of a changed situation. */
export type Request = Setting & {
  readonly index: MatchIndex;
  /** What is held of a segment's offers, by coarse or by fine classes of days; no change of a situation changes it. */
  readonly held: (segment: Segment, isFine: boolean) => (offer: number) => Held;
  /** The cases of offers by coarse or fine classes of days; no change of a situation changes them either. */
  readonly cases: (isFine: boolean) => Cases;
  /** Whether ways to places outside the week do not matter: every child has care already. */
  readonly isAnySpot: boolean;
  readonly scratch: Scratch;
  /** How many cells all gaps of a session have together, by the id of what it means. */
  readonly lost: (number | undefined)[];
  readonly times: TimesOf;
  /** Numbers of what jobs say of parts of the day; see `partsOfJob`. */
  readonly partRows: RowNumbers;
  readonly inHolidays: InHolidays;
  readonly isAnyAdded: IsAnyAdded;
  readonly holidayParts: HolidayParts;
  readonly variants: SeenVariants;
  readonly childcare: ChildcareOf;
  readonly familyOf: (situation: Situation) => Family;
};

/** A request; `changed` are the situations that may be looked at beside the frame's own. */
export function requestOf(index: MatchIndex, frame: Frame, changed: readonly Situation[]): Request {
  const days = dayClassesOf(frame);
  const isAnySpot = frame.situation.children.every(hasEntries);
  const surroundings = surroundingsOf(frame, [frame.situation, ...changed], isAnySpot);
  const setting = { frame, days, surroundings, months: childMonthsOf(frame) };
  const childcare = childcareIn();
  const isSchoolHoliday = schoolHolidaysOf(frame);
  const ids = { count: 0 };
  const partRows = rowNumbers();
  const coarse = casesOf(setting, childcare, ids, isAnySpot);
  const fine = casesOf(setting, childcare, ids, isAnySpot);
  return {
    ...setting,
    index,
    held: heldBy(frame, days),
    cases: (isFine) => (isFine ? fine : coarse),
    isAnySpot,
    times: timesIn(partRows),
    partRows,
    scratch: { gaps: noGaps(), others: noGaps(), cells: [], byWeek: [] },
    lost: [],
    inHolidays: inHolidaysBy(isSchoolHoliday),
    isAnyAdded: isAnyAddedIn(),
    holidayParts: holidayPartsBy(isSchoolHoliday),
    variants: seenVariantsOf(surroundings),
    childcare,
    familyOf: familiesOf(
      frame,
      days,
      surroundings,
      meaningsIn(sessionNeeds(frame.situation.children.length)),
    ),
  };
}

function schoolHolidaysOf({ region }: Frame): (date: LocalDate) => boolean {
  const dates = new Set<number>();
  for (const { first, last } of region.schoolHolidays) {
    for (let date: number = first; date <= last; date += 1) dates.add(date);
  }
  return (date) => dates.has(date);
}

function heldBy(frame: Frame, days: DayClasses): Request['held'] {
  const coarse = bySegment((segment) => heldIn(segment, frame, days, days.coarse));
  const fine = bySegment((segment) => heldIn(segment, frame, days, days.fine()));
  return (segment, isFine) => (isFine ? fine : coarse)(segment);
}

/** The weeks in which one family can be seen; see `CareFrames`. */
export type Families = Readonly<Record<Exclude<keyof CareFrames, 'ordinary'>, Family | undefined>> & {
  readonly ordinary: Family;
  readonly frame: Frame;
};

/** The weeks of a frame's situation. */
export function familiesIn({ familyOf }: Pick<Request, 'familyOf'>, frame: Frame): Families {
  const frames = careFramesOf(frame);
  const family = (other: Frame | undefined): Family | undefined =>
    other === undefined ? undefined : familyOf(other.situation);
  return {
    frame,
    ordinary: familyOf(frame.situation),
    everyHelper: family(frames.everyHelper),
    beyondSchoolEntry: family(frames.beyondSchoolEntry),
    everyHelperBeyondSchoolEntry: family(frames.everyHelperBeyondSchoolEntry),
    schoolsClosed: family(frames.schoolsClosed),
  };
}
