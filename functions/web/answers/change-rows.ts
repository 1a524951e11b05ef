import { LIMITS } from '../../../shared/contract/limits.ts';
import { answerTo, answersTo, rowCount, rowOf, rowsOf, type Answers } from './answers.ts';
import type { RowList } from './form-fields.ts';

/** How many rows a list may have. */
export function mostRows(list: RowList): number {
  if (list === 'children') return LIMITS.children;
  if (list === 'helpers') return LIMITS.helperSlots;
  return list === 'busy' ? LIMITS.busySlots : LIMITS.careEntriesPerChild;
}

/** The answers with one more row at the end of a list, as far as it may have more; a child comes with a row for its care. */
export function addRow(answers: Answers, list: RowList): Answers {
  const row = rowCount(answers, list);
  if (row >= mostRows(list)) return answers;
  const added = new Map([...answers, [`${list}.${row}.row`, ['1']]]);
  return list === 'children' ? addRow(added, `children.${row}.care`) : added;
}

/** The answers without one row of a list; those after it move up. */
export function removeRow(answers: Answers, list: RowList, gone: number): Answers {
  return keepRows(
    answers,
    list,
    rowsOf(answers, list).filter((row) => row !== gone),
  );
}

/** The answers with some rows of a list, numbered anew in their order. */
function keepRows(answers: Answers, list: RowList, kept: readonly number[]): Answers {
  return new Map(
    [...answers].flatMap(([name, values]): [string, readonly string[]][] => {
      const row = rowOf(name, list);
      if (row === undefined) return [[name, values]];
      const rest = name.slice(`${list}.${row}`.length);
      const now = kept.indexOf(row);
      return now < 0 ? [] : [[`${list}.${now}${rest}`, values]];
    }),
  );
}

/** Fields that say something about a row; others only have a usual value. */
const TELLING = ['kind', 'days', 'from', 'to', 'postcode', 'validFrom', 'validUntil', 'holidays', 'varies'];

function isBlank(answers: Answers, list: RowList, row: number): boolean {
  return TELLING.every((field) =>
    answersTo(answers, `${list}.${row}.${field}`).every((value) => value.trim() === ''),
  );
}

function dropBlank(answers: Answers, list: RowList): Answers {
  return keepRows(
    answers,
    list,
    rowsOf(answers, list).filter((row) => !isBlank(answers, list, row)),
  );
}

/** The answers without rows of care, helpers and fixed times in which nothing is filled in. Children all stay. */
export function dropBlankRows(answers: Answers): Answers {
  const lists = rowsOf(answers, 'children').map((child): RowList => `children.${child}.care`);
  return [...lists, 'helpers' as const, 'busy' as const].reduce(dropBlank, answers);
}

/** The answers with a row of care for each child that has none and is not said to have none. */
export function offerCareRows(answers: Answers): Answers {
  return rowsOf(answers, 'children').reduce((now, child): Answers => {
    const list: RowList = `children.${child}.care`;
    const isNone = answerTo(now, `children.${child}.noCare`) !== '';
    return isNone || rowCount(now, list) > 0 ? now : addRow(now, list);
  }, answers);
}
