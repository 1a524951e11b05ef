import type { CareProposal } from '../match-result.ts';
import { hasEntries, type CareCandidate, type CarePlace, type CareWanted } from './care-wanted.ts';
import { candidateFor } from './new-care.ts';

/** What new care can do about the gaps of one family at one offer. */
export type NewCare = {
  readonly proposals: readonly { readonly child: number; readonly proposals: readonly CareProposal[] }[];
  /** Counting places close every gap, with room for all who go there. */
  readonly closesAll: boolean;
  /** Whether every child with a certain gap has a counting place, with room for all of these, or, without entries, an open one. */
  readonly placeable: boolean;
  /** Whether counting places alone close every certain gap. */
  readonly countingCloses: boolean;
  /** Children for whom some place would do once what is open is settled. */
  readonly open: ReadonlySet<number>;
};

/** So many places are proposed to a child at most. */
export const MOST_PROPOSALS = 3;

/** Looks for new care for every child with a gap; at most three proposals each, in the order of section 4. */
export function newCareFor(wanted: CareWanted, places: readonly CarePlace[]): NewCare {
  const children = [...new Set(wanted.gaps.map((gap) => gap.child))].sort((one, other) => one - other);
  const enough = Math.max(MOST_PROPOSALS, children.length);
  const found = children.map((child) => ({
    child,
    candidates: firstCandidates(wanted, child, byWay(wanted, child, places), enough),
  }));
  const counting = found.map(({ child, candidates }) => ({
    child,
    candidates: candidates.filter((each) => each.counts),
  }));
  const open = childrenWithAny(
    found.map(({ child, candidates }) => ({ child, candidates: candidates.filter((each) => !each.counts) })),
  );
  const certain = new Set(wanted.gaps.filter((gap) => gap.open.length === 0).map((gap) => gap.child));
  const mustCount = counting.filter(({ child }) => {
    const stated = wanted.frame.situation.children[child];
    const openDoes = stated !== undefined && !hasEntries(stated) && open.has(child);
    return certain.has(child) && !openDoes;
  });
  return {
    proposals: found
      .filter(({ candidates }) => candidates.length > 0)
      .map(({ child, candidates }) => ({
        child,
        proposals: candidates.slice(0, MOST_PROPOSALS).map(proposalOf),
      })),
    closesAll: found.length > 0 && hasRoomForAll(wanted, counting),
    placeable: hasRoomForAll(wanted, mustCount),
    countingCloses: hasRoomForAll(
      wanted,
      counting.filter(({ child }) => certain.has(child)),
    ),
    open,
  };
}

type Found = { readonly child: number; readonly candidates: readonly CareCandidate[] };

function childrenWithAny(found: readonly Found[]): ReadonlySet<number> {
  return new Set(found.filter(({ candidates }) => candidates.length > 0).map(({ child }) => child));
}

function proposalOf({ offer, minutesFromHome, counts, open }: CareCandidate): CareProposal {
  return { offer, minutesFromHome, counts, open };
}

/** Places by the way home - place - offer, then id. */
function byWay(wanted: CareWanted, child: number, places: readonly CarePlace[]): readonly CarePlace[] {
  const session = wanted.gaps.find((gap) => gap.child === child)?.session;
  const wayVia = (at: CarePlace): number =>
    at.minutesFromHome +
    (session === undefined ? 0 : (wanted.frame.way(at.place, session.at) ?? Number.POSITIVE_INFINITY));
  return places
    .map((at) => ({ at, minutes: wayVia(at) }))
    .sort((one, other) => one.minutes - other.minutes || (one.at.offer.id < other.at.offer.id ? -1 : 1))
    .map(({ at }) => at);
}

/** The first candidates that count, as many as are wanted, then those with something open, up to three in all. */
function firstCandidates(
  wanted: CareWanted,
  child: number,
  places: readonly CarePlace[],
  enough: number,
): readonly CareCandidate[] {
  const counting: CareCandidate[] = [];
  const open: CareCandidate[] = [];
  for (const at of places) {
    if (counting.length >= enough) break;
    const candidate = candidateFor(wanted, child, at);
    if (candidate?.counts === true) counting.push(candidate);
    else if (candidate !== undefined) open.push(candidate);
  }
  return counting.length >= MOST_PROPOSALS
    ? counting
    : [...counting, ...open.slice(0, MOST_PROPOSALS - counting.length)];
}

/** Whether each child can be given one of its counting places without any place being overfilled. */
function hasRoomForAll({ frame }: CareWanted, counting: readonly Found[]): boolean {
  const isUnbooked = ({ child }: Found): boolean => {
    const stated = frame.situation.children[child];
    return stated !== undefined && !hasEntries(stated);
  };
  const [firstUnbooked] = counting.filter(isUnbooked);
  const units = counting.filter((found) => !isUnbooked(found) || found === firstUnbooked);
  return placeUnits(units, new Map());
}

function placeUnits(units: readonly Found[], taken: ReadonlyMap<string, number>): boolean {
  const [unit, ...rest] = units;
  if (unit === undefined) return true;
  return unit.candidates.some(({ offer, care, placed }) => {
    const inUse = (taken.get(offer.id) ?? 0) + placed;
    return inUse <= (care.free ?? 0) && placeUnits(rest, new Map(taken).set(offer.id, inUse));
  });
}
