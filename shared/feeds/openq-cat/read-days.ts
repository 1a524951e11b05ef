import { addDays, parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { HOLIDAY_SEGMENT, EXAM_SEGMENT, PRACTICE_SEGMENTS } from './code-tables.ts';
import type { CourseModule, Service } from './record.schema.ts';

/** A first and a last day, either of them perhaps not known. */
export type Period = { readonly first?: LocalDate; readonly last?: LocalDate };

/**
 * When a service runs, is open for registration and may be shown. `except`: days within on which no part is held;
 * `internship`: those of internships among the parts. Both ascending, and not known where there are too many to list.
 */
export type ServiceDays = Period & {
  readonly except?: readonly LocalDate[];
  readonly internship?: readonly LocalDate[];
  readonly registerBy?: LocalDate;
  readonly announced: Period;
  readonly isRolling: boolean;
  readonly notices: readonly Notice[];
};

type StatedPeriod =
  { readonly START_DATE?: string | undefined; readonly END_DATE?: string | undefined } | undefined;

/** More days off than this are not listed one by one. */
const MAX_LISTED_DAYS = 400;

/**
 * The days of a service: those of its parts, else of the whole. Days between parts and holidays among the parts are excepted. A day
 * is taken as it is written, whatever zone stands behind it: local midnight with its offset is the day before in UTC.
 */
export function readDays(service: Service, record: RecordPlace): ServiceDays {
  const details = service.SERVICE_DETAILS;
  const education = details?.SERVICE_MODULE?.EDUCATION;
  const modules = education?.MODULE_COURSE ?? [];
  const notices: Notice[] = [];
  const read = (stated: StatedPeriod, field: string) => periodOf(stated, { record, field, notices });
  const ofSegment = (isWanted: (part: CourseModule) => boolean) =>
    modules.filter(isWanted).map((part) => read(part.DURATION, 'MODULE_COURSE.DURATION'));
  const ofParts = ofSegment((part) => ![HOLIDAY_SEGMENT, EXAM_SEGMENT].includes(segmentOf(part)));
  const holidays = ofSegment((part) => segmentOf(part) === HOLIDAY_SEGMENT);
  const whole = read(details?.SERVICE_DATE, 'SERVICE_DATE');
  const firsts = ofParts.flatMap(({ first }) => first ?? []);
  const lasts = ofParts.flatMap(({ last }) => last ?? []);
  const first = firsts.length > 0 ? earliest(firsts) : whole.first;
  const last = lasts.length > 0 ? latest(lasts) : whole.last;
  const except = daysOf([...gapsBetween(ofParts), ...holidays]);
  const internship = daysOf(
    modules.filter(isPractice).map(({ DURATION }) => periodOf(DURATION, silent(record))),
  );
  const registerBy = dayOf(education?.REGISTRATION_DATE, { record, field: 'REGISTRATION_DATE', notices });
  return {
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(except && { except }),
    ...(internship && { internship }),
    ...(registerBy !== undefined && { registerBy }),
    announced: read(details?.ANNOUNCEMENT, 'ANNOUNCEMENT'),
    isRolling: modules.some((part) => isTrue(part.FLEXIBLE_START)),
    notices,
  };
}

/** `SEGMENT_TYPE@type` of a part, `''` where it has none. */
export function segmentOf(part: CourseModule): string {
  return part.EXTENDED_INFO?.SEGMENT_TYPE?.code ?? '';
}

/** The part is an internship or another time at a company. */
export function isPractice(part: CourseModule): boolean {
  return PRACTICE_SEGMENTS.has(segmentOf(part));
}

/** A boolean of XML Schema that is true. */
export function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** For days that were read and noted before. */
function silent(record: RecordPlace): About {
  return { record, field: '', notices: [] };
}

type About = { readonly record: RecordPlace; readonly field: string; readonly notices: Notice[] };

function periodOf(stated: StatedPeriod, { record, field, notices }: About): Period {
  const first = dayOf(stated?.START_DATE, { record, field: `${field}.START_DATE`, notices });
  const last = dayOf(stated?.END_DATE, { record, field: `${field}.END_DATE`, notices });
  if (first !== undefined && last !== undefined && last < first) {
    notices.push(noticeOf('range-backwards', { record, field }));
    return { first };
  }
  return { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** `2026-03-30T00:00:00+02:00`, `2026-02-18+01:00`, `2026-03-30` -> that day. A late evening in UTC may be the next day here. */
function dayOf(text: string | undefined, { record, field, notices }: About): LocalDate | undefined {
  if (text === undefined || text === '') return undefined;
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(
    text,
  );
  const isShifted = parts?.[3] === 'Z' && Number(parts[2] ?? '0') >= 22;
  const day = isShifted ? undefined : parseLocalDate(parts?.[1] ?? '');
  if (day === undefined) notices.push(noticeOf('date-invalid', { record, field, value: text }));
  return day;
}

/** Every day of the periods, ascending; a period without its last day is its first. */
function daysOf(periods: readonly Period[]): readonly LocalDate[] | undefined {
  const days = new Set<LocalDate>();
  for (const { first, last = first } of periods) {
    if (first === undefined || last === undefined) continue;
    for (let day = first; day <= last && days.size <= MAX_LISTED_DAYS; day = addDays(day, 1)) days.add(day);
  }
  return days.size > MAX_LISTED_DAYS ? undefined : [...days].toSorted((one, other) => one - other);
}

/** What lies between parts that all have both their days. */
function gapsBetween(parts: readonly Period[]): readonly Period[] {
  const gaps: Period[] = [];
  let end: LocalDate | undefined;
  for (const { first, last } of parts.toSorted((one, other) => (one.first ?? 0) - (other.first ?? 0))) {
    if (first === undefined || last === undefined) return [];
    if (end !== undefined && first > addDays(end, 1))
      gaps.push({ first: addDays(end, 1), last: addDays(first, -1) });
    end = end === undefined || last > end ? last : end;
  }
  return gaps;
}

function earliest(days: readonly LocalDate[]): LocalDate | undefined {
  return days.toSorted((one, other) => one - other)[0];
}

function latest(days: readonly LocalDate[]): LocalDate | undefined {
  return days.toSorted((one, other) => one - other).at(-1);
}
