import * as z from 'zod';
import { CRITERIA, HEEDS, VERDICTS } from '../domain/matching/match-result.ts';
import { WEEKDAY_NAMES } from '../domain/time/weekday.ts';
import { answerFrame } from './answer-frame.ts';
import { changeAnswer } from './change-answer.ts';
import { offerCard } from './offer-card.ts';
import { timeText } from './offer-parts.ts';
import { matchTextAnswer, resultTextAnswer } from './text-answer.ts';

const facts = z.record(z.string(), z.unknown()).meta({
  id: 'Facts',
  description: 'Figures and codes behind a result, by name; times HH:MM, dates YYYY-MM-DD.',
});

const question = z.strictObject({
  of: z.enum(['person', 'provider', 'carer']),
  field: z.string().optional().meta({ description: 'The answer of the person that would settle it.' }),
  code: z.string().optional().meta({ description: 'The question to put to the provider or to who cares.' }),
});

const criterion = z
  .strictObject({
    id: z.enum(CRITERIA),
    result: z.enum(['met', 'met-with-place', 'unmet', 'unknown', 'not-applicable']),
    facts,
    questions: z.array(question).optional(),
    nearMiss: z.enum(['care', 'reach', 'german', 'hours']).optional(),
  })
  .meta({ id: 'Criterion' });

const gap = z
  .strictObject({
    child: z.int(),
    day: z.enum(WEEKDAY_NAMES),
    from: timeText,
    to: timeText,
    dates: z.int().meta({ description: 'On how many dates.' }),
  })
  .meta({ id: 'Gap', description: 'Time in which a child would be without care.' });

const proposal = z
  .strictObject({
    offer: offerCard,
    minutesFromHome: z.number(),
    counts: z.boolean().meta({ description: 'Nothing is open: the place closes the gaps.' }),
    open: z.array(
      z.enum(['age-border', 'hours-not-known', 'two-places', 'who-brings', 'place-not-known', 'too-late']),
    ),
  })
  .meta({ id: 'CareProposal' });

/** One offer with its verdict and all that led to it. */
export const matchedOffer = z
  .strictObject({
    offer: offerCard,
    verdict: z.enum(VERDICTS),
    variant: z.union([z.int(), z.enum(['online', 'each-at-its-own'])]).meta({
      description: 'What stands for the offer: index of a place, online, or each session at its own place.',
    }),
    others: z
      .int()
      .meta({ description: 'Further dates and variants of the same course, counted in this one.' }),
    criteria: z.array(criterion).meta({ description: 'All criteria in the order of the method.' }),
    gaps: z.array(gap),
    gapMinutesPerWeek: z.number().optional().meta({ description: 'In the worst week; absent = not known.' }),
    travelMinutes: z.number().optional().meta({ description: '0 online; absent = not known.' }),
    heeds: z.array(z.strictObject({ id: z.enum(HEEDS), facts })),
    care: z.array(z.strictObject({ child: z.int(), proposals: z.array(proposal) })),
    change: changeAnswer.optional().meta({ description: 'The smallest change that makes it fit.' }),
    text: matchTextAnswer,
  })
  .meta({ id: 'Match' });

const lever = z.strictObject({ change: changeAnswer, opens: z.int() }).meta({ id: 'Lever' });

/** Body of the answer to `POST /v1/matches`. */
export const matchAnswer = z
  .strictObject({
    ...answerFrame,
    counts: z.record(z.enum(VERDICTS), z.int()).meta({ description: 'All candidates by verdict.' }),
    matches: z.array(matchedOffer),
    levers: z.array(lever).optional().meta({ description: 'Only when asked for, on the first page.' }),
    excluded: z
      .array(z.strictObject({ criterion: z.enum(CRITERIA), count: z.int() }))
      .meta({ description: 'Offers with verdict no, each under its first unmet criterion.' }),
    assumptions: z
      .array(z.strictObject({ id: z.string(), facts }))
      .meta({ description: 'What was taken for granted because it was not answered.' }),
    nextQuestion: z
      .strictObject({ field: z.string(), settles: z.int() })
      .optional()
      .meta({ description: 'The unanswered field that would settle most offers.' }),
    path: z
      .array(
        z.strictObject({ criterion: z.enum(CRITERIA), offers: z.int(), change: changeAnswer.optional() }),
      )
      .optional()
      .meta({ description: 'Where no single change opens anything: the two that together open most.' }),
    text: resultTextAnswer,
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'MatchAnswer' });

/** Body of the answer to `POST /v1/offers/{id}/explanation`. */
export const explanationAnswer = z
  .strictObject({
    ...answerFrame,
    candidate: z
      .boolean()
      .meta({ description: 'Whether a match for this situation would look at the offer.' }),
    leftOut: z
      .enum(['goals-or-fields', 'ended-or-duplicate'])
      .optional()
      .meta({ description: 'Why it is no candidate.' }),
    match: matchedOffer,
    assumptions: z.array(z.strictObject({ id: z.string(), facts })),
  })
  .meta({ id: 'ExplanationAnswer' });

/** The answers as JSON. */
export type MatchAnswer = z.infer<typeof matchAnswer>;
export type MatchedOffer = z.infer<typeof matchedOffer>;
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;
