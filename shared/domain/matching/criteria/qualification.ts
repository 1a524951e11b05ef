import type { Degree, Schooling } from '../../offer/terms.ts';
import type { CriterionResult, OpenQuestion } from '../match-result.ts';
import { every, known, some, type Trilean } from '../trilean.ts';
import { askPerson, askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('qualification');

/** Schooling and degrees by rank; `foreign` has none. */
export const SCHOOLINGS_ASCENDING: readonly Schooling[] = ['none', 'hauptschule', 'mittlere-reife', 'abitur'];
export const DEGREES_ASCENDING: readonly Degree[] = ['none', 'vocational', 'academic'];

type Part = { readonly holds: Trilean; readonly question: OpenQuestion };

/** The schooling and degree that the offer states, both or, where it says so, either. */
export function qualification({ frame, variant }: Candidate): CriterionResult {
  const { schooling, degree, schoolingOrDegree } = variant.offer.needs;
  const own = frame.situation;
  const parts = [
    ...(schooling === undefined ? [] : [schoolingPart(own.schooling, schooling)]),
    ...(degree === undefined ? [] : [degreePart(own.degree, degree)]),
  ];
  if (parts.length === 0) return notApplicable();
  const combine = schoolingOrDegree === true ? some : every;
  const facts = {
    ...(schooling === undefined ? {} : { schooling }),
    ...(degree === undefined ? {} : { degree }),
    ...(schoolingOrDegree === true ? { either: true } : {}),
  };
  switch (combine(...parts.map(({ holds }) => holds))) {
    case 'yes':
      return met(facts);
    case 'no':
      return unmet(facts);
    case 'unknown':
      return unknown(
        facts,
        ...parts.flatMap(({ holds, question }) => (holds === 'unknown' ? [question] : [])),
      );
  }
}

function schoolingPart(own: Schooling | undefined, needed: Schooling): Part {
  const holds: Trilean =
    own === undefined || own === 'foreign' ? 'unknown' : atLeast(SCHOOLINGS_ASCENDING, own, needed);
  return { holds, question: own === 'foreign' ? askProvider('recognition') : askPerson('schooling') };
}

function degreePart(own: Degree | undefined, needed: Degree): Part {
  const holds: Trilean =
    own === undefined || own === 'foreign' ? 'unknown' : atLeast(DEGREES_ASCENDING, own, needed);
  return { holds, question: own === 'foreign' ? askProvider('recognition') : askPerson('degree') };
}

function atLeast<Rank>(ascending: readonly Rank[], own: Rank, needed: Rank): Trilean {
  return known(ascending.indexOf(own) >= ascending.indexOf(needed));
}
