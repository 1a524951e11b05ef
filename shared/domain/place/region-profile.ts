import type { LocalDate } from '../time/local-date.ts';
import type { RegionId } from './region.ts';

/** A box of WGS 84 degrees, borders included. */
export type BoundingBox = {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
};

/** The moment a region is pinned to because its data end there: RFC 3339 text, milliseconds since 1970, day in Germany. */
export type PinnedInstant = { readonly text: string; readonly instant: number; readonly date: LocalDate };

/** What is said of a region and done with its feeds beyond matching. */
export type RegionProfile = {
  readonly city: string;
  /** ISO 3166-2 code of the federal state. */
  readonly state: string;
  /** Shown with every answer; absent where the region runs on the clock. Refused in production. */
  readonly asOf?: PinnedInstant;
  /** Coordinates outside it are not believed. */
  readonly boundingBox: BoundingBox;
  /** BCP 47 codes of the languages the region's people are served in, the usual one first. */
  readonly languages: readonly string[];
  /** Whom to ask when nothing fits; an office, never a person. */
  readonly contact: {
    readonly name: string;
    readonly phone?: string;
    readonly mail?: string;
    readonly page?: string;
  };
  /** Regions whose offers are in reach of this one. */
  readonly neighbours: readonly RegionId[];
  /** Postcodes of the region for which no point is known. */
  readonly postcodesWithoutPoint: ReadonlySet<string>;
  /** Postcodes whose point is borrowed from postcodes with the same first four digits. */
  readonly postcodesWithBorrowedPoint: ReadonlySet<string>;
};
