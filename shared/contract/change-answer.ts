import * as z from 'zod';
import type { Change, GrantedChange } from '../domain/matching/match-result.ts';
import { formatClockTime } from '../domain/time/clock-time.ts';
import { formatLocalDate } from '../domain/time/local-date.ts';
import { weekdayName } from '../domain/time/weekday.ts';
import { dateText, dayNames, timeText } from './offer-parts.ts';
import { dateOrAbsent } from './to-offer-answer.ts';

const CHANGE_KINDS = [
  'holiday-care',
  'care-class',
  'school-allday',
  'new-care',
  'care-earlier',
  'edge-hours',
  'travel',
  'german',
  'start-later',
  'online-too',
  'helper-on-dates',
  'more-hours-later',
] as const satisfies readonly Change['kind'][];

/** One change somebody can make, who grants it and from when it can take effect. */
export const changeAnswer = z
  .strictObject({
    kind: z.enum(CHANGE_KINDS),
    children: z.array(z.int()).optional().meta({ description: 'Indexes into the children of the request.' }),
    to: z.string().optional().meta({ description: 'Booking class (25h, 35h, 45h) or level of German.' }),
    from: timeText.optional(),
    until: timeText.optional(),
    days: dayNames.optional(),
    minutes: z.int().optional(),
    months: z.int().optional(),
    hours: z.number().optional(),
    dates: z.array(dateText).optional(),
    leadTime: dateText.optional().meta({ description: 'First day on which it can be in force.' }),
    grantedBy: z.enum([
      'youth-office',
      'care-provider',
      'school',
      'family',
      'person',
      'employer',
      'language-school',
    ]),
  })
  .meta({
    id: 'Change',
    description: 'One change somebody can make; which fields it has depends on its kind.',
  });

/** A change as JSON. */
export type ChangeAnswer = z.infer<typeof changeAnswer>;

function timeOrAbsent(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : formatClockTime(minutes);
}

function changeText(change: Change): Omit<ChangeAnswer, 'leadTime' | 'grantedBy'> {
  const { kind } = change;
  switch (change.kind) {
    case 'holiday-care':
    case 'online-too':
      return { kind };
    case 'care-class':
    case 'new-care':
      return {
        kind,
        children: [...change.children],
        to: `${change.to}h`,
        from: change.kind === 'new-care' ? formatClockTime(change.from) : undefined,
        until: formatClockTime(change.until),
      };
    case 'school-allday':
      return { kind, children: [...change.children], until: formatClockTime(change.until) };
    case 'care-earlier':
      return { kind, children: [...change.children], minutes: change.minutes };
    case 'edge-hours':
      return {
        kind,
        children: [...change.children],
        days: change.days.map(weekdayName),
        from: timeOrAbsent(change.from),
        until: timeOrAbsent(change.until),
        minutes: change.minutes,
      };
    case 'travel':
      return { kind, minutes: change.minutes };
    case 'german':
      return { kind, to: change.to };
    case 'start-later':
      return { kind, months: change.months };
    case 'helper-on-dates':
      return { kind, children: [...change.children], dates: change.dates.map(formatLocalDate) };
    case 'more-hours-later':
      return { kind, hours: change.hours };
  }
}

/** A change in the contract's form. */
export function toChangeAnswer({ change, from, grantedBy }: GrantedChange): ChangeAnswer {
  return { ...changeText(change), leadTime: dateOrAbsent(from), grantedBy };
}
