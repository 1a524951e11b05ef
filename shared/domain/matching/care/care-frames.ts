import type { CareEntry, Child, Helper, Situation } from '../../situation/situation.ts';
import { localDateOf } from '../../time/local-date.ts';
import { withChildren, withSituation, type Frame } from '../frame.ts';
import { endsForSchool, isSchool } from './coverage.ts';

/** The family's week as it is, and as it would be if one thing were otherwise. Each is the same request but for that. */
export type CareFrames = {
  readonly ordinary: Frame;
  /** Helpers who come only now and then come every week; absent when there are none. */
  readonly everyHelper?: Frame;
  /** Kita and childminder go on after school has begun; absent when no child goes to one. */
  readonly beyondSchoolEntry?: Frame;
  readonly everyHelperBeyondSchoolEntry?: Frame;
  /** Schools without holiday care are closed; absent when no child goes to one. */
  readonly schoolsClosed?: Frame;
};

const NEVER = localDateOf(2200, 1, 1);

/** The frames of one request. */
export function careFramesOf(ordinary: Frame): CareFrames {
  const { situation } = ordinary;
  const everyHelper = situation.helpers.some((helper) => helper.every !== 'week')
    ? withSituation(ordinary, regularHelpers(situation))
    : undefined;
  const endsAtSchool = situation.children.some((child) =>
    child.care?.some(({ kind }) => endsForSchool(kind)),
  );
  return {
    ordinary,
    ...(everyHelper === undefined ? {} : { everyHelper }),
    ...(endsAtSchool ? { beyondSchoolEntry: withChildren(ordinary, withoutSchoolEntry) } : {}),
    ...(endsAtSchool && everyHelper !== undefined
      ? { everyHelperBeyondSchoolEntry: withChildren(everyHelper, withoutSchoolEntry) }
      : {}),
    ...(ordinary.situation.children.some((child) => child.care?.some(closesInHolidays))
      ? { schoolsClosed: withChildren(ordinary, withoutSchools) }
      : {}),
  };
}

function regularHelpers(situation: Situation): Situation {
  return {
    ...situation,
    helpers: situation.helpers.map(everyWeek),
  };
}

const everyWeek = once((helper: Helper): Helper => ({ ...helper, every: 'week' }));

const withoutSchoolEntry = once((child: Child): Child => ({ ...child, schoolFrom: NEVER }));

const withoutSchools = once((child: Child): Child =>
  child.care === undefined
    ? child
    : { ...child, care: child.care.filter((entry) => !closesInHolidays(entry)) },
);

/** Changes each child or helper once: in situations that have it in common, the changed one is the same object too. */
function once<Stated extends object>(change: (stated: Stated) => Stated): (stated: Stated) => Stated {
  const changed = new WeakMap<Stated, Stated>();
  return (stated) => {
    const known = changed.get(stated) ?? change(stated);
    changed.set(stated, known);
    return known;
  };
}

function closesInHolidays(entry: CareEntry): boolean {
  return isSchool(entry.kind) && !entry.holidays;
}
