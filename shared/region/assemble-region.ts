import { DEFAULT_FIGURES, type MatchingFigures } from '../domain/matching/figures.ts';
import type { RegionProfile } from '../domain/place/region-profile.ts';
import type { Region } from '../domain/place/region.ts';
import type {
  DistrictsFile,
  PostcodeRow,
  PublicHolidayRow,
  SchoolHolidayRow,
  StreetRow,
} from './region-tables.schema.ts';
import { streetList, type StreetPoint } from '../domain/place/street-list.ts';
import type { RegionFile } from './region.schema.ts';

/** The checked content of all files of a region's folder but its feeds. */
export type RegionFiles = {
  readonly region: RegionFile;
  readonly postcodes: readonly PostcodeRow[];
  /** Empty where the region has no list of streets. */
  readonly streets: readonly StreetRow[];
  readonly districts: DistrictsFile;
  readonly publicHolidays: readonly PublicHolidayRow[];
  readonly schoolHolidays: readonly SchoolHolidayRow[];
};

/** Makes the region that matching works with from the files of its folder; pure, for checked content it cannot fail. */
export function assembleRegion(files: RegionFiles): Region {
  const { region } = files;
  const pointOf = (row: PostcodeRow): [string, { lat: number; lon: number }][] =>
    row.basis === 'none' ? [] : [[row.postcode, { lat: row.lat, lon: row.lon }]];
  return {
    id: region.id,
    name: region.name,
    centre: region.centre,
    postcodes: new Map(files.postcodes.flatMap(pointOf)),
    ...(files.streets.length > 0 && { streets: streetList(files.streets.map(toStreetPoint)) }),
    districts: new Map(files.districts.map(({ id, name, lat, lon }) => [id, { name, point: { lat, lon } }])),
    publicHolidays: new Set(files.publicHolidays.map((holiday) => holiday.date)),
    schoolHolidays: files.schoolHolidays.map(({ first, last }) => ({ first, last })),
    usualGermanGate: region.usualGermanGate,
    schoolEntryCutOff: region.schoolEntryCutOff,
    bookingPresets: region.bookingPresets.toSorted((one, other) => one.weeklyHours - other.weeklyHours),
    allDaySchoolEnd: region.allDaySchoolEnd,
    figures: figuresOf(region.figures),
  };
}

function toStreetPoint({ street, house, postcode, lat, lon }: StreetRow): StreetPoint {
  return { street, ...(house !== '' && { house }), postcode, point: { lat, lon } };
}

/** What is said of the region beyond matching, from the same files. */
export function assembleProfile(files: RegionFiles): RegionProfile {
  const { region, postcodes } = files;
  const { phone, mail, page } = region.contact;
  const codesBased = (basis: PostcodeRow['basis']) =>
    new Set(postcodes.filter((row) => row.basis === basis).map((row) => row.postcode));
  return {
    city: region.city,
    state: region.state,
    ...(region.asOf && { asOf: region.asOf }),
    boundingBox: region.boundingBox,
    languages: region.languages,
    contact: {
      name: region.contact.name,
      ...(phone !== undefined && { phone }),
      ...(mail !== undefined && { mail }),
      ...(page !== undefined && { page }),
    },
    neighbours: region.neighbours,
    postcodesWithoutPoint: codesBased('none'),
    postcodesWithBorrowedPoint: codesBased('borrowed'),
  };
}

function figuresOf(own: RegionFile['figures'] = {}): MatchingFigures {
  return {
    ...DEFAULT_FIGURES,
    ...(own.defaultMeans !== undefined && { defaultMeans: own.defaultMeans }),
    ...(own.defaultMaxTravelMinutes !== undefined && {
      defaultMaxTravelMinutes: own.defaultMaxTravelMinutes,
    }),
    ...(own.sameAreaMinutes !== undefined && { sameAreaMinutes: own.sameAreaMinutes }),
    ...(own.defaultBudgetCents !== undefined && { defaultBudgetCents: own.defaultBudgetCents }),
    ...(own.careMinutesFromHome !== undefined && { careMinutesFromHome: own.careMinutesFromHome }),
    ...(own.settlingInDays !== undefined && { settlingInDays: own.settlingInDays }),
    ...(own.careNoticeMonths !== undefined && { careNoticeMonths: own.careNoticeMonths }),
    // A rule of one land is none of another.
    careNoticeLaw: own.careNoticeLaw ?? '',
    travel: {
      walk: own.travel?.walk ?? DEFAULT_FIGURES.travel.walk,
      bike: own.travel?.bike ?? DEFAULT_FIGURES.travel.bike,
      transit: own.travel?.transit ?? DEFAULT_FIGURES.travel.transit,
      car: own.travel?.car ?? DEFAULT_FIGURES.travel.car,
    },
  };
}
