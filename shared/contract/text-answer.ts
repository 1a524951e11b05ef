import * as z from 'zod';
import type { Match, MatchResult } from '../domain/matching/match-result.ts';

const sentences = z.array(z.string());

/** A match in the language of the answer. */
export const matchTextAnswer = z
  .strictObject({
    summary: z.string().meta({
      description: 'The verdict, with the smallest change (nearly), the first question (ask) or reason (no).',
    }),
    reasons: sentences.meta({
      description: 'What speaks for or against it, gaps, proposed places, whom to ask, what to arrange.',
    }),
  })
  .meta({ id: 'MatchText', description: 'Sentences made from the codes beside them; no new facts.' });

/** What an answer says beside its matches, in the language of the answer. */
export const resultTextAnswer = z
  .strictObject({
    counts: sentences,
    assumptions: sentences,
    excluded: sentences,
    levers: sentences,
    path: sentences,
    nextQuestion: z.string().optional(),
  })
  .meta({ id: 'ResultText', description: 'Sentences for the fields of the same names.' });

/** Puts a match and the rest of an answer into one language. */
export type Wording = {
  readonly ofMatch: (match: Match) => z.infer<typeof matchTextAnswer>;
  readonly ofResult: (result: Omit<MatchResult, 'matches'>) => z.infer<typeof resultTextAnswer>;
};
