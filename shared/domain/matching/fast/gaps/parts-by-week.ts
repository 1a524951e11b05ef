import type { Span } from '../days/spans.ts';

/** Parts of weeks, by the number of the week. Most weeks have the same ones, which are held once. */
export type PartsByWeek = {
  /** Gives what adds a part to weeks; each is given once. */
  readonly adding: (part: Span) => (week: number) => void;
  /** All that are different. */
  readonly distinct: () => Span[][];
};

/** No parts yet. */
export function partsByWeek(): PartsByWeek {
  const all: Span[][] = [[]];
  const ofWeek = new Map<number, number>();
  return {
    distinct: () => [...new Set(ofWeek.values())].map((row) => all[row] ?? []),
    adding(part) {
      const withPart = new Map<number, number>();
      return (week) => {
        const before = ofWeek.get(week) ?? 0;
        let after = withPart.get(before);
        if (after === undefined) {
          after = all.length;
          all.push([...(all[before] ?? []), part]);
          withPart.set(before, after);
        }
        ofWeek.set(week, after);
      };
    },
  };
}
