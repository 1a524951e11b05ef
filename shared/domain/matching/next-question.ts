import type { Match, MatchResult, OpenQuestion, SituationField } from './match-result.ts';

/** Fields in the order of the criteria they settle. */
export const FIELDS_IN_TABLE_ORDER: readonly SituationField[] = [
  'home',
  'german',
  'schooling',
  'degree',
  'audiences',
  'age',
  'work.hoursPerWeek',
  'busy',
  'children.age',
  'children.care',
];

/** The unanswered field on which all that is unknown hangs, for most offers that nothing speaks against. */
export function nextQuestion(matches: readonly Match[]): MatchResult['nextQuestion'] {
  const fields = matches.flatMap((match) => {
    const field = onlyField(match);
    return field === undefined ? [] : [field];
  });
  const [most] = FIELDS_IN_TABLE_ORDER.map((field) => ({
    field,
    settles: fields.filter((each) => each === field).length,
  }))
    .filter(({ settles }) => settles > 0)
    .sort((one, other) => other.settles - one.settles);
  return most;
}

/** The one field of the person that would settle every unknown of a match; `undefined` when anything else is open too. */
function onlyField({ criteria }: Match): SituationField | undefined {
  if (criteria.some(({ result }) => result === 'unmet')) return undefined;
  const unknown = criteria.filter(({ result }) => result === 'unknown');
  const asked = unknown.map(({ questions = [] }) => questions.map(fieldOf));
  const fields = new Set(asked.flatMap((each) => (each.length === 0 ? [undefined] : each)));
  const [field] = fields;
  return fields.size === 1 ? field : undefined;
}

function fieldOf(question: OpenQuestion): SituationField | undefined {
  return question.of === 'person' ? question.field : undefined;
}
