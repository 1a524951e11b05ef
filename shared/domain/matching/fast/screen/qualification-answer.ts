import type { Situation } from '../../../situation/situation.ts';
import { DEGREES_ASCENDING, SCHOOLINGS_ASCENDING } from '../../criteria/qualification.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import { asking, PASSES, UNMET, type CriterionAnswer } from '../noted.ts';

const NOT_GIVEN = -1;
const FOREIGN = -2;
/** More than there are ranks, -1 included. */
const RANKS = 32;

const ASK_SCHOOLING = askField('schooling');
const ASK_DEGREE = askField('degree');

/** What schooling and degree together say of the ranks that are needed, -1 for none; at least one is. */
export type QualificationAnswer = (schooling: number, degree: number, isEither: boolean) => CriterionAnswer;

/** The answers of one person, each worked out once; the same rule as the criterion. */
export function qualificationOf(situation: Pick<Situation, 'schooling' | 'degree'>): QualificationAnswer {
  const schooling = rankOf(SCHOOLINGS_ASCENDING, situation.schooling);
  const degree = rankOf(DEGREES_ASCENDING, situation.degree);
  const known: (CriterionAnswer | undefined)[] = [];
  return (needsSchooling, needsDegree, isEither) => {
    const key = ((needsSchooling + 1) * RANKS + needsDegree + 1) * 2 + Number(isEither);
    return (known[key] ??= qualified(
      partOf(schooling, needsSchooling, ASK_SCHOOLING),
      partOf(degree, needsDegree, ASK_DEGREE),
      isEither,
    ));
  };
}

/** Rank of an answer: FOREIGN where it has none, NOT_GIVEN where none was given. */
function rankOf<Rank extends string>(ascending: readonly Rank[], answer: Rank | undefined): number {
  if (answer === undefined) return NOT_GIVEN;
  const rank = ascending.indexOf(answer);
  return rank < 0 ? FOREIGN : rank;
}

/** One of the two: `undefined` where it is not asked for. */
function partOf(own: number, needed: number, field: number): CriterionAnswer | undefined {
  if (needed < 0) return undefined;
  if (own < 0) return asking(own === FOREIGN ? ASK_OTHER : field);
  return own >= needed ? PASSES : UNMET;
}

/** Both together; what is asked is asked for each part that is unknown. */
function qualified(
  schooling: CriterionAnswer | undefined,
  degree: CriterionAnswer | undefined,
  isEither: boolean,
): CriterionAnswer {
  const parts = [schooling, degree].filter((part) => part !== undefined);
  const decides = isEither ? PASSES : UNMET;
  if (parts.includes(decides)) return decides;
  const unknown = parts.filter((part) => part !== PASSES && part !== UNMET);
  if (unknown.length > 0) return unknown.reduce((both, part) => both | part, 0);
  return isEither ? UNMET : PASSES;
}
