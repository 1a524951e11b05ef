import type { LocalDate } from '../../../time/local-date.ts';
import { possibleMonthsOn, type PossibleMonths } from '../../care/child-age.ts';
import type { Frame } from '../../frame.ts';

/** The ages that a child of the situation, by its index, may have on a date; no change of a situation changes them. */
export type ChildMonths = (child: number, date: LocalDate) => PossibleMonths | undefined;

const MOST_CHILDREN = 32;

/** The ages in one request, each worked out once. */
export function childMonthsOf({ situation, today }: Pick<Frame, 'situation' | 'today'>): ChildMonths {
  const known = new Map<number, PossibleMonths | undefined>();
  return (index, date) => {
    const key = date * MOST_CHILDREN + index;
    const found = known.get(key);
    if (found !== undefined) return found;
    const child = situation.children[index];
    const months = child === undefined ? undefined : possibleMonthsOn(child, date, today);
    known.set(key, months);
    return months;
  };
}
