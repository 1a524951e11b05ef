import type { MissingPart, Timetable } from '../../domain/time/timetable.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainText } from '../plain-text.ts';
import { remembered } from '../remembered.ts';
import { readTimes, type TimesRead } from '../text/read-times.ts';
import { isPractice, isTrue, segmentOf, type ServiceDays } from './read-days.ts';
import { EXAM_SEGMENT, HOLIDAY_SEGMENT, SELF_PACED_FORMS, type EducationMeaning } from './code-tables.ts';
import type { Education } from './record.schema.ts';

/** When a service takes place. `hoursPerWeek` is given where attendance is flexible around a core. */
export type ServiceTimes = {
  readonly timetable: Timetable;
  readonly hoursPerWeek?: number;
  readonly isFromText: boolean;
  readonly notices: readonly Notice[];
};

const MAX_TEXT_CHARACTERS = 1000;
/** The dates of an offer mostly have its times. */
const timesIn = remembered(readTimes);

/**
 * The timetable of a service: OpenQ-cat has no field for days and times, so they are read from the remarks on its lessons
 * (text/read-times.ts) or not at all. Complete only when every known part has its times: the lessons, and for an
 * apprenticeship, retraining, practical part or internship that part too.
 */
export function readSchedule(
  education: Education | undefined,
  about: {
    readonly days: ServiceDays;
    readonly meaning: EducationMeaning | undefined;
    readonly namesPractice: boolean;
  },
  record: RecordPlace,
): ServiceTimes {
  const modules = (education?.MODULE_COURSE ?? []).filter(
    (part) => segmentOf(part) !== HOLIDAY_SEGMENT && segmentOf(part) !== EXAM_SEGMENT,
  );
  const lessons = modules
    .filter((part) => !isPractice(part))
    .map((part) => plainText(part.INSTRUCTION_REMARKS ?? ''));
  const practice = modules.filter(isPractice).map((part) => plainText(part.INSTRUCTION_REMARKS ?? ''));
  const read = readLessons(lessons);
  const daysOff = daysWithoutLessons(about.days, isLikeLessons(read, practice));
  const isWholly = read.state === 'read' && !lessons.includes('') && daysOff !== undefined;
  const form = education?.EXTENDED_INFO?.INSTRUCTION_FORM?.code ?? '';
  const isSelfPaced = SELF_PACED_FORMS.has(form) && read.state === 'none' && read.hoursPerWeek !== undefined;
  const parts = partsWithoutTimes(education, about, read, practice);
  const missing: readonly MissingPart[] = [
    ...(isWholly || isSelfPaced ? [] : ['session-times' as const]),
    ...parts,
  ];
  const { first, last } = about.days;
  const words = distinct([...lessons, ...practice])
    .filter((line) => line !== '')
    .join('\n');
  const isCore = read.weekly.some((slot) => slot.core);
  return {
    timetable: {
      weekly: read.weekly,
      dated: [],
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      except: read.weekly.length > 0 ? (daysOff ?? []) : [],
      ...(isSelfPaced && { selfPaced: { hoursPerWeek: read.hoursPerWeek ?? 0 } }),
      ...(words !== '' && { text: cutText(words, MAX_TEXT_CHARACTERS) }),
      certainty: read.state === 'read' || isSelfPaced ? 'read-from-text' : 'stated',
      complete: missing.length === 0,
      missing,
    },
    ...(isCore && read.hoursPerWeek !== undefined && { hoursPerWeek: read.hoursPerWeek }),
    isFromText: read.state === 'read' || isSelfPaced,
    notices: [
      ...(read.state === 'unclear'
        ? [noticeOf('times-unclear', { record, field: 'INSTRUCTION_REMARKS' })]
        : []),
      ...(read.state === 'none' && !isSelfPaced
        ? [noticeOf('sessions-not-stated', { record, field: 'INSTRUCTION_REMARKS' })]
        : []),
      ...(parts.length > 0 ? [noticeOf('part-without-times', { record, field: 'INSTRUCTION_REMARKS' })] : []),
    ],
  };
}

/** Blocks with different remarks run at different times of the year, so that together they are no week. */
function readLessons(lessons: readonly string[]): TimesRead {
  const texts = distinct(lessons).filter((text) => text !== '');
  const read = timesIn(texts.join('\n'));
  return texts.length > 1 ? { ...read, state: 'unclear', weekly: [], coversPractice: false } : read;
}

/** Parts beside the lessons that the kind of education, its fields or its text name and whose times are not known. */
function partsWithoutTimes(
  education: Education | undefined,
  about: { readonly meaning: EducationMeaning | undefined; readonly namesPractice: boolean },
  read: TimesRead,
  practice: readonly string[],
): readonly MissingPart[] {
  if (about.meaning?.parts === 'apprenticeship') {
    return read.coversPractice ? [] : ['vocational-school', 'practical-part'];
  }
  const isNamed =
    about.meaning?.parts === 'practical-part' ||
    isTrue(education?.EXTENDED_INFO?.PRACTICAL_PART) ||
    practice.length > 0 ||
    read.namesPractice ||
    about.namesPractice;
  return isNamed && !read.coversPractice && !isLikeLessons(read, practice) ? ['practical-part'] : [];
}

/** The remarks on every internship give the same week as those on the lessons. */
function isLikeLessons(lessons: TimesRead, practice: readonly string[]): boolean {
  const week = JSON.stringify(lessons.weekly);
  return (
    lessons.state === 'read' &&
    practice.length > 0 &&
    practice.every((text) => JSON.stringify(timesIn(text).weekly) === week)
  );
}

/** Days without any part, and those of internships that have other times or none; `undefined` = too many to list. */
function daysWithoutLessons({ except, internship }: ServiceDays, isAllAlike: boolean): ServiceDays['except'] {
  if (except === undefined || internship === undefined) return undefined;
  return isAllAlike ? except : [...new Set([...except, ...internship])].toSorted((one, other) => one - other);
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
