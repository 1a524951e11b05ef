import { GERMAN_LEVELS, germanLevelAbove } from '../../offer/german-level.ts';
import { addMonths } from '../../time/local-date.ts';
import { frameOf, type Frame } from '../frame.ts';
import type { MatchingInput } from '../matching-input.ts';
import type { Match, MatchResult } from '../match-result.ts';
import type { AppliedChange } from './applied-change.ts';
import { careChanges } from './care-changes.ts';
import { granted } from './granted.ts';
import { candidateKey } from '../candidates.ts';
import { pathThrough } from './path.ts';

const MOST_LEVERS = 5;
const MORE_TRAVEL_MINUTES = 15;
const LATER_MONTHS = 3;

/** How a changed situation is matched; only what fits need be told apart from what does not. */
export type JudgeAll = (input: MatchingInput) => readonly Match[];

/** The five changes that open most offers, or the pair of criteria that stands in the way of most, by section 7. */
export function leversFor(
  input: MatchingInput,
  before: readonly Match[],
  judgeAll: JudgeAll,
): Pick<MatchResult, 'levers' | 'path'> {
  const frame = frameOf(input.situation, input.region, input.today);
  const fitting = fittingKeys(before);
  const tried = possibleChanges(frame).map(({ change, situation }) => {
    const after = judgeAll({ ...input, situation, levers: false });
    return { change: granted(frame, change), opens: countOpened(after, fitting), after };
  });
  const levers = tried
    .filter(({ opens }) => opens > 0)
    .sort((one, other) => other.opens - one.opens)
    .slice(0, MOST_LEVERS)
    .map(({ change, opens }) => ({ change, opens }));
  const path = levers.length === 0 ? pathThrough(before, tried) : undefined;
  return { levers, ...(path === undefined ? {} : { path }) };
}

/** All changes of section 7 that this situation allows, in their order. */
export function possibleChanges(frame: Frame): readonly AppliedChange[] {
  return [...careChanges(frame), ...ownChanges(frame)];
}

/** The changes of section 7 that are not of care, in their order. */
export function ownChanges(frame: Frame): readonly AppliedChange[] {
  const { situation } = frame;
  const changes: AppliedChange[] = [
    {
      change: { kind: 'travel', minutes: MORE_TRAVEL_MINUTES },
      situation: {
        ...situation,
        travel: { ...situation.travel, maxMinutes: frame.maxTravelMinutes + MORE_TRAVEL_MINUTES },
      },
    },
  ];
  const german = situation.german;
  if (german !== undefined && german !== GERMAN_LEVELS.at(-1)) {
    const to = germanLevelAbove(german, 1);
    changes.push({ change: { kind: 'german', to }, situation: { ...situation, german: to } });
  }
  changes.push({
    change: { kind: 'start-later', months: LATER_MONTHS },
    situation: { ...situation, until: addMonths(frame.until, LATER_MONTHS) },
  });
  if (situation.formats.length > 0 && !situation.formats.includes('online')) {
    changes.push({
      change: { kind: 'online-too' },
      situation: { ...situation, formats: [...situation.formats, 'online'] },
    });
  }
  return changes;
}

function isFitting({ verdict }: Match): boolean {
  return verdict === 'fits' || verdict === 'fits-with-care';
}

function fittingKeys(matches: readonly Match[]): ReadonlySet<string> {
  return new Set(matches.filter(isFitting).map(({ offer }) => candidateKey(offer)));
}

function countOpened(after: readonly Match[], fitting: ReadonlySet<string>): number {
  return after.filter((match) => isFitting(match) && !fitting.has(candidateKey(match.offer))).length;
}
