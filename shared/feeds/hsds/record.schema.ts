import * as z from 'zod';
import { listOf } from '../list-of.ts';

/** Text, or a number or yes/no that a package of tables or a careless export wrote as one or the other. */
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? '').trim());

const attribute = z.object({
  value: text,
  label: text,
  taxonomy_term: z.object({ code: text, name: text, term: text, taxonomy: text }).nullish(),
});

const schedule = z.object({
  valid_from: text,
  valid_to: text,
  dtstart: text,
  timezone: text,
  until: text,
  count: text,
  wkst: text,
  freq: text,
  interval: text,
  byday: text,
  byweekno: text,
  bymonthday: text,
  byyearday: text,
  description: text,
  opens_at: text,
  closes_at: text,
});

const phone = z.object({ number: text, extension: text, type: text });

const location = z.object({
  location_type: text,
  name: text,
  alternate_name: text,
  description: text,
  latitude: text,
  longitude: text,
  addresses: listOf(
    z.object({ address_1: text, address_2: text, city: text, postal_code: text, address_type: text }),
    20,
  ),
  accessibility: listOf(z.object({ description: text, details: text }), 20),
  phones: listOf(phone, 20),
  schedules: listOf(schedule, 200),
});

/**
 * A service of HSDS 3.0, 3.1 or the UK profile, its tables nested in it. Only what is used is named: contacts (persons), the
 * `attention` line of addresses and the mail of the assurer are dropped unread.
 */
export const serviceSchema = z.object({
  id: text,
  name: text,
  alternate_name: text,
  description: text,
  url: text,
  additional_urls: listOf(z.object({ label: text, url: text }), 50),
  email: text,
  status: text,
  fees_description: text,
  application_process: text,
  eligibility_description: text,
  minimum_age: text,
  maximum_age: text,
  last_modified: text,
  phones: listOf(phone, 50),
  schedules: listOf(schedule, 1200),
  service_at_locations: listOf(
    z.object({ location: location.nullish(), schedules: listOf(schedule, 1200), phones: listOf(phone, 20) }),
    100,
  ),
  languages: listOf(z.object({ code: text }), 50),
  organization: z.object({ id: text, name: text, email: text, phones: listOf(phone, 20) }).nullish(),
  cost_options: listOf(
    z.object({
      option: text,
      amount: text,
      currency: text,
      amount_description: text,
      valid_from: text,
      valid_to: text,
    }),
    50,
  ),
  capacities: listOf(
    z.object({ available: text, maximum: text, updated: text, unit: z.object({ name: text }).nullish() }),
    50,
  ),
  attributes: listOf(attribute, 200),
});

export type HsdsService = z.output<typeof serviceSchema>;
export type HsdsSchedule = HsdsService['schedules'][number];
export type HsdsLocation = NonNullable<HsdsService['service_at_locations'][number]['location']>;
