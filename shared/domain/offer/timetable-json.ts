import * as z from 'zod';
import type { DatedSession, Timetable, WeeklySlot } from '../time/timetable.ts';
import { certaintyJson, dateJson, slotShape, spanOf, spanShape, textUpTo } from './offer-json-parts.ts';

const sessionPlace = { place: z.int().min(0).exactOptional(), online: z.boolean().exactOptional() };

const weekly = z
  .strictObject({ ...slotShape, ...sessionPlace, core: z.boolean().exactOptional() })
  .transform((slot, context): WeeklySlot => ({ ...slot, ...spanOf(slot, context) }));

const dated = z
  .strictObject({ date: dateJson, ...spanShape, ...sessionPlace })
  .transform((session, context): DatedSession => ({ ...session, ...spanOf(session, context) }));

/** A timetable in the text form of the contract; lists may be absent. */
export const timetableJson: z.ZodType<Timetable> = z
  .strictObject({
    weekly: z.array(weekly).max(100).default([]),
    dated: z.array(dated).max(1000).default([]),
    first: dateJson.exactOptional(),
    last: dateJson.exactOptional(),
    except: z.array(dateJson).max(400).default([]),
    selfPaced: z.strictObject({ hoursPerWeek: z.number().positive().max(60) }).exactOptional(),
    text: textUpTo(1000).exactOptional(),
    certainty: certaintyJson,
    complete: z.boolean(),
    missing: z
      .array(z.enum(['session-times', 'vocational-school', 'practical-part', 'shifts', 'other']))
      .max(5)
      .default([]),
  })
  .refine(({ first, last }) => first === undefined || last === undefined || first <= last, {
    error: 'out-of-range',
    path: ['last'],
  });

/** An offer that says nothing about its times. */
export const UNKNOWN_TIMETABLE: Timetable = {
  weekly: [],
  dated: [],
  except: [],
  certainty: 'stated',
  complete: false,
  missing: ['session-times'],
};
