import { firstDayOf, type CareOfSessions } from '../care/care-answer.ts';
import type { CareQuestion } from '../care/care-of-offer.ts';
import type { CareTerms } from '../care/care-terms.ts';
import type { PartsOfJob } from '../care/parts-of-job.ts';
import { collectGaps } from '../gaps/collect-gaps.ts';
import { searchOf } from '../new-care/search.ts';
import { NEEDS_FINE_DAYS, NEEDS_REFERENCE } from '../needs-reference.ts';
import { LEFT_FLAG, leftFlagsOf } from './left-gaps.ts';
import { leftSessions } from './left-sessions.ts';
import { partShutIn } from './parts-shut.ts';
import { shutAtOneBy } from './shut-at-one.ts';
import { addMask, keepMask } from '../columns/bit-masks.ts';
import { trialMasks, type TrialMasks } from './trial-masks.ts';

/**
 * The changes that are certain to open nothing of what is asked, as bits by their places among those that are tried; it does not fit as things
 * are. Written anew for each look. See DESIGN.md for why the bounds are admissible.
 */
export type ShutChanges = (question: CareQuestion) => Uint32Array;

/** Looks at all changes of a request at once; `trials`: the terms after each of them. */
export function shutChangesIn(stated: CareTerms, trials: readonly CareTerms[]): ShutChanges {
  const masks = trialMasks(trials);
  const partShut = partShutIn(stated, trials);
  const shut = new Uint32Array(masks.words);
  const stays = new Uint32Array(masks.words);
  const left = leftSessions(stated, trials, masks);
  const addShutAtOne = shutAtOneBy(stated, trials, masks, left);

  function lookAt(question: CareOfSessions): void {
    const { care, number } = question;
    if (care.atOne !== undefined) addShutAtOne(question, care.atOne, shut);
    else if (care.id !== 0) {
      const known = number === undefined ? undefined : stated.known[number];
      if (known !== undefined) addMask(shut, left.leavingAll(care));
      addStaying(stated, masks, question, known?.result === 'unmet', shut, stays);
    }
  }

  /** A job fits if one of its parts does. */
  function lookAtParts(job: PartsOfJob): void {
    const inParts = job.times.parts.map((part) => partShut(job, part));
    shut.fill(-1);
    for (const inPart of inParts) keepMask(shut, inPart);
  }

  return (question) => {
    shut.fill(0);
    try {
      if (question.kind === 'sessions') lookAt(question);
      else if (question.kind === 'day-parts') lookAtParts(question.job);
    } catch (error) {
      // Nothing is taken for certain where coarse classes of days do not tell enough.
      if (error !== NEEDS_FINE_DAYS && error !== NEEDS_REFERENCE) throw error;
    }
    return shut;
  };
}

/** The changes that leave a gap no hours cover, and those that leave all gaps as they are where new care does not close them. */
function addStaying(
  { request, families, places }: CareTerms,
  masks: TrialMasks,
  { care, held }: CareOfSessions,
  isUnmet: boolean,
  shut: Uint32Array,
  stays: Uint32Array,
): void {
  const { gaps } = request.scratch;
  const { ordinary } = families;
  if (!collectGaps(request, ordinary, care, gaps) || gaps.count === 0) return;
  const search = searchOf(request, places, ordinary, care, gaps, firstDayOf({ families }, held));
  stays.set(masks.keepsBooked);
  for (let row = 0; row < gaps.count; row += 1) {
    const day = care.sessions[gaps.session[row] ?? 0]?.day ?? 0;
    const child = gaps.child[row] ?? 0;
    const flags = leftFlagsOf(search, row);
    const isWhole = (flags & LEFT_FLAG.whole) !== 0;
    const whole = masks.sameFor(day, child, (flags & LEFT_FLAG.onlyTour) !== 0);
    if ((flags & LEFT_FLAG.wholeShut) !== 0) addMask(shut, whole);
    if ((flags & LEFT_FLAG.coreShut) !== 0) addMask(shut, masks.unchangedFor(day, child));
    if (isWhole) keepMask(stays, whole);
    else stays.fill(0);
  }
  if (isUnmet) addMask(shut, stays);
}
