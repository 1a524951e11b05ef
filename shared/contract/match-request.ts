import * as z from 'zod';
import { LIMITS } from './limits.ts';
import { refuseContradictions, situationShape } from './situation-values.ts';
import { withoutUndefined } from './without-undefined.ts';
import { wholeNumberIn } from './number-range.ts';

const cursor = z.string().max(LIMITS.cursorCharacters).optional().meta({
  description: 'The `next` of the answer before, with the same request otherwise.',
});

/** Body of `POST /v1/matches`. */
export const matchRequest = z
  .strictObject({
    ...situationShape,
    limitPerVerdict: wholeNumberIn(1, LIMITS.limitPerVerdict.most)
      .default(LIMITS.limitPerVerdict.usual)
      .meta({
        description:
          'Matches per verdict on the first page with explain shown, 1 to 100, usual 20. Later pages hold up to 200 of the rest, in the one order.',
      }),
    cursor,
    levers: z
      .boolean()
      .default(false)
      .meta({ description: 'Also say which single change opens most offers.' }),
    explain: z.enum(['shown', 'all']).default('shown').meta({
      description: 'all = every candidate, those that do not fit too, in the one order, 200 a page.',
    }),
  })
  .transform((request, context) => {
    refuseContradictions(request, context);
    return withoutUndefined(request);
  })
  .meta({
    id: 'MatchRequest',
    description:
      'The situation of a family and what to show. Every field may be left out; nothing of it is stored or logged. At most 16 KiB.',
  });

/** Body of `POST /v1/offers/{id}/explanation`: the situation alone. */
export const explanationRequest = z
  .strictObject(situationShape)
  .transform((request, context) => {
    refuseContradictions(request, context);
    return withoutUndefined(request);
  })
  .meta({ id: 'ExplanationRequest', description: 'The situation of a family, as in MatchRequest.' });

/** The answers of a person in a parsed request; places are not yet looked up. */
export type SituationText = z.output<typeof explanationRequest>;
