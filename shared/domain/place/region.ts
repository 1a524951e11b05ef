import type { Minutes } from '../time/clock-time.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { GermanLevel } from '../offer/german-level.ts';
import type { MatchingFigures } from '../matching/figures.ts';
import type { Point } from './point.ts';
import type { StreetList } from './street-list.ts';
import type { TravelMeans } from './travel-means.ts';

/** Id of a region: the name of its data folder, kebab case. */
export type RegionId = string & { readonly [regionId]: true };
declare const regionId: unique symbol;

function isRegionId(text: string): text is RegionId {
  return /^[a-z][a-z0-9-]{1,30}$/.test(text);
}

/** Brands the id of a region; `undefined` unless it is 2-31 lower-case letters, digits and hyphens. */
export function parseRegionId(text: string): RegionId | undefined {
  return isRegionId(text) ? text : undefined;
}

/** Days from `first` to `last`, both included. */
export type DateRange = { readonly first: LocalDate; readonly last: LocalDate };

/** What is usual for a booking class of a Kita or childminder: weekly hours and the day it makes, Monday to Friday. */
export type BookingPreset = {
  readonly weeklyHours: 25 | 35 | 45;
  readonly from: Minutes;
  readonly to: Minutes;
};

/** Minutes between two zones (postcodes or districts) by one means, from outside travel data; `undefined` = no such pair. */
export type ZoneMatrix = (by: TravelMeans, fromZone: string, toZone: string) => number | undefined;

/** All that matching has to know of a region. Everything here is data of the region's folder. */
export type Region = {
  readonly id: RegionId;
  readonly name: string;
  readonly centre: Point;
  readonly postcodes: ReadonlyMap<string, Point>;
  /** Points of addresses that come without one; absent where the region has no list of streets. */
  readonly streets?: StreetList;
  readonly districts: ReadonlyMap<string, { readonly name: string; readonly point: Point }>;
  readonly publicHolidays: ReadonlySet<LocalDate>;
  readonly schoolHolidays: readonly DateRange[];
  /** The level usually asked for by offers that lead to a degree and state none. */
  readonly usualGermanGate: GermanLevel;
  /** A child that is 6 by this day enters school that summer. */
  readonly schoolEntryCutOff: { readonly month: number; readonly day: number };
  /** Ascending by weekly hours. */
  readonly bookingPresets: readonly BookingPreset[];
  /** The latest end of an all-day school. */
  readonly allDaySchoolEnd: Minutes;
  readonly zoneMatrix?: ZoneMatrix;
  readonly figures: MatchingFigures;
};
