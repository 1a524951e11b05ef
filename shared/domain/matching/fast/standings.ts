import { FIELDS, GOALS } from '../../offer/terms.ts';
import { ALL_BUT_CHILDCARE } from '../candidates.ts';
import type { Frame } from '../frame.ts';
import { maskOf } from '../match-index/offer-columns.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import type { Segment } from '../match-index/segment.ts';
import type { IsCurrent } from './current.ts';
import { compareOffers, type JudgedOffer, type JudgedVariant } from './judged.ts';
import type { Judge, Standing } from './judge-offer.ts';

/** What a candidate stands for: the dates of one course, or one offer. Rows ascending. */
export type Candidate = { readonly segment: Segment; readonly rows: readonly number[] };

/** How a candidate stands: the offer that stands for it, or the bit of the criterion by which it is certainly a no. */
export type CandidateStanding = { readonly candidate: Candidate; readonly standing: JudgedOffer | number };

/** The candidates of a request: current, serving one of the goals and one of the fields. */
export function candidatesOf(
  index: MatchIndex,
  { situation }: Frame,
  isCurrent: IsCurrent,
): readonly Candidate[] {
  const goals = maskOf(GOALS, situation.goals.length === 0 ? ALL_BUT_CHILDCARE : situation.goals);
  const fields = maskOf(FIELDS, situation.fields);
  return index.segments.flatMap((segment) => {
    const { offers, ids } = segment;
    const found: Candidate[] = [];
    const groups = new Map<number, number[]>();
    for (let row = 0; row < ids.length; row += 1) {
      if (((offers.goals[row] ?? 0) & goals) === 0) continue;
      const own = offers.fields[row] ?? 0;
      if (fields !== 0 && own !== 0 && (own & fields) === 0) continue;
      if (!isCurrent(segment, row)) continue;
      const group = offers.group[row] ?? 0;
      const known = groups.get(group);
      if (known === undefined) {
        const rows = [row];
        groups.set(group, rows);
        found.push({ segment, rows });
      } else known.push(row);
    }
    return found;
  });
}

/** How one candidate stands; of several dates the best stands for all. */
export function standingOf(judge: Judge, { segment, rows }: Candidate): JudgedOffer | number {
  const standings = rows.map((row): Standing => judge.standing(segment, row));
  const [only] = standings;
  if (
    only !== undefined &&
    standings.every((each) => isNoBy(each) && isNoBy(only) && each.noBy === only.noBy)
  ) {
    return isNoBy(only) ? only.noBy : 0;
  }
  let best: JudgedOffer | undefined;
  const isAnyMore = standings.some((each) => !isNoBy(each) && each.verdict !== 'no');
  rows.forEach((offer, at) => {
    const standing = standings[at];
    if (standing === undefined || (isNoBy(standing) && isAnyMore)) return;
    const judged: JudgedVariant = isNoBy(standing) ? judge.judged(segment, offer) : standing;
    const each = { ...judged, segment, offer, dates: rows };
    if (best === undefined || compareOffers(each, best) < 0) best = each;
  });
  if (best === undefined) throw new Error('a candidate has at least one offer');
  return best;
}

function isNoBy(standing: Standing): standing is { readonly noBy: number } {
  return 'noBy' in standing;
}
