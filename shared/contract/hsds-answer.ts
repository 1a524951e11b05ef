import * as z from 'zod';

const part = z.looseObject({ id: z.uuid() });
const parts = z.array(part).readonly();

/** Answer to `GET /hsds`: which HSDS this is. */
export const hsdsAbout = z
  .strictObject({ version: z.literal('3.0'), profile: z.url(), openapi_url: z.string() })
  .meta({ id: 'HsdsAbout' });

const ownFields = {
  id: z.uuid(),
  name: z.string(),
  description: z.string().optional(),
  url: z.string().optional(),
  email: z.string().optional(),
  status: z.literal('active'),
  fees_description: z.string().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: z.iso.date(),
  last_modified: z.iso.datetime().optional(),
  organization: z.looseObject({ id: z.uuid(), name: z.string() }),
};

/** A service of HSDS 3.0 with all that belongs to it; `capacities` and `additional_urls` are of 3.1. */
export const hsdsService = z
  .strictObject({
    ...ownFields,
    additional_urls: z
      .array(z.looseObject({ url: z.string() }))
      .readonly()
      .optional(),
    phones: parts,
    languages: parts,
    cost_options: parts,
    capacities: parts,
    schedules: parts,
    service_at_locations: parts,
    attributes: parts,
  })
  .meta({ id: 'HsdsService' });

/** A page of services: each with the fields of its own, or whole where `full` was asked for. */
export const hsdsPage = z
  .strictObject({
    total_items: z.int(),
    total_pages: z.int(),
    page_number: z.int(),
    size: z.int().meta({ description: 'Services on this page.' }),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(z.union([hsdsService, z.strictObject(ownFields)])).readonly(),
  })
  .meta({ id: 'HsdsPage' });
