import type { CriterionResult } from '../match-result.ts';
import { askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('format');

/** On site or online, if asked for: every session has to be in a mode that was chosen. */
export function format({ frame, variant }: Candidate): CriterionResult {
  const wanted = frame.situation.formats;
  if (wanted.length === 0) return notApplicable();
  const { offer, modes } = variant;
  if (offer.places.length === 0 && !modes.includes('online')) {
    return wanted.length === 2 ? met() : unknown({ reason: 'not-stated' }, askProvider('format'));
  }
  return modes.every((mode) => wanted.includes(mode)) ? met({ modes }) : unmet({ modes });
}
