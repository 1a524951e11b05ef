import * as z from 'zod';
import { LIMITS } from './limits.ts';
import { localDate, slotOf, slotShape } from './time-values.ts';
import { withoutUndefined } from './without-undefined.ts';
import { numberIn, wholeNumberIn } from './number-range.ts';

/** Somebody who looks after children at their home. */
export const helperText = z
  .strictObject({
    ...slotShape,
    children: z
      .array(
        z
          .int()
          .min(0)
          .max(LIMITS.children - 1),
      )
      .max(LIMITS.children)
      .optional()
      .meta({ description: 'Indexes into the children of this request; absent = all of them.' }),
    every: z.enum(['week', 'alternate', 'sometimes']),
  })
  .transform((helper, context) => {
    const { days, from, to, ...rest } = helper;
    return { hours: slotOf({ days, from, to }, context), ...withoutUndefined(rest) };
  })
  .meta({ id: 'Helper', description: 'Time in which somebody looks after children at their home.' });

/** Time of the parent that is taken. */
export const busyText = z
  .strictObject({
    ...slotShape,
    why: z.enum(['work', 'other']).default('other'),
    varies: z.boolean().default(false).meta({ description: 'Not every week at these hours. Usual: false.' }),
  })
  .transform((busy, context) => {
    const { days, from, to, ...rest } = busy;
    return { hours: slotOf({ days, from, to }, context), ...rest };
  })
  .meta({ id: 'Busy', description: 'Time of the parent that is taken.' });

/** The present job. */
export const workText = z
  .strictObject({
    hoursPerWeek: numberIn(0, 80).optional(),
    wantedHoursPerWeek: numberIn(1, 80).optional(),
    travelMinutes: wholeNumberIn(0, 240).optional().meta({ description: 'Way to work, one way.' }),
    saturdays: z.boolean().default(false),
    sinceMonths: wholeNumberIn(0, 720).optional(),
    employees: z.enum(['to-15', '16-45', '46-200', 'over-200']).optional(),
    bridgePartTime: z.boolean().optional(),
    parentalLeaveUntil: localDate.optional(),
  })
  .transform(withoutUndefined)
  .meta({ id: 'Work', description: 'The present job, hours per week.' });
