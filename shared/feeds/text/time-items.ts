import type { Minutes } from '../../domain/time/clock-time.ts';
import type { Weekday } from '../../domain/time/weekday.ts';
import { meaningOf } from './time-words.ts';
import type { TimeToken } from './time-tokens.ts';

/** Weekdays that belong together, ascending, or a range of the clock. */
export type TimeItem =
  | { readonly kind: 'days'; readonly days: readonly Weekday[] }
  | {
      readonly kind: 'range';
      readonly from: Minutes;
      readonly to: Minutes;
      readonly isCore: boolean;
      readonly isFrame: boolean;
    };

/**
 * The days and ranges of a text in their order, and which tokens they are made of. `isOpen`: there is a time of the clock
 * that belongs to no range, or a range or list of days that may mean something else.
 */
export type TimeItems = {
  readonly items: readonly TimeItem[];
  readonly used: ReadonlySet<TimeToken>;
  readonly isOpen: boolean;
};

type Found = { readonly item: TimeItem | undefined; readonly end: number };

/** Finds `Mo, Mi und Fr`, `Montag bis Freitag`, `8.00 - 16.30 Uhr`, `von 9 bis 13 Uhr`, and a bare `9-13` right after days. */
export function weekdaysAndRanges(tokens: readonly TimeToken[]): TimeItems {
  const items: TimeItem[] = [];
  const used = new Set<TimeToken>();
  let isOpen = false;
  let label: 'core' | 'frame' | undefined;
  let afterDays = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const found: Found | undefined = daysAt(tokens, at) ?? rangeAt(tokens, at, afterDays);
    if (found === undefined || token === undefined) {
      if (token?.kind === 'clock') isOpen = true;
      const meaning = token?.kind === 'word' ? meaningOf(token.word) : undefined;
      if (meaning === 'core' || meaning === 'frame') label = meaning;
      afterDays &&= isBetween(token);
      at += 1;
      continue;
    }
    tokens.slice(at, found.end).forEach((part) => used.add(part));
    at = found.end;
    if (found.item === undefined) {
      isOpen = true;
    } else if (found.item.kind === 'days') {
      items.push(found.item);
    } else {
      items.push({ ...found.item, isCore: label === 'core', isFrame: label === 'frame' });
      label = undefined;
    }
    afterDays = found.item?.kind === 'days';
  }
  return labelledBehind({ items, used, isOpen }, label);
}

/** `9:30-13:30 Uhr (Kernzeit)`: a label at the end belongs to the only range. */
function labelledBehind(found: TimeItems, label: 'core' | 'frame' | undefined): TimeItems {
  if (label === undefined) return found;
  const ranges = found.items.filter((item) => item.kind === 'range');
  if (label === 'frame' || ranges.length !== 1)
    return { ...found, isOpen: found.isOpen || ranges.length > 0 };
  const items = found.items.map((item) => (item.kind === 'range' ? { ...item, isCore: true } : item));
  return { ...found, items };
}

/** What may stand between days and a bare `9-13`. */
function isBetween(token: TimeToken | undefined): boolean {
  return (
    token?.kind === 'comma' ||
    token?.kind === 'other' ||
    (token?.kind === 'word' && ['von', 'jeweils'].includes(token.word))
  );
}

/** Days joined by commas, "und", slashes, and ranges of days; a range that runs backwards is not understood. */
function daysAt(tokens: readonly TimeToken[], start: number): Found | undefined {
  const days = new Set<Weekday>();
  let end = start;
  for (let next = start; ;) {
    const first = tokens[next];
    if (first?.kind !== 'day') break;
    const last = tokens[next + 1]?.kind === 'to' ? tokens[next + 2] : undefined;
    const until = last?.kind === 'day' ? last : first;
    if (until !== first && until.day <= first.day) return { item: undefined, end: next + 3 };
    DAYS.filter((day) => day >= first.day && day <= until.day).forEach((day) => days.add(day));
    end = next + (until === first ? 1 : 3);
    next = end;
    while (isJoint(tokens[next])) next += 1;
  }
  if (days.size === 0) return undefined;
  return { item: { kind: 'days', days: [...days].toSorted((one, other) => one - other) }, end };
}

const DAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

function isJoint(token: TimeToken | undefined): boolean {
  return (
    token?.kind === 'comma' || token?.kind === 'joint' || (token?.kind === 'word' && token.word === 'am')
  );
}

/** Two times with a dash or "bis" between; `undefined` as item where they may be days of the year or counts. */
function rangeAt(tokens: readonly TimeToken[], at: number, afterDays: boolean): Found | undefined {
  const [first, dash, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (dash?.kind !== 'to' || first === undefined || second === undefined) return undefined;
  const [from, to] = [momentOf(first), momentOf(second)];
  if (from === undefined || to === undefined) return undefined;
  const hasClock = first.kind === 'clock' || second.kind === 'clock';
  if (!hasClock && !afterDays) return undefined;
  const isSure = isSureClock(first) || isSureClock(second) || (afterDays && !hasClock);
  const end = at + 3;
  if (!isSure || to <= from) return { item: undefined, end };
  return { item: { kind: 'range', from, to, isCore: false, isFrame: false }, end };
}

function isSureClock(token: TimeToken): boolean {
  return token.kind === 'clock' && token.isSure;
}

/** Minutes of a clock time, or of a bare full hour. */
function momentOf(token: TimeToken): Minutes | undefined {
  if (token.kind === 'clock') return token.minutes;
  const hour = token.kind === 'number' ? token.value : token.kind === 'amount' ? token.hour : undefined;
  return hour !== undefined && Number.isInteger(hour) && hour >= 0 && hour <= 24 ? hour * 60 : undefined;
}
