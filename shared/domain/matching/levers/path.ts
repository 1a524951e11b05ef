import { candidateKey } from '../candidates.ts';
import {
  CRITERIA,
  type CriterionId,
  type CriterionResult,
  type GrantedChange,
  type Match,
  type MatchResult,
} from '../match-result.ts';

/** A change that was tried, with every candidate judged after it. */
export type TriedChange = { readonly change: GrantedChange; readonly after: readonly Match[] };

const MEETS: readonly CriterionResult['result'][] = ['met', 'met-with-place', 'not-applicable'];

type Pair = { readonly criteria: readonly [CriterionId, CriterionId]; readonly matches: readonly Match[] };

/**
 * The pair of criteria that is exactly what is unmet for most offers, each with the smallest change that meets it for
 * most of them; a criterion that only the offer decides has none. `undefined` when no offer lacks exactly two.
 */
export function pathThrough(
  before: readonly Match[],
  tried: readonly TriedChange[],
): MatchResult['path'] | undefined {
  const [most] = pairsOf(before).sort(
    (one, other) => other.matches.length - one.matches.length || compareTable(one.criteria, other.criteria),
  );
  if (most === undefined) return undefined;
  const keys = new Set(most.matches.map(({ offer }) => candidateKey(offer)));
  return {
    criteria: most.criteria,
    offers: most.matches.length,
    changes: most.criteria.flatMap((criterion) => {
      const change = smallestChange(criterion, keys, tried);
      return change === undefined ? [] : [{ criterion, change }];
    }),
  };
}

function pairsOf(matches: readonly Match[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const match of matches) {
    const [first, second, ...more] = match.criteria.filter(({ result }) => result === 'unmet');
    if (first === undefined || second === undefined || more.length > 0) continue;
    const key = `${first.id} ${second.id}`;
    const pair = pairs.get(key);
    pairs.set(key, { criteria: [first.id, second.id], matches: [...(pair?.matches ?? []), match] });
  }
  return [...pairs.values()];
}

function compareTable(one: Pair['criteria'], other: Pair['criteria']): number {
  return (
    CRITERIA.indexOf(one[0]) - CRITERIA.indexOf(other[0]) ||
    CRITERIA.indexOf(one[1]) - CRITERIA.indexOf(other[1])
  );
}

/** The change after which the criterion is no longer unmet for most of the offers; the first of equals. */
function smallestChange(
  criterion: CriterionId,
  keys: ReadonlySet<string>,
  tried: readonly TriedChange[],
): GrantedChange | undefined {
  const [best] = tried
    .map(({ change, after }) => ({ change, meets: countMet(criterion, keys, after) }))
    .filter(({ meets }) => meets > 0)
    .sort((one, other) => other.meets - one.meets);
  return best?.change;
}

function countMet(criterion: CriterionId, keys: ReadonlySet<string>, after: readonly Match[]): number {
  return after
    .filter(({ offer }) => keys.has(candidateKey(offer)))
    .filter(({ criteria }) => criteria.some(({ id, result }) => id === criterion && MEETS.includes(result)))
    .length;
}
