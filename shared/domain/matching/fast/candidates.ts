import { FIELDS, GOALS } from '../../offer/terms.ts';
import { ALL_BUT_CHILDCARE } from '../candidates.ts';
import type { Frame } from '../frame.ts';
import { maskOf } from '../match-index/offer-columns.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import type { Segment } from '../match-index/segment.ts';
import type { IsCurrent } from './current.ts';

/** What candidates stand for, by their numbers from 0: the dates of one course, or one offer. */
export type Candidates = {
  readonly count: number;
  readonly segmentOf: (candidate: number) => Segment;
  /** The offers of a candidate in its segment, ascending. */
  readonly offersOf: (candidate: number) => Int32Array;
};

type InSegment = { readonly segment: Segment; readonly begin: number; readonly end: number };

/** The candidates of a request: current, serving one of the goals and one of the fields. */
export function candidatesOf(index: MatchIndex, { situation }: Frame, isCurrent: IsCurrent): Candidates {
  const goals = maskOf(GOALS, situation.goals.length === 0 ? ALL_BUT_CHILDCARE : situation.goals);
  const fields = maskOf(FIELDS, situation.fields);
  const parts: InSegment[] = [];
  const sizes = index.segments.reduce((sum, { offers }) => sum + offers.kind.length, 0);
  const offers = new Int32Array(sizes);
  const offersFrom = new Uint32Array(sizes + 1);
  let count = 0;
  let filled = 0;
  for (const segment of index.segments) {
    const begin = count;
    const chosen = chosenOffers(segment, goals, fields, isCurrent);
    const candidateOf = numbersByGroup(segment, chosen, begin);
    count = candidateOf.end;
    for (const offer of chosen) {
      const next = candidateOf.of(offer) + 1;
      offersFrom[next] = (offersFrom[next] ?? 0) + 1;
    }
    for (let at = begin; at < count; at += 1)
      offersFrom[at + 1] = (offersFrom[at + 1] ?? 0) + (offersFrom[at] ?? 0);
    const placed = offersFrom.slice(begin, count);
    for (const offer of chosen) {
      const at = candidateOf.of(offer) - begin;
      offers[placed[at] ?? 0] = offer;
      placed[at] = (placed[at] ?? 0) + 1;
    }
    filled += chosen.length;
    parts.push({ segment, begin, end: count });
  }
  offersFrom[count] = filled;
  return {
    count,
    segmentOf(candidate) {
      const found = parts.find(({ end }) => candidate < end);
      if (found === undefined) throw new RangeError('no such candidate');
      return found.segment;
    },
    offersOf: (candidate) => offers.subarray(offersFrom[candidate], offersFrom[candidate + 1]),
  };
}

function chosenOffers(segment: Segment, goals: number, fields: number, isCurrent: IsCurrent): Int32Array {
  const { offers } = segment;
  const chosen = new Int32Array(offers.kind.length);
  let count = 0;
  for (let offer = 0; offer < offers.kind.length; offer += 1) {
    if (((offers.goals[offer] ?? 0) & goals) === 0) continue;
    const own = offers.fields[offer] ?? 0;
    if (fields !== 0 && own !== 0 && (own & fields) === 0) continue;
    if (!isCurrent(segment, offer)) continue;
    chosen[count] = offer;
    count += 1;
  }
  return chosen.subarray(0, count);
}

/** Numbers groups from `begin` in the order in which their first offers come. */
function numbersByGroup(
  { offers: { group } }: Segment,
  chosen: Int32Array,
  begin: number,
): { readonly of: (offer: number) => number; readonly end: number } {
  const numbers = new Int32Array(group.length).fill(-1);
  let end = begin;
  for (const offer of chosen) {
    const ofGroup = group[offer] ?? 0;
    if (numbers[ofGroup] !== -1) continue;
    numbers[ofGroup] = end;
    end += 1;
  }
  return { of: (offer) => numbers[group[offer] ?? 0] ?? -1, end };
}
