import type { GermanPostcodes } from '../domain/place/german-postcodes.ts';
import type { PinnedInstant, RegionProfile } from '../domain/place/region-profile.ts';
import type { Region } from '../domain/place/region.ts';
import { parseLocalDate, type LocalDate } from '../domain/time/local-date.ts';

/** The region a service answers for. `asOf` only where it is pinned to the end of its data. */
export type RegionInUse = {
  readonly region: Region;
  readonly asOf?: PinnedInstant;
  /** Whether a five-digit postcode exists in Germany. */
  readonly postcodeExists: (postcode: string) => boolean;
};

/** The region that a folder says, as a service answers for it. */
export function regionInUse({
  region,
  profile: { asOf },
  germanPostcodes,
}: {
  readonly region: Region;
  readonly profile: Pick<RegionProfile, 'asOf'>;
  readonly germanPostcodes: GermanPostcodes;
}): RegionInUse {
  return {
    region,
    ...(asOf === undefined ? {} : { asOf }),
    postcodeExists: (postcode) => germanPostcodes.has(postcode),
  };
}

const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The calendar date in Germany at an instant in milliseconds since 1970. */
export function germanDate(instant: number): LocalDate {
  const date = parseLocalDate(germanDay.format(instant));
  if (date === undefined) throw new RangeError('the clock is outside the years 1900 to 2200');
  return date;
}

/** The region's today: the day it is pinned to, else the clock's date in Germany. */
export function todayOf(inUse: RegionInUse, now: number): LocalDate {
  return inUse.asOf?.date ?? germanDate(now);
}
