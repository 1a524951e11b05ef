import { addMonths, calendarParts, localDateOf, type LocalDate } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import type { Change, GrantedBy, GrantedChange } from '../match-result.ts';

/** A change with who grants it and, where that takes time by rule, from when it can be had. */
export function granted(frame: Frame, change: Change): GrantedChange {
  const from = earliest(frame, change);
  return { change, grantedBy: grantedBy(change), ...(from === undefined ? {} : { from }) };
}

function grantedBy(change: Change): GrantedBy {
  switch (change.kind) {
    case 'holiday-care':
    case 'school-allday':
      return 'school';
    case 'care-class':
    case 'care-earlier':
      return 'care-provider';
    case 'new-care':
      return 'youth-office';
    case 'edge-hours':
    case 'helper-on-dates':
      return 'family';
    case 'travel':
    case 'start-later':
    case 'online-too':
      return 'person';
    case 'german':
      return 'language-school';
    case 'more-hours-later':
      return 'employer';
  }
}

/** Booking classes and all-day school change with the Kita and school year; a first place needs six months' notice (§ 5 KiBiz). */
function earliest({ today, region }: Frame, change: Change): LocalDate | undefined {
  switch (change.kind) {
    case 'care-class':
    case 'school-allday':
      return nextKitaYear(today);
    case 'new-care':
      return addMonths(today, region.figures.careNoticeMonths);
    case 'holiday-care':
    case 'care-earlier':
    case 'edge-hours':
    case 'helper-on-dates':
    case 'travel':
    case 'start-later':
    case 'online-too':
    case 'german':
    case 'more-hours-later':
      return undefined;
  }
}

/** The first 1 August after today. */
function nextKitaYear(today: LocalDate): LocalDate {
  const { year } = calendarParts(today);
  const thisYear = localDateOf(year, 8, 1);
  return thisYear > today ? thisYear : localDateOf(year + 1, 8, 1);
}
