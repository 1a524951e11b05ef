import type { Span } from '../days/spans.ts';

/** Parts of weeks, by the number of the week. Most weeks have the same ones, which are told once. */
export type PartsByWeek = {
  /** Begins a part, which is then added to weeks. */
  readonly begin: (part: Span) => void;
  readonly addTo: (week: number) => void;
  /** The parts of weeks that have different ones. */
  readonly distinct: () => Span[][];
};

/** No parts yet. Weeks are those from `first` to before `end`; `byWeek` is written anew. */
export function partsByWeek(byWeek: number[], first: number, end: number): PartsByWeek {
  // A row for parts that some week has: the last of them, and the row of those before.
  const parts: Span[] = [];
  const before: number[] = [];
  let begun: { readonly part: Span; readonly row: number } | undefined;
  for (let at = 0; at < end - first; at += 1) byWeek[at] = NOTHING;

  function rowWith(last: Span, firstRow: number, rowBefore: number): number {
    for (let row = firstRow; row < parts.length; row += 1) if (before[row] === rowBefore) return row;
    before.push(rowBefore);
    return parts.push(last) - 1;
  }

  function partsOf(last: number): Span[] {
    const found: Span[] = [];
    for (let row = last; row !== NOTHING; row = before[row] ?? NOTHING) {
      const part = parts[row];
      if (part !== undefined) found.push(part);
    }
    return found;
  }

  return {
    begin(part) {
      begun = { part, row: parts.length };
    },
    addTo(week) {
      if (begun === undefined) return;
      byWeek[week - first] = rowWith(begun.part, begun.row, byWeek[week - first] ?? NOTHING);
    },
    distinct: () => [...new Set(byWeek.slice(0, end - first))].map(partsOf),
  };
}

const NOTHING = -1;
