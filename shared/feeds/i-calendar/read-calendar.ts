import ical from 'ical.js';
import { failed, ok, type Result } from '../../domain/result.ts';
import { createUtf8Check } from '../check-utf8.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readBytes } from '../read-bytes.ts';
import { eventOf, type CalendarEvent } from './event.ts';

/** A calendar of courses is far smaller. */
const MAX_BYTES = 20_000_000;
/** What is said at the head of a title when something is not held. */
const CALLED_OFF = /^\W*(?:abgesagt|absage|entfällt|fällt aus|ausgefallen|cancell?ed)\b/iu;

/** What belongs together, as the parser gives it: a series with its exceptions, or single entries that are sessions of one course. */
export type CalendarCourse = { readonly calendar: string; readonly events: readonly unknown[] };

type ParsedEntry = { readonly jcal: unknown; readonly event: CalendarEvent };

/**
 * The courses of a calendar. A series (an entry with a rule or further dates) is a course by its UID. Single entries with
 * the same title, place and page are sessions of one course, whatever their UIDs. An entry that cannot be read is a record of its
 * own (`null`); private ones and single ones that were called off are left out. Ends with a failure where the calendar does.
 */
export async function* readCalendar(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const text = await readText(bytes);
  if (!text.ok) {
    yield text;
    return;
  }
  const found = blocksOf(text.value);
  if (!found.ok) {
    yield found;
    return;
  }
  const entries = found.value.blocks.map(parseEntry);
  const shown = entries.filter((entry) => entry !== undefined).filter(({ event }) => isShown(event));
  const series = new Set(shown.filter(({ event }) => isOfSeries(event)).map(({ event }) => event.uid));
  const groups = Map.groupBy(shown, ({ event }) => keyOf(event, series));
  const broken = entries.filter((entry) => entry === undefined).map(() => null);
  const courses = [...groups.values()].map((group): CalendarCourse => ({
    calendar: found.value.name,
    events: group.map(({ jcal }) => jcal),
  }));
  for (const [index, value] of [...courses, ...broken].entries()) yield ok({ number: index + 1, value });
}

async function readText(bytes: Uint8Array): Promise<Result<string, ReadFailure>> {
  const utf8 = createUtf8Check();
  const decoder = new TextDecoder();
  let [text, byte] = ['', 0];
  for await (const part of readBytes(bytes, MAX_BYTES)) {
    if (!part.ok) return failed({ ...part.failure, record: 1 });
    const invalid = utf8.push(part.value);
    if (invalid !== undefined) return failed({ code: 'encoding-wrong', byte: byte + invalid, record: 1 });
    text += decoder.decode(part.value, { stream: true });
    byte += part.value.length;
  }
  return utf8.endsEarly() ? failed({ code: 'encoding-wrong', byte, record: 1 }) : ok(text + decoder.decode());
}

/** The texts of all entries, and the name of the calendar. Every entry and the calendar itself must come to their end. */
function blocksOf(
  text: string,
): Result<{ readonly name: string; readonly blocks: readonly string[] }, ReadFailure> {
  const blocks: string[] = [];
  let open: string[] | undefined;
  let [name, isCalendar, isEnded] = ['', false, false];
  const lines = text.split(/\r?\n/);
  const brokenAt = (line: number) =>
    failed({
      code: 'calendar-broken' as const,
      byte: 0,
      record: blocks.length + 1,
      field: `line ${String(line + 1)}`,
    });
  for (const [index, line] of lines.entries()) {
    const mark = line.trim().toUpperCase();
    if (mark === 'BEGIN:VCALENDAR') isCalendar = true;
    if (!isCalendar && mark !== '') return brokenAt(index);
    if (mark === 'BEGIN:VEVENT') {
      if (open !== undefined) return brokenAt(index);
      open = [];
    }
    open?.push(line);
    if (mark === 'END:VEVENT') {
      if (open === undefined) return brokenAt(index);
      blocks.push(open.join('\r\n'));
      open = undefined;
    }
    isEnded = mark === 'END:VCALENDAR' || (isEnded && mark === '');
    if (open === undefined) name ||= /^X-WR-CALNAME(?:;[^:]*)?:(.+)$/i.exec(line)?.[1]?.trim() ?? '';
  }
  return isEnded && open === undefined ? ok({ name, blocks }) : brokenAt(lines.length - 1);
}

function parseEntry(block: string): ParsedEntry | undefined {
  try {
    const jcal: unknown = ical.parse(block);
    const event = eventOf(jcal);
    return event && { jcal, event };
  } catch {
    return undefined; // the parser throws on lines and rules it does not know; nothing else can throw here
  }
}

function isShown({ access, status, summary, rule, replaces }: CalendarEvent): boolean {
  if (access === 'PRIVATE' || access === 'CONFIDENTIAL') return false;
  const isSeries = rule !== undefined || replaces !== undefined;
  return isSeries
    ? status !== 'CANCELLED' || replaces !== undefined
    : status !== 'CANCELLED' && !CALLED_OFF.test(summary);
}

function isOfSeries({ rule, extra, replaces }: CalendarEvent): boolean {
  return rule !== undefined || extra.length > 0 || replaces !== undefined;
}

function keyOf({ uid, summary, location, url }: CalendarEvent, series: ReadonlySet<string>): string {
  return series.has(uid) ? `uid ${uid}` : `course ${summary}\n${location}\n${url}`;
}

/** Whether an exception of a series says that its occurrence is not held. */
export function isCalledOff({ status, summary }: CalendarEvent): boolean {
  return status === 'CANCELLED' || CALLED_OFF.test(summary);
}
