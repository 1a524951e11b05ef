import type { Busy, Situation } from '../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { overlaps, type Interval } from '../../time/intervals.ts';
import { weekdayOf, weekdayName } from '../../time/weekday.ts';
import { absolute, datesTouched } from '../care/coverage.ts';
import { stretchOf } from '../care/session-stretch.ts';
import type { Frame } from '../frame.ts';
import type { CriterionResult } from '../match-result.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import { placeQuestions } from './reach.ts';
import { askPerson, askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('own-time');

/** No session with its way falls into the parent's own taken time. */
export function ownTime({ frame, variant }: Candidate): CriterionResult {
  const { situation } = frame;
  const replacesWork = variant.offer.kind === 'job' || variant.offer.kind === 'apprenticeship';
  const busy = situation.busy?.filter((taken) => !(replacesWork && taken.why === 'work'));
  if (busy === undefined) {
    return worksWithoutSayingWhen(situation) && !replacesWork
      ? unknown({ reason: 'working-times-not-stated' }, askPerson('busy'))
      : notApplicable();
  }
  if (busy.length === 0) return notApplicable();
  const clash = variant.sessions.find((session) => clashes(frame, busy, session));
  if (clash !== undefined) return unmet({ day: weekdayName(weekdayOf(clash.date)) });
  if (busy.some((taken) => taken.varies)) return unknown({ reason: 'varies' });
  return unsure(frame, variant) ?? met();
}

function worksWithoutSayingWhen({ work }: Situation): boolean {
  return (work?.hoursPerWeek ?? 0) > 0;
}

/** Whether a session, widened by the direct way if it is known, overlaps taken time. */
function clashes(frame: Frame, busy: readonly Busy[], session: PlacedSession): boolean {
  const there = frame.way(frame.home, session.at) ?? 0;
  const back = frame.way(session.at, frame.home) ?? 0;
  const stretch = stretchOf(session);
  const away = { from: stretch.from - there, to: stretch.to + back };
  return takenAround(busy, away).some((taken) => overlaps(taken, away));
}

function takenAround(busy: readonly Busy[], stretch: Interval): readonly Interval[] {
  const around = { from: stretch.from - MINUTES_PER_DAY, to: stretch.to };
  return datesTouched(around).flatMap((date) =>
    busy
      .filter(({ hours }) => hours.days.includes(weekdayOf(date)))
      .map(({ hours }) => ({ from: absolute(date, hours.from), to: absolute(date, hours.to) })),
  );
}

/** Times or ways that are not known could still clash. */
function unsure(frame: Frame, { offer, sessions }: Variant): CriterionResult | undefined {
  const { selfPaced, complete } = offer.timetable;
  const noTimes = !complete || (sessions.length === 0 && selfPaced === undefined);
  const wayUnknown = sessions.some((session) => frame.way(frame.home, session.at) === undefined);
  if (!noTimes && !wayUnknown) return undefined;
  const places = sessions.flatMap((session) => (session.isOnline ? [] : [session.at]));
  return unknown(
    noTimes ? { reason: 'timetable-not-known' } : { reason: 'place-not-known' },
    ...(noTimes ? [askProvider('timetable')] : []),
    ...(wayUnknown ? placeQuestions(frame, places) : []),
  );
}
