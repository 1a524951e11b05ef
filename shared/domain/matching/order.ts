import { VERDICTS, type Match } from './match-result.ts';

/** The one order of matches, by section 6: what has no value comes last, ids decide by code points. */
export function compareMatches(one: Match, other: Match): number {
  return compareWorth(one, other) || compareCodePoints(one.offer.id, other.offer.id);
}

/** The same order without the id: by which the best variant of an offer is found. */
export function compareWorth(one: Match, other: Match): number {
  return (
    VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) ||
    unknownCount(one) - unknownCount(other) ||
    compareKnown(one.gapMinutesPerWeek, other.gapMinutesPerWeek) ||
    compareKnown(one.first, other.first) ||
    compareKnown(one.travelMinutes, other.travelMinutes)
  );
}

function unknownCount({ criteria }: Match): number {
  return criteria.filter(({ result }) => result === 'unknown').length;
}

function compareKnown(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}

/** Below zero when `one` comes first by the code points of its characters; ids are ASCII, where that is string order. */
function compareCodePoints(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
