import * as z from 'zod';
import { parseFeedId } from '../domain/offer/offer-id.ts';
import { parseClockTime } from '../domain/time/clock-time.ts';
import { WEEKDAY_NAMES } from '../domain/time/weekday.ts';
import { FORMAT_IDS, type FormatId } from './format-ids.ts';
import { PAGED_INTERFACE_IDS } from './paged-interface-ids.ts';
import type { TableMap } from './table/table-map.schema.ts';

const feedId = z.string().transform((text, context) => {
  const id = parseFeedId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-a-feed-id' });
  return z.NEVER;
});

const minutesOfDay = z.string().transform((text, context) => {
  const minutes = parseClockTime(text);
  if (minutes !== undefined && minutes < 1440) return minutes;
  context.addIssue({ code: 'custom', message: 'not-a-time' });
  return z.NEVER;
});

const source = z.union([
  z.strictObject({ file: z.string().min(1).max(200) }),
  z
    .strictObject({
      url: z.url({ protocol: /^https$/ }).max(500),
      /** The address answers in pages, which are joined: records of Opendatasoft's Explore API v2.1, services of HSDS, jobs. */
      pages: z.enum(PAGED_INTERFACE_IDS).exactOptional(),
    })
    .refine(({ url, pages }) => pages !== 'opendatasoft' || /[?&]order_by=/.test(url), {
      error: 'order_by in the address, as pages without an order may repeat records and lose others',
      path: ['url'],
    }),
]);

/** Where the occupancy file beside an Open-vhs feed is, and at which minute of every hour it is read. */
const occupancy = z.strictObject({
  source: z.union([
    z.strictObject({ file: z.string().min(1).max(200) }),
    z.strictObject({ url: z.url({ protocol: /^https$/ }).max(500) }),
  ]),
  minute: z.int().min(0).max(59),
});

const guards = z
  .strictObject({
    fromRecords: z.int().min(1).max(100_000).default(100),
    minShare: z.number().min(0).max(1).default(0.7),
    maxRejectedShare: z.number().min(0).max(1).default(0.2),
    maxGrowth: z.number().min(1).max(1000).default(3),
    categories: z.boolean().default(true),
    /** A kind or goal is missed only if at least so many offers had it. */
    fromInCategory: z.int().min(1).max(100_000).default(5),
  })
  .prefault({});

const WITH_OCCUPANCY: readonly FormatId[] = ['open-vhs', 'open-vhs-xml'];

/** One feed of a region's `feeds.json`. `schedule` is a local time `HH:MM` of every day, parsed to minutes since midnight. */
export const feedSettingsSchema = z
  .strictObject({
    id: feedId,
    format: z.enum(FORMAT_IDS),
    source,
    /** The column map of a table, a JSON file below the region's folder. */
    map: z
      .string()
      .max(200)
      .regex(/^(?!.*\.\.)[\w-][\w./-]*\.json$/, 'a JSON file below the region')
      .exactOptional(),
    name: z.string().min(1).max(200),
    /** Words of thanks the licence asks for. */
    credit: z.string().min(1).max(400),
    licence: z.string().min(1).max(100),
    sample: z.boolean().default(false),
    schedule: minutesOfDay.optional(),
    occupancy: occupancy.exactOptional(),
    /** The one day of the week on which the whole feed is fetched, and only what has changed on the others; absent = whole every day. */
    wholeOn: z.enum(WEEKDAY_NAMES).exactOptional(),
    /** Off: the feed is there for nobody. Formats whose owner has not agreed are off unless this says otherwise. */
    switchedOn: z.boolean().exactOptional(),
    guards,
    /** May be imported in production; a sample never is, whatever stands here. */
    production: z.boolean().default(false),
  })
  .refine((feed) => (feed.format === 'table') === (feed.map !== undefined), {
    error: 'a column map for the format table, and for no other',
    path: ['map'],
  })
  .refine(({ source: from, wholeOn }) => wholeOn === undefined || ('url' in from && from.pages === 'hsds'), {
    error: 'only at a source with "pages": "hsds", which alone can be asked for changes',
    path: ['wholeOn'],
  })
  .refine(({ format, occupancy: own }) => own === undefined || WITH_OCCUPANCY.includes(format), {
    error: 'only at a feed of open-vhs or open-vhs-xml, which alone have such a file',
    path: ['occupancy'],
  });

/** The whole `feeds.json`: feeds with different ids, at most 100; those that are off are left out. */
export const feedsFileSchema = z
  .array(feedSettingsSchema)
  .max(100)
  .refine((feeds) => new Set(feeds.map((feed) => feed.id)).size === feeds.length, { error: 'feed-id-twice' })
  .transform((feeds) => feeds.filter(isSwitchedOn));

/** Undocumented interfaces: the Bundesagentur says that its search is not for mass use (shared/feeds/ba-jobs/README.md). */
const OFF_BY_DEFAULT: readonly FormatId[] = ['ba-jobs'];

function isSwitchedOn({ switchedOn, format }: z.output<typeof feedSettingsSchema>): boolean {
  return switchedOn ?? !OFF_BY_DEFAULT.includes(format);
}

/** What an operator sets for a feed, with its guards in full. `table` is the content of the column map that `map` names. */
export type FeedSettings = z.output<typeof feedSettingsSchema> & { readonly table?: TableMap };

/** Where the bytes of a feed are: a file below the region's folder, or an https address. */
export type FeedSource = FeedSettings['source'];

/** Limits of the guards; shares are 0-1. */
export type GuardSettings = FeedSettings['guards'];
