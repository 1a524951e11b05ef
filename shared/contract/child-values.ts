import * as z from 'zod';
import { CARE_KINDS } from '../domain/offer/terms.ts';
import { LIMITS } from './limits.ts';
import { placeText } from './place-values.ts';
import { refuse } from './refuse.ts';
import { localDate, slotOf, slotShape } from './time-values.ts';
import { withoutUndefined } from './without-undefined.ts';
import { wholeNumberIn } from './number-range.ts';

const careSlot = z
  .strictObject(slotShape)
  .transform(slotOf)
  .meta({ id: 'Slot', description: 'Half-open time window on days of the week.' });

const careEntry = z
  .strictObject({
    kind: z.enum(CARE_KINDS),
    hours: z.array(careSlot).min(1).max(LIMITS.slotsPerCareEntry).meta({
      description: 'The hours booked, not the opening hours; 1 to 20 windows.',
    }),
    place: placeText.optional(),
    from: localDate.optional(),
    until: localDate.optional(),
    holidays: z.boolean().default(false).meta({ description: 'Runs in school holidays too. Usual: false.' }),
  })
  .transform((entry, context) => {
    const given = withoutUndefined(entry);
    const backwards = given.from !== undefined && given.until !== undefined && given.until < given.from;
    return backwards ? refuse(context, 'ends-before-start', 'until') : given;
  })
  .meta({
    id: 'CareEntry',
    description: 'One arrangement that looks after a child; without a place: at home.',
  });

/** One child of a request. `care` absent = not stated, `[]` = none. */
export const childText = z
  .strictObject({
    ageMonths: wholeNumberIn(-10, 215).optional().meta({
      description:
        'Age today in full months, -10 to 215; negative = not born yet. Not together with ageYears.',
    }),
    ageYears: wholeNumberIn(0, 17).optional().meta({
      description: 'Age today in full years, 0 to 17; taken as any month of that year.',
    }),
    care: z.array(careEntry).max(LIMITS.careEntriesPerChild).optional().meta({
      description: 'Up to 10 entries. Absent = not stated, [] = none.',
    }),
    schoolFrom: localDate.optional(),
    needsCare: z.boolean().optional().meta({ description: 'Overrides the age at which care is needed.' }),
    goesAlone: z
      .boolean()
      .default(false)
      .meta({ description: 'Goes to and from its places alone. Usual: false.' }),
    searchingSince: localDate.optional(),
  })
  .transform((child, context) => {
    const given = withoutUndefined(child);
    const twice = given.ageMonths !== undefined && given.ageYears !== undefined;
    return twice ? refuse(context, 'one-of-several') : given;
  })
  .meta({ id: 'Child', description: 'A child as far as stated; never a name.' });

/** A child of a request, times and dates parsed, places not yet looked up. */
export type ChildText = z.output<typeof childText>;

/** A care entry of a request. */
export type CareEntryText = z.output<typeof careEntry>;
