import type { CareQuestion } from '../care/care-of-offer.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { bitOf } from '../answer.ts';
import type { Judge } from '../judge-offer.ts';
import type { AskedVariant } from '../judge-variants.ts';
import { isInOneWay, type Standings } from '../standings.ts';
import { shutChangesIn, type ShutChanges } from './shut-changes.ts';

/** How all candidates stand as things are, the judge that said so, and what it answered about care from. */
type Stated = { readonly standings: Standings; readonly judge: Judge; readonly care: CareTerms };

/** The judge after a change of care, and what it answers from. */
export type Trial = { readonly judge: Judge; readonly care: CareTerms };

/** How many of the closed candidates each change of care opens. All changes are tried on one way of attending an offer before the next is looked at. */
export function countOpenedByCare(
  stated: Stated,
  closed: Uint32Array,
  trials: readonly Trial[],
): ReadonlyMap<Trial, number> {
  const { standings } = stated;
  const { alone, untold } = careAloneAmong(stated, closed);
  const opened = trials.map((trial): Opened => ({ trial, candidates: new Set() }));
  for (const { trial, candidates } of opened) {
    for (const candidate of untold) {
      if (opensIn(trial.judge, standings, candidate)) candidates.add(candidate);
    }
  }
  const shutChanges = shutChangesIn(
    stated.care,
    trials.map(({ care }) => care),
  );
  for (const each of alone) noteOpened(stated.judge, shutChanges, opened, each);
  return new Map(opened.map(({ trial, candidates }) => [trial, candidates.size]));
}

/** A change of care with the candidates that it opens. */
type Opened = { readonly trial: Trial; readonly candidates: Set<number> };

/** Notes for each change whether it opens one way of attending an offer. */
function noteOpened(
  judge: Judge,
  shutChanges: ShutChanges,
  opened: readonly Opened[],
  { asked: coarse, candidates }: CareAlone,
): void {
  const asked = judge.toldBest(coarse);
  const shut = shutChanges(asked.question);
  for (let word = 0; word < shut.length; word += 1) {
    for (let rest = ~(shut[word] ?? 0); rest !== 0; rest &= rest - 1) {
      const tried = opened[word * 32 + 31 - Math.clz32(rest & -rest)];
      if (tried === undefined) break;
      if (tried.trial.judge.careFits(asked))
        for (const candidate of candidates) tried.candidates.add(candidate);
    }
  }
}

/** One way of attending an offer in which nothing but care stands in the way, and the candidates that open when it fits. */
type CareAlone = { readonly asked: AskedVariant; readonly candidates: number[] };

/** All such ways, those with equal answers once; `untold`: the candidates of which it cannot be told. */
type AllCareAlone = { readonly alone: readonly CareAlone[]; readonly untold: readonly number[] };

/** A change of care opens only what nothing but care stands in the way of, in some date or variant. */
function careAloneAmong({ judge, standings }: Stated, closed: Uint32Array): AllCareAlone {
  const alone: CareAlone[] = [];
  const byNumber = new Map<number, CareAlone>();
  const untold: number[] = [];
  for (const candidate of closed) {
    if (isMoreThanCare(standings, candidate)) continue;
    const segment = standings.candidates.segmentOf(candidate);
    for (const offer of standings.candidates.offersOf(candidate)) {
      const ways = judge.onlyByCare(segment, offer);
      if (ways === undefined) untold.push(candidate);
      for (const asked of ways ?? []) {
        if (neverFits(asked.question)) continue;
        const number = numberOf(asked.question);
        const known = number === undefined ? undefined : byNumber.get(number);
        if (known !== undefined) {
          known.candidates.push(candidate);
          continue;
        }
        const added = { asked, candidates: [candidate] };
        alone.push(added);
        if (number !== undefined) byNumber.set(number, added);
      }
    }
  }
  return { alone, untold };
}

/** Whether it is known of a candidate without asking further that something else than care stands in its way. */
function isMoreThanCare({ candidates, isCertainNo, unmet, unknown }: Standings, candidate: number): boolean {
  if (isCertainNo[candidate] === 1) return candidates.onlyOf(candidate) !== undefined;
  const others = ((unmet[candidate] ?? 0) | (unknown[candidate] ?? 0)) & ~CARE;
  return others !== 0 && isInOneWay(candidates, candidate);
}

const CARE = bitOf('care');

function numberOf(question: CareQuestion): number | undefined {
  return question.kind === 'sessions' || question.kind === 'day-parts' ? question.number : undefined;
}

/** Whether no change of care makes the answer a yes: it is settled, or some times are missing. */
function neverFits(question: CareQuestion): boolean {
  return question.kind === 'settled' || (question.kind === 'sessions' && !question.times.isComplete);
}

/** Whether any offer of a candidate fits. */
export function opensIn(judge: Judge, { candidates }: Standings, candidate: number): boolean {
  const segment = candidates.segmentOf(candidate);
  return candidates.isTrueOfAny(candidate, (offer) => judge.fits(segment, offer));
}
