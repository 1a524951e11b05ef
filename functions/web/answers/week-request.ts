import { answerTo, rowsOf, type Answers } from './answers.ts';
import { answeredOnly } from './answered-only.ts';
import { slotRequest } from './child-request.ts';
import type { FormFault } from './form-fault.ts';
import { readDate, readNumber, readYesNo } from './read-text.ts';

/** One helper as the request has it; no child chosen = all of them. */
export function helperRequest(answers: Answers, row: number): unknown {
  const name = `helpers.${row}`;
  const child = readNumber(answerTo(answers, `${name}.child`));
  return {
    ...slotRequest(answers, name),
    ...answeredOnly({
      every: answerTo(answers, `${name}.every`) || undefined,
      children: child === undefined ? undefined : [child],
    }),
  };
}

/** Fixed times as the request has them: absent = not said, empty = said to have none. */
export function busyRequest(answers: Answers): {
  readonly request: readonly unknown[] | undefined;
  readonly faults: readonly FormFault[];
} {
  const rows = rowsOf(answers, 'busy').map((row) => ({
    ...slotRequest(answers, `busy.${row}`),
    ...answeredOnly({
      why: answerTo(answers, `busy.${row}.why`) || undefined,
      varies: answerTo(answers, `busy.${row}.varies`) !== '',
    }),
  }));
  if (answerTo(answers, 'noBusy') === '')
    return { request: rows.length === 0 ? undefined : rows, faults: [] };
  return { request: [], faults: rows.length === 0 ? [] : [{ name: 'noBusy', code: 'none-and-other' }] };
}

/** The present job as the request has it; `undefined` when nothing is said of one. */
export function workRequest(answers: Answers): unknown {
  const text = (field: string) => answerTo(answers, `work.${field}`);
  return answeredOnly({
    hoursPerWeek: readNumber(text('hoursPerWeek')),
    wantedHoursPerWeek: readNumber(text('wantedHoursPerWeek')),
    travelMinutes: readNumber(text('travelMinutes')),
    saturdays: text('saturdays') === '' ? undefined : true,
    sinceMonths: readNumber(text('sinceMonths')),
    employees: text('employees') || undefined,
    bridgePartTime: readYesNo(text('bridgePartTime')),
    parentalLeaveUntil: readDate(text('parentalLeaveUntil')),
  });
}
