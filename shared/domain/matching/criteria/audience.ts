import type { Audience } from '../../offer/terms.ts';
import type { Situation } from '../../situation/situation.ts';
import type { CriterionResult } from '../match-result.ts';
import { outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, notApplicable } = outcomesOf('audience');

/** The person belongs to one of the groups the offer states; what was not answered is not held against anybody. */
export function audience({ frame, variant }: Candidate): CriterionResult {
  const groups = variant.offer.needs.audiences ?? [];
  if (groups.length === 0) return notApplicable();
  const answers = groups.map((group) => belongsTo(frame.situation, group));
  if (answers.includes(true)) return met({ groups });
  return answers.every((answer) => answer === false) ? unmet({ groups }) : notApplicable({ groups });
}

/** As answered; only that somebody is a parent follows from other answers. */
export function belongsTo({ audiences, children }: Situation, group: Audience): boolean | undefined {
  const answer = audiences[group];
  if (answer !== undefined) return answer;
  return group === 'parents' && children.length > 0 ? true : undefined;
}
