import { formatLocalDate } from '../../time/local-date.ts';
import type { CriterionResult } from '../match-result.ts';
import { askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown } = outcomesOf('start');

/** The first day lies in the window; with rolling entry the windows meet. */
export function start({ frame, variant }: Candidate): CriterionResult {
  const { offer, schedule } = variant;
  const { today, from, until } = frame;
  if (offer.registerBy !== undefined && offer.registerBy < today) {
    return unmet({ reason: 'registration-over', registerBy: formatLocalDate(offer.registerBy) });
  }
  if (offer.rolling) return rolling({ frame, variant });
  const { first } = schedule;
  if (first === null) return unknown({ reason: 'no-date' }, askProvider('start-date'));
  const facts = { first: formatLocalDate(first) };
  if (first < today) return unmet({ reason: 'started', ...facts });
  if (first < from) return unmet({ reason: 'too-early', ...facts, from: formatLocalDate(from) });
  if (first > until) return unmet({ reason: 'too-late', ...facts, until: formatLocalDate(until) });
  return met(facts);
}

/** The person's window and the offer's, from today or its first day to its last, meet; sessions that are all over end it. */
function rolling({ frame, variant }: Pick<Candidate, 'frame' | 'variant'>): CriterionResult {
  const { today, from, until } = frame;
  const { timetable } = variant.offer;
  const hasTimes = timetable.weekly.length > 0 || timetable.dated.length > 0;
  if (hasTimes && variant.sessions.length === 0) return unmet({ reason: 'ended' });
  const first = variant.schedule.first ?? today;
  const opens = first < today ? today : first;
  const { last } = timetable;
  if (opens > until) return unmet({ reason: 'too-late', first: formatLocalDate(opens) });
  if (last !== undefined && (last < today || last < from)) {
    return unmet({ reason: 'ended', last: formatLocalDate(last) });
  }
  return met({ rolling: true });
}
