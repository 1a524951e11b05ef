import { FIELDS, GOALS } from '../../offer/terms.ts';
import { ALL_BUT_CHILDCARE } from '../candidates.ts';
import type { Frame } from '../frame.ts';
import { maskOf } from '../match-index/offer-columns.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import { NONE, type Segment } from '../match-index/segment.ts';
import type { IsCurrent } from './current.ts';

/** What candidates stand for, by their numbers from 0: the dates of one course, or one offer. */
export type Candidates = {
  readonly count: number;
  /** The candidates of each segment, one after another. */
  readonly parts: readonly CandidatesOfSegment[];
  readonly segmentOf: (candidate: number) => Segment;
  /** The offers of a candidate in its segment, ascending. */
  readonly offersOf: (candidate: number) => Int32Array;
  /** The one offer of a candidate; `undefined` for one that has several. */
  readonly onlyOf: (candidate: number) => number | undefined;
  /** Whether something is true of any offer of a candidate. */
  readonly isTrueOfAny: (candidate: number, isTrue: (offer: number) => boolean) => boolean;
  /** The offers of all candidates, one candidate after another, and where those of each begin; one entry more than candidates. */
  readonly offers: Int32Array;
  readonly offersFrom: Uint32Array;
};

/** Candidates from `begin` up to before `end`. */
export type CandidatesOfSegment = {
  readonly segment: Segment;
  readonly begin: number;
  readonly end: number;
};

/** The candidates of a request: current, serving one of the goals and one of the fields. */
export function candidatesOf(index: MatchIndex, { situation }: Frame, isCurrent: IsCurrent): Candidates {
  const goals = maskOf(GOALS, situation.goals.length === 0 ? ALL_BUT_CHILDCARE : situation.goals);
  const fields = maskOf(FIELDS, situation.fields);
  const parts: CandidatesOfSegment[] = [];
  const size = index.segments.reduce((sum, { offers }) => sum + offers.kind.length, 0);
  const columns = { offers: new Int32Array(size), offersFrom: new Uint32Array(size + 1) };
  let begin = 0;
  for (const segment of index.segments) {
    const chosen = chosenOffers(segment, goals, fields, isCurrent);
    const end = addByGroup(columns, segment, chosen, begin);
    parts.push({ segment, begin, end });
    begin = end;
  }
  const { offers, offersFrom } = columns;
  return {
    ...columns,
    count: begin,
    parts,
    segmentOf(candidate) {
      const found = parts.find(({ end }) => candidate < end);
      if (found === undefined) throw new RangeError('no such candidate');
      return found.segment;
    },
    offersOf: (candidate) => offers.subarray(offersFrom[candidate], offersFrom[candidate + 1]),
    onlyOf(candidate) {
      const from = offersFrom[candidate] ?? 0;
      return (offersFrom[candidate + 1] ?? 0) - from === 1 ? offers[from] : undefined;
    },
    isTrueOfAny(candidate, isTrue) {
      for (let at = offersFrom[candidate] ?? 0; at < (offersFrom[candidate + 1] ?? 0); at += 1) {
        if (isTrue(offers[at] ?? 0)) return true;
      }
      return false;
    },
  };
}

function chosenOffers(segment: Segment, goals: number, fields: number, isCurrent: IsCurrent): Int32Array {
  const { offers } = segment;
  const chosen = new Int32Array(offers.kind.length);
  let count = 0;
  for (let offer = 0; offer < chosen.length; offer += 1) {
    if (((offers.goals[offer] ?? 0) & goals) === 0) continue;
    const own = offers.fields[offer] ?? 0;
    if (fields !== 0 && own !== 0 && (own & fields) === 0) continue;
    if (!isCurrent(segment, offer)) continue;
    chosen[count] = offer;
    count += 1;
  }
  return chosen.subarray(0, count);
}

/** Adds some offers by group, groups in the order in which their first offers come; the number after that of the last. */
function addByGroup(
  { offers, offersFrom: from }: Pick<Candidates, 'offers' | 'offersFrom'>,
  { offers: { group } }: Segment,
  chosen: Int32Array,
  begin: number,
): number {
  const numbers = new Int32Array(group.length).fill(NONE);
  const filled = from[begin] ?? 0;
  let end = begin;
  for (const offer of chosen) {
    const ofGroup = group[offer] ?? 0;
    let number = numbers[ofGroup] ?? NONE;
    if (number === NONE) {
      number = end;
      numbers[ofGroup] = number;
      end += 1;
    }
    from[number + 1] = (from[number + 1] ?? 0) + 1;
  }
  for (let at = begin; at < end; at += 1) from[at + 1] = (from[at + 1] ?? 0) + (from[at] ?? 0);
  const placed = from.slice(begin, end);
  for (const offer of chosen) {
    const at = (numbers[group[offer] ?? 0] ?? begin) - begin;
    offers[placed[at] ?? filled] = offer;
    placed[at] = (placed[at] ?? filled) + 1;
  }
  return end;
}
