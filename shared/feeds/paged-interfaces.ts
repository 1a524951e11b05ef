import * as z from 'zod';
import { BA_SEARCH_LIMITS, searchPage } from './ba-jobs/search-pages.ts';
import { markChanges } from './hsds/mark-changes.ts';
import { countServices, servicesChangedSince, servicesPage } from './hsds/service-pages.ts';
import { countRecords, OPENDATASOFT_LIMITS, pageAddress } from './opendatasoft-page.ts';
import type { PagedInterfaceId } from './paged-interface-ids.ts';

/** What a page says: how many records there are in all, and how many stand on it. */
export type PageCount = { readonly total: number; readonly count: number };

/** An interface that answers in pages. `pages` and `records` are those read before. */
export type PagedInterface = {
  /** Records that it gives in pages at all. */
  readonly inPages: number;
  /** Records on every page but the last, where that is fixed. */
  readonly perPage?: number;
  /** The address of the next page; `undefined` where it would be refused. */
  readonly addressOf: (
    url: string,
    at: { readonly pages: number; readonly records: number },
  ) => string | undefined;
  readonly countOf: (value: unknown, pages: number) => PageCount | undefined;
  /** How it is asked for what has changed since an instant (RFC 3339), and how what it gives then is marked; absent where it cannot be. */
  readonly changes?: {
    readonly addressSince: (url: string, instant: string) => string;
    readonly mark: (instant: string, pages: Uint8Array) => Uint8Array;
  };
};

const answer = z.object({
  maxErgebnisse: z.coerce.number().int().min(0),
  ergebnisliste: z.array(z.unknown()).nullish(),
});

/** Every interface that a source may name as its `pages`. */
export const PAGED_INTERFACES: Readonly<Record<PagedInterfaceId, PagedInterface>> = {
  opendatasoft: {
    ...OPENDATASOFT_LIMITS,
    addressOf: (url, { records }) => pageAddress(url, records),
    countOf: countRecords,
  },
  hsds: {
    inPages: 100_000,
    addressOf: (url, { pages }) => servicesPage(url, pages + 1),
    countOf: (value, pages) => countServices(value, pages + 1),
    changes: { addressSince: servicesChangedSince, mark: markChanges },
  },
  'ba-jobs': {
    inPages: BA_SEARCH_LIMITS.inPages,
    addressOf: (url, { pages }) => searchPage(url, pages + 1),
    countOf: (value) => {
      const read = answer.safeParse(value).data;
      return read && { total: read.maxErgebnisse, count: read.ergebnisliste?.length ?? 0 };
    },
  },
};
