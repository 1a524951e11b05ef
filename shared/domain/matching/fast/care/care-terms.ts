import type { Frame } from '../../frame.ts';
import type { AppliedChange } from '../../levers/applied-change.ts';
import { granted } from '../../levers/granted.ts';
import type { CareAnswer } from './care-result.ts';
import type { Family } from '../sessions/family.ts';
import { weekTermsOf, type WeekTerms } from './doubts-answer.ts';
import { changesNear, type ChangesNear } from '../levers/covering-changes.ts';
import { familiesIn, type Families, type Request } from '../request.ts';
import type { CareNear } from '../new-care/search.ts';
import type { HeldSessions } from '../sessions/held.ts';
import { triedChange, type TriedChange } from '../levers/tried-change.ts';

/** Everything that answers of the care criterion share for one family's week. `near.changes` empty = near misses are not looked for. */
export type CareTerms = WeekTerms & {
  readonly request: Request;
  readonly families: Families;
  readonly places: CareNear;
  readonly changes: ChangesNear;
  /** Answers of cases that are one object, by `id` and what else they hang on. */
  readonly known: (CareAnswer | undefined)[];
  /** Answers of jobs of which only parts of the day are known, and of their parts, by their rows; see `PartsOfJob`. */
  readonly knownParts: (CareAnswer | undefined)[];
  /** The workdays of parts, easiest first, by `partRow`; see `easiestDays`. */
  readonly easiest: (readonly HeldSessions[] | undefined)[];
  /** On how many workdays parts hold a stretch of work, by rows; see `daysWithStretch`. */
  readonly stretchDays: (number | undefined)[];
  /** Only what fits has to be told from what does not: nothing else is found out about what does not. */
  readonly onlyFits: boolean;
  /** The care change that is tried. */
  readonly tried: TriedChange | undefined;
  /** Whether the change that is tried leaves all care on the days of a class as it is, while schools are closed too. */
  readonly leavesDay: (day: number) => boolean;
};

/** The terms of a request's own situation, in which near misses by one of the care changes are looked for too. */
export function judgingTerms(
  request: Request,
  places: CareNear,
  careChanges: readonly AppliedChange[],
): CareTerms {
  const { frame, familyOf } = request;
  const families = familiesIn(request, frame);
  const changes = careChanges.map(({ change, situation }) => {
    const family = familyOf(situation);
    const tried = triedChange(request.days, families.ordinary, family, change.kind === 'edge-hours');
    return { change: granted(frame, change), family, tried };
  });
  return {
    request,
    families,
    places,
    changes: changesNear(changes, request.days.times),
    ...weekTermsOf(families),
    known: [],
    knownParts: [],
    easiest: [],
    stretchDays: [],
    onlyFits: false,
    tried: undefined,
    leavesDay: () => true,
  };
}

/** The same terms with answers of their own, in which near misses by a care change are not looked for. */
export function withoutNearMisses(terms: CareTerms): CareTerms {
  return { ...terms, changes: changesNear([], terms.request.days.times), known: [], knownParts: [] };
}

/** The terms in which only what fits is told apart from what does not after a change; `frame` is that of the changed situation. */
export function trialTerms(terms: CareTerms, { change, situation }: AppliedChange, frame: Frame): CareTerms {
  const { request, families } = terms;
  const before = families.frame.situation;
  // Changes that are not of care leave every answer of care as it is.
  if (situation.children === before.children && situation.helpers === before.helpers) {
    return { ...terms, families: { ...families, frame } };
  }
  const changed = familiesIn(request, frame);
  const isOfEdge = change.kind === 'edge-hours';
  const tried = triedChange(request.days, families.ordinary, changed.ordinary, isOfEdge);
  return {
    ...terms,
    families: changed,
    changes: changesNear([], request.days.times),
    ...weekTermsOf(changed),
    known: [],
    knownParts: [],
    easiest: [],
    stretchDays: [],
    onlyFits: true,
    tried,
    leavesDay: leavingDays(request, tried, families.schoolsClosed, changed.schoolsClosed),
  };
}

/** Whether a change leaves all care as it is, on days of a class; never where children have care only before or after it. */
function leavingDays(
  { days }: Request,
  tried: TriedChange,
  before: Family | undefined,
  after: Family | undefined,
): CareTerms['leavesDay'] {
  if (!tried.keepsBooked || (before === undefined) !== (after === undefined)) return () => false;
  if (before === undefined || after === undefined) return tried.isAllUnchangedOn;
  const whileClosed = triedChange(days, before, after, tried.addsOnly);
  return (day) => tried.isAllUnchangedOn(day) && whileClosed.isAllUnchangedOn(day);
}
