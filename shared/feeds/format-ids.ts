/** Ids of the formats a feed may have, as written in `feeds.json`. */
export const FORMAT_IDS = [
  'open-vhs',
  'open-vhs-xml',
  'openq-cat',
  'offers-json',
  'table',
  'hsds',
  'schema-org',
  'i-calendar',
  'ba-jobs',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];
