import * as z from 'zod';
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';

const propertySchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]).rest(z.unknown());
const componentSchema = z.tuple([z.literal('vevent'), z.array(propertySchema), z.array(z.unknown())]);
const ruleSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
);

/** A date, or a time on the clocks of a zone (`UTC` for a `Z`, empty for floating time). */
export type Stamp = { readonly date: LocalDate; readonly minutes?: number; readonly zone: string };

/** One entry of a calendar as far as it is used; texts are raw. Organizers and attendees are persons and are not read. */
export type CalendarEvent = {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly categories: readonly string[];
  readonly status: string;
  readonly access: string;
  readonly geo?: readonly [string, string];
  readonly start?: Stamp;
  readonly end?: Stamp;
  readonly duration: string;
  /** Parts of the rule, lists with commas; absent where there is none. */
  readonly rule?: Readonly<Record<string, string>>;
  readonly except: readonly Stamp[];
  readonly extra: readonly Stamp[];
  /** The occurrence of its series that this entry stands for. */
  readonly replaces?: Stamp;
};

/** An entry from jCal, the form in which the parser gives it; `undefined` for anything else. */
export function eventOf(jcal: unknown): CalendarEvent | undefined {
  const component = componentSchema.safeParse(jcal);
  if (!component.success) return undefined;
  const properties = component.data[1];
  const named = (name: string) => properties.filter(([own]) => own === name);
  const text = (name: string) => {
    const value = named(name)[0]?.[3];
    return typeof value === 'string' ? value.trim() : '';
  };
  const stamps = (name: string) =>
    named(name).flatMap(([, parameters, , ...values]) =>
      values.flatMap((value) => stampOf(value, parameters) ?? []),
    );
  const [start, end, replaces] = ['dtstart', 'dtend', 'recurrence-id'].map((name) => stamps(name)[0]);
  const rule = ruleSchema.safeParse(named('rrule')[0]?.[3]);
  const geo = z.tuple([z.number(), z.number()]).safeParse(named('geo')[0]?.[3]).data;
  return {
    uid: text('uid'),
    summary: text('summary'),
    description: text('description'),
    location: text('location'),
    url: text('url'),
    categories: named('categories').flatMap(([, , , ...values]) =>
      values.filter((value) => typeof value === 'string'),
    ),
    status: text('status').toUpperCase(),
    access: text('class').toUpperCase(),
    ...(geo && { geo: [String(geo[0]), String(geo[1])] }),
    ...(start && { start }),
    ...(end && { end }),
    duration: text('duration'),
    ...(rule.success && {
      rule: Object.fromEntries(Object.entries(rule.data).map(([part, value]) => [part, String(value)])),
    }),
    except: stamps('exdate'),
    extra: stamps('rdate'),
    ...(replaces && { replaces }),
  };
}

/** `2025-05-12`, `2025-05-12T09:00:00` with the zone of its parameter, `…Z`, or the start of a period. */
function stampOf(value: unknown, parameters: Readonly<Record<string, unknown>>): Stamp | undefined {
  const start: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof start !== 'string') return undefined;
  const [, day = '', hours, minutes, utc] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):\d{2}(Z)?)?$/.exec(start) ?? [];
  const date = parseLocalDate(day);
  if (date === undefined) return undefined;
  const zone = parameters['tzid'];
  return {
    date,
    ...(hours !== undefined && minutes !== undefined && { minutes: Number(hours) * 60 + Number(minutes) }),
    zone: utc === undefined ? (typeof zone === 'string' ? zone : '') : 'UTC',
  };
}

/** The end of a rule (`UNTIL`), which stands in the rule as text. */
export function untilOf(rule: Readonly<Record<string, string>>): Stamp | undefined {
  return rule['until'] === undefined ? undefined : stampOf(rule['until'], {});
}
