import { formFieldOf, type RowList } from './form-fields.ts';

/** What was filled in, as text by field name, exactly as typed; a field sent more than once keeps all its values. */
export type Answers = ReadonlyMap<string, readonly string[]>;

const LONGEST_VALUE = 60;
const MOST_VALUES = 20;
const MOST_FIELDS = 1000;
/** Marks that a row is there, though nothing may be filled in yet. */
const ROW_MARK = /^(?:children\.\d{1,2}(?:\.care\.\d{1,2})?|helpers\.\d{1,2}|busy\.\d{1,2})\.row$/;

/** The form as it is opened: nothing answered, changes that help are asked for. */
export const BLANK: Answers = new Map([['levers', ['on']]]);

/** Answers of a posted form; what is no field of ours is left out, longer texts are cut. */
export function parseAnswers(posted: URLSearchParams): Answers {
  const answers = new Map<string, readonly string[]>();
  for (const [name, value] of posted) {
    if (formFieldOf(name) === undefined && !ROW_MARK.test(name)) continue;
    const known = answers.get(name) ?? [];
    if (known.length >= MOST_VALUES || answers.size >= MOST_FIELDS) continue;
    answers.set(name, [...known, value.slice(0, LONGEST_VALUE)]);
  }
  return answers;
}

/** The one value of a field without spaces around it; `''` when it is not answered. */
export function answerTo(answers: Answers, name: string): string {
  return answers.get(name)?.[0]?.trim() ?? '';
}

/** All values of a field; none when it is not answered. */
export function answersTo(answers: Answers, name: string): readonly string[] {
  return answers.get(name) ?? [];
}

/** Every name with each of its values that says something, in the order posted. */
export function filledPairs(answers: Answers): readonly (readonly [string, string])[] {
  return [...answers].flatMap(([name, values]) =>
    values.filter((value) => value.trim() !== '').map((value) => [name, value] as const),
  );
}

/** How many rows a list has: one more than the highest number among its fields. */
export function rowCount(answers: Answers, list: RowList): number {
  const rows = [...answers.keys()].flatMap((name) => rowOf(name, list) ?? []);
  return Math.max(-1, ...rows) + 1;
}

/** The number of the row of a list that a field lies in; `undefined` when it lies in none. */
export function rowOf(name: string, list: RowList): number | undefined {
  if (!name.startsWith(`${list}.`)) return undefined;
  const digits = /^\d{1,2}(?=\.)/.exec(name.slice(list.length + 1))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** `0` to one below the count of rows. */
export function rowsOf(answers: Answers, list: RowList): readonly number[] {
  return Array.from({ length: rowCount(answers, list) }, (_, row) => row);
}
