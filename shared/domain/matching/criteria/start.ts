import { formatLocalDate, type LocalDate } from '../../time/local-date.ts';
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
  if (offer.rolling) return rolling(frame, offer.timetable);
  const { first } = schedule;
  if (first === null) return unknown({ reason: 'no-date' }, askProvider('start-date'));
  const facts = { first: formatLocalDate(first) };
  if (first < today) return unmet({ reason: 'started', ...facts });
  if (first < from) return unmet({ reason: 'too-early', ...facts, from: formatLocalDate(from) });
  if (first > until) return unmet({ reason: 'too-late', ...facts, until: formatLocalDate(until) });
  return met(facts);
}

function rolling(
  { today, from, until }: Candidate['frame'],
  { first, last }: { readonly first?: LocalDate; readonly last?: LocalDate },
): CriterionResult {
  const opens = first === undefined || first < today ? today : first;
  if (last !== undefined && last < today) return unmet({ reason: 'ended', last: formatLocalDate(last) });
  if (opens > until) return unmet({ reason: 'too-late', first: formatLocalDate(opens) });
  if (last !== undefined && last < from) return unmet({ reason: 'ended', last: formatLocalDate(last) });
  return met({ rolling: true });
}
