import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Slot } from '../../domain/time/slot.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { lastDayOf, plainOf, slotOf, timesOfSeries, type Series } from '../recurrence/series-times.ts';
import type { ReadPlaces } from './read-places.ts';
import { ALWAYS, readSeries } from './read-series.ts';
import type { HsdsSchedule, HsdsService } from './record.schema.ts';

/** When a service is given: as a timetable, and as hours of every week that hold now, for childcare. */
export type ReadTimes = {
  readonly timetable: Timetable;
  readonly openings: readonly Slot[];
  /** After it nothing is held any more. */
  readonly lastDay?: LocalDate;
  readonly notices: readonly Notice[];
};

type Source = { readonly schedule: HsdsSchedule; readonly place?: number; readonly online?: boolean };

/** Reads the schedules of the places and of the service; for childcare that states none, those of the buildings. */
export function readTimes(
  service: HsdsService,
  { scheduled, buildings }: Pick<ReadPlaces, 'scheduled' | 'buildings'>,
  about: { readonly isCare: boolean; readonly today: LocalDate; readonly record: RecordPlace },
): ReadTimes {
  const atPlaces = scheduled.flatMap(({ schedules, ...where }) =>
    schedules.map((schedule) => ({ schedule, ...where })),
  );
  // Examples repeat the schedules of a place at its service; what is said twice is one.
  const known = new Set(atPlaces.map(({ schedule }) => JSON.stringify(schedule)));
  const ofService = service.schedules
    .filter((schedule) => !known.has(JSON.stringify(schedule)))
    .map((schedule) => ({ schedule }));
  const stated: readonly Source[] = [...atPlaces, ...ofService];
  const ofBuildings = about.isCare ? buildings.map((schedule) => ({ schedule })) : [];
  const sources = stated.length > 0 ? stated : ofBuildings;
  const codes = new Set<NoticeCode>();
  let unread = 0;
  const series = sources.flatMap(({ schedule, ...where }): readonly Series[] => {
    const read = readSeries(schedule);
    read.codes.forEach((code) => codes.add(code));
    if (read.series === undefined) unread += 1;
    return read.series === undefined ? [] : [{ ...read.series, ...where }];
  });
  const text = cutText(
    [...new Set(sources.map(({ schedule }) => plainLine(schedule.description)))].filter(Boolean).join(' '),
    1000,
  );
  const words = text === '' ? {} : { text };
  const notices = () =>
    [...codes].map((code) => noticeOf(code, { record: about.record, field: 'schedules' }));
  if (about.isCare) {
    const openings = openingsOn(series, about.today);
    if (openings.length < series.length) codes.add('period-not-now');
    return { timetable: { ...UNKNOWN_TIMETABLE, ...words }, openings, notices: notices() };
  }
  if (series.length === 0)
    return { timetable: { ...UNKNOWN_TIMETABLE, ...words }, openings: [], notices: notices() };
  const { isCut, first, ...times } = timesOfSeries(series, about.today);
  if (isCut) codes.add('recurrence-cut');
  const lastDay = isCut || unread > 0 ? undefined : lastDayOf(times);
  return {
    timetable: {
      ...times,
      ...(first !== undefined && first > ALWAYS && { first }),
      ...words,
      certainty: 'stated',
      complete: unread === 0,
      missing: unread === 0 ? [] : ['session-times'],
    },
    openings: [],
    ...(lastDay !== undefined && { lastDay }),
    notices: notices(),
  };
}

/** The hours of series that hold every week on the day. */
function openingsOn(series: readonly Series[], today: LocalDate): readonly Slot[] {
  return series.flatMap((one) => {
    const plain = plainOf(one)?.plain;
    if (plain === undefined || plain.range.start > today || (plain.last ?? today) < today) return [];
    const { days, from, to } = slotOf(plain);
    return [{ days, from, to }];
  });
}
