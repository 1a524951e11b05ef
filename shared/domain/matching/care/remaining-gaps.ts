import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { subtract } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import type { OpenQuestion } from '../match-result.ts';
import type { PlacedSession } from '../variants.ts';
import type { CareFrames } from './care-frames.ts';
import { serveGaps, type Served } from './course-childcare.ts';
import { measureNeeds, uncoveredByChild, type MeasuredNeed, type SessionGap } from './gaps.ts';

/** Why a gap is open instead of certain. */
export type OpenGapReason = 'course-childcare' | 'helper-irregular' | 'school-entry' | 'care-not-stated';

/** A gap that is left after childcare of the course; certain when `open` is empty. */
export type RemainingGap = SessionGap & {
  readonly open: readonly OpenGapReason[];
  readonly questions: readonly OpenQuestion[];
};

/** All needs of some sessions, and the gaps that are left of them. */
export type MeasuredCare = {
  readonly needs: readonly MeasuredNeed[];
  readonly gaps: readonly RemainingGap[];
};

/** The needs and remaining gaps of some sessions; `undefined` when a place or way is not known. */
export function measureCare(
  frames: CareFrames,
  offer: CatalogueOffer,
  sessions: readonly PlacedSession[],
): MeasuredCare | undefined {
  const needs = measureNeeds(frames.ordinary, sessions);
  if (needs === undefined) return undefined;
  const withGap = needs.filter((need) => need.uncovered.length > 0);
  const servedBy = serveGaps(frames.ordinary, offer.childcare, withGap);
  const gaps = withGap.flatMap((gap, index): readonly RemainingGap[] => {
    const served = servedBy[index];
    if (served?.outcome === 'closed') return [];
    return [{ ...gap, ...whyOpen(served, openByFamily(frames, gap)) }];
  });
  return { needs, gaps };
}

/** Why a gap that childcare of the course does not close is open: by that childcare, by the family itself, or both. */
export function whyOpen(
  served: Served | undefined,
  byFamily: readonly OpenGapReason[],
): Pick<RemainingGap, 'open' | 'questions'> {
  const asked = served?.outcome === 'open' ? served.questions : [];
  const byCourse: readonly OpenGapReason[] = served?.outcome === 'open' ? ['course-childcare'] : [];
  return { open: [...byCourse, ...byFamily], questions: [...asked, ...byFamily.map(questionFor)] };
}

/** Whether nothing is left uncovered for any child, childcare of the course counted. Stops at the first session that shows it. */
export function closesEverything(
  frame: Frame,
  offer: CatalogueOffer,
  sessions: readonly PlacedSession[],
): boolean {
  if (offer.childcare === undefined) {
    return sessions.every((session) =>
      measureNeeds(frame, [session])?.every((need) => need.uncovered.length === 0),
    );
  }
  return gapsAfterChildcare(frame, offer, sessions)?.length === 0;
}

/** The gaps left after childcare of the course, without asking why; `undefined` when a place or way is not known. */
export function gapsAfterChildcare(
  frame: Frame,
  offer: CatalogueOffer,
  sessions: readonly PlacedSession[],
): readonly SessionGap[] | undefined {
  const needs = measureNeeds(frame, sessions);
  return needs === undefined ? undefined : afterChildcare(frame, offer, needs);
}

function afterChildcare(
  frame: Frame,
  offer: CatalogueOffer,
  needs: readonly MeasuredNeed[],
): readonly SessionGap[] {
  const withGap = needs.filter((need) => need.uncovered.length > 0);
  const served = serveGaps(frame, offer.childcare, withGap);
  return withGap.filter((_gap, index) => served[index]?.outcome !== 'closed');
}

function openByFamily(frames: CareFrames, gap: SessionGap): readonly OpenGapReason[] {
  const child = frames.ordinary.situation.children[gap.child];
  if (child?.care === undefined) return ['care-not-stated'];
  if (isClosedIn(frames.everyHelper, gap)) return ['helper-irregular'];
  if (isClosedIn(frames.beyondSchoolEntry, gap)) return ['school-entry'];
  if (isClosedIn(frames.everyHelperBeyondSchoolEntry, gap)) return ['helper-irregular', 'school-entry'];
  return [];
}

function isClosedIn(frame: Frame | undefined, gap: SessionGap): boolean {
  if (frame === undefined) return false;
  const needs = measureNeeds(frame, [gap.session]);
  return needs?.every((need) => need.child !== gap.child || need.uncovered.length === 0) ?? false;
}

function questionFor(reason: OpenGapReason): OpenQuestion {
  return reason === 'care-not-stated'
    ? { of: 'person', field: 'children.care' }
    : { of: 'carer', code: reason };
}

/** The dates in the region's school holidays on which closed schools would add a gap, ascending. */
export function openHolidayDates(
  frames: CareFrames,
  offer: CatalogueOffer,
  sessions: readonly PlacedSession[],
): readonly LocalDate[] {
  const { ordinary, schoolsClosed } = frames;
  if (schoolsClosed === undefined) return [];
  const inHolidays = sessions.filter(
    (session) =>
      !session.plain &&
      ordinary.region.schoolHolidays.some(({ first, last }) => first <= session.date && session.date <= last),
  );
  if (inHolidays.length === 0) return [];
  const before = gapsAfterChildcare(ordinary, offer, sessions);
  const others = measureNeeds(
    ordinary,
    sessions.filter((session) => !inHolidays.includes(session)),
  );
  const closed = measureNeeds(schoolsClosed, inHolidays);
  if (before === undefined || others === undefined || closed === undefined) return [];
  const after = afterChildcare(ordinary, offer, [...others, ...closed]);
  const dates = [...new Set(inHolidays.map((session) => session.date))].sort((one, other) => one - other);
  return dates.filter((date) =>
    addsGap(
      before,
      after.filter(({ session }) => session.date === date && inHolidays.includes(session)),
    ),
  );
}

/** Whether any child has uncovered time in `after` that it had not in `before`. */
export function addsGap(before: readonly SessionGap[], after: readonly SessionGap[]): boolean {
  const had = uncoveredByChild(before);
  return [...uncoveredByChild(after)].some(
    ([child, uncovered]) => subtract(uncovered, had.get(child) ?? []).length > 0,
  );
}
