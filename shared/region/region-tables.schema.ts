import * as z from 'zod';
import { dateText, latitude, longitude, postcodeText } from './region.schema.ts';

const count = z
  .string()
  .regex(/^\d{1,6}$/, 'a whole number')
  .transform(Number);
const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,8})?$/, 'degrees with a point')
  .transform(Number);

/** How the point of a postcode came about: from places in it, from postcodes with the same first four digits, from a published list, not at all. */
const basis = z.enum(['places', 'borrowed', 'listed', 'none']);

/** A row of `postcodes.csv`: `postcode,lat,lon,places,basis`; `places` counts the distinct places the point rests on. */
export const postcodeRowSchema = z.union([
  z.strictObject({
    postcode: postcodeText,
    lat: z.literal(''),
    lon: z.literal(''),
    places: z.literal('0').transform(Number),
    basis: basis.extract(['none']),
  }),
  z.strictObject({
    postcode: postcodeText,
    lat: degrees.pipe(latitude),
    lon: degrees.pipe(longitude),
    places: count,
    basis: basis.extract(['places', 'borrowed', 'listed']),
  }),
]);

/** A row of `streets.csv`: `street,house,postcode,lat,lon`; without a house the middle of the street in that postcode. */
export const streetRowSchema = z.strictObject({
  street: z.string().trim().min(1).max(100),
  house: z.string().regex(/^(?:\d{1,4}[a-z]?)?$/i, 'a house number such as 88 or 88a, or nothing'),
  postcode: postcodeText,
  lat: degrees.pipe(latitude),
  lon: degrees.pipe(longitude),
});

/** A row of `public-holidays.csv`: `date,name`. */
export const publicHolidayRowSchema = z.strictObject({ date: dateText, name: z.string().min(1) });

/** A row of `school-holidays.csv`: `first,last,name`, both days included. */
export const schoolHolidayRowSchema = z
  .strictObject({ first: dateText, last: dateText, name: z.string().min(1) })
  .refine((range) => range.first <= range.last, { message: 'first not after last', path: ['last'] });

/** `districts.json`: districts with the point that stands for them and the number of places it rests on. */
export const districtsFileSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits, hyphens'),
      name: z.string().min(1).max(80),
      lat: latitude,
      lon: longitude,
      places: z.number().int().min(0),
    }),
  )
  .refine((districts) => new Set(districts.map(({ id }) => id)).size === districts.length, 'ids that differ');

export type PostcodeRow = z.infer<typeof postcodeRowSchema>;
export type StreetRow = z.infer<typeof streetRowSchema>;
export type PublicHolidayRow = z.infer<typeof publicHolidayRowSchema>;
export type SchoolHolidayRow = z.infer<typeof schoolHolidayRowSchema>;
export type DistrictsFile = z.infer<typeof districtsFileSchema>;
