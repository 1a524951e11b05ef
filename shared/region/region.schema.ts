import * as z from 'zod';
import { GERMAN_LEVELS } from '../domain/offer/german-level.ts';
import { parseRegionId } from '../domain/place/region.ts';
import { TRAVEL_MEANS } from '../domain/place/travel-means.ts';
import { parseClockTime } from '../domain/time/clock-time.ts';
import { parseLocalDate } from '../domain/time/local-date.ts';
import { parsePinnedInstant } from './pinned-instant.ts';

/** A value that `parse` accepts, as what it gives; the issue says `expected`, never the value. */
function parsed<Value>(expected: string, parse: (text: string) => Value | undefined) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

/** `YYYY-MM-DD` as a local date. */
export const dateText = parsed('a date YYYY-MM-DD', parseLocalDate);
/** `HH:MM` as minutes of the day. */
const clockText = parsed('a time HH:MM', parseClockTime);
const regionIdText = parsed('2-31 lower-case letters, digits, hyphens', parseRegionId);
const name = z.string().trim().min(1).max(200);

/** Degrees of latitude and longitude in WGS 84. */
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
/** A point, `{ "lat": 52.52, "lon": 13.4 }`. */
const point = z.strictObject({ lat: latitude, lon: longitude });
/** Five digits. */
export const postcodeText = z.string().regex(/^\d{5}$/, 'five digits');

const boundingBox = z
  .strictObject({ south: latitude, west: longitude, north: latitude, east: longitude })
  .refine((box) => box.south < box.north && box.west < box.east, 'south below north, west below east');

/** A booking class lasts, Monday to Friday together, exactly its weekly hours. */
const bookingPreset = z
  .strictObject({ weeklyHours: z.literal([25, 35, 45]), from: clockText, to: clockText })
  .refine(
    (preset) => (preset.to - preset.from) * 5 === preset.weeklyHours * 60,
    'five days of the weekly hours',
  );

const minutes = z.number().int().min(0).max(1440);
const travelFigures = z.strictObject({
  baseMinutes: minutes,
  detour: z.number().min(1).max(3),
  kmPerHour: z.number().positive().max(150),
});

/** Figures of matching.md that the region sets otherwise; what is absent keeps its usual value. */
const figures = z.strictObject({
  travel: z.partialRecord(z.enum(TRAVEL_MEANS), travelFigures).optional(),
  defaultMeans: z.enum(TRAVEL_MEANS).optional(),
  defaultMaxTravelMinutes: minutes.optional(),
  sameAreaMinutes: minutes.optional(),
  defaultBudgetCents: z.number().int().min(0).optional(),
  careMinutesFromHome: minutes.optional(),
  settlingInDays: z.number().int().min(0).max(90).optional(),
  careNoticeMonths: z.number().int().min(0).max(24).optional(),
  careNoticeLaw: name.optional(),
});

/** The last day of each month in a leap year, so that 29 February is a possible cut-off. */
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayOfYear = z
  .strictObject({ month: z.number().int().min(1).max(12), day: z.number().int().min(1) })
  .refine((date) => date.day <= (LAST_DAYS[date.month - 1] ?? 0), 'a day that the month has');

/** `region.json` of a region's folder. */
export const regionFileSchema = z.strictObject({
  id: regionIdText,
  name,
  city: name,
  state: z.string().regex(/^DE-[A-Z]{2}$/, 'an ISO 3166-2 code such as DE-BE'),
  asOf: parsed('a time in Germany, YYYY-MM-DDTHH:MM:SS with its offset', parsePinnedInstant).optional(),
  centre: point,
  boundingBox,
  usualGermanGate: z.enum(GERMAN_LEVELS),
  schoolEntryCutOff: dayOfYear,
  bookingPresets: z.array(bookingPreset).min(1).max(3),
  allDaySchoolEnd: clockText,
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'a language code such as de')).min(1),
  contact: z.strictObject({
    name,
    phone: name.optional(),
    mail: z.email().optional(),
    page: z.httpUrl().optional(),
  }),
  neighbours: z.array(regionIdText),
  figures: figures.optional(),
});

/** The checked content of `region.json`. */
export type RegionFile = z.infer<typeof regionFileSchema>;
