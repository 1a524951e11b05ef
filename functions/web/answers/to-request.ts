import { AUDIENCES } from '../../../shared/domain/offer/terms.ts';
import { answeredOnly } from './answered-only.ts';
import { answerTo, answersTo, rowsOf, type Answers } from './answers.ts';
import { childRequest, type CareGroups } from './child-request.ts';
import type { FormFault } from './form-fault.ts';
import { readCents, readDate, readNumber, readYesNo } from './read-text.ts';
import { busyRequest, helperRequest, workRequest } from './week-request.ts';

/** The body of a request as the form's answers say it, unchecked. */
export type RequestOfForm = {
  readonly request: unknown;
  /** Faults that the contract cannot know: two boxes of the form that exclude each other. */
  readonly faults: readonly FormFault[];
  /** Which rows of care make which entry, by child. */
  readonly careGroups: readonly CareGroups[];
};

/** What is chosen or typed in a field; `undefined` when nothing is. */
function textOf(answers: Answers, name: string): string | undefined {
  return answerTo(answers, name) || undefined;
}

/** Whether a box is ticked. */
function isTicked(answers: Answers, name: string): boolean {
  return answerTo(answers, name) !== '';
}

/** The request of the contract that the answers make; blank rows are to be dropped before. */
export function toRequest(answers: Answers): RequestOfForm {
  const text = (name: string) => textOf(answers, name);
  const number = (name: string) => readNumber(answerTo(answers, name));
  const children = rowsOf(answers, 'children').map((child) => childRequest(answers, child));
  const busy = busyRequest(answers);
  const audiences = AUDIENCES.map(
    (audience) => [audience, readYesNo(answerTo(answers, `audiences.${audience}`))] as const,
  );
  const request = answeredOnly({
    goals: answersTo(answers, 'goals'),
    fields: answersTo(answers, 'fields'),
    home: answeredOnly({
      postcode: text('home.postcode')?.replaceAll(' ', ''),
      district: text('home.district'),
    }),
    travel: answeredOnly({ by: text('travel.by'), maxMinutes: number('travel.maxMinutes') }),
    children: children.map((child) => child.request),
    helpers: rowsOf(answers, 'helpers').map((row) => helperRequest(answers, row)),
    busy: busy.request,
    work: workRequest(answers),
    german: text('german'),
    schooling: text('schooling'),
    degree: text('degree'),
    workedYears: number('workedYears'),
    age: number('age'),
    audiences: answeredOnly(Object.fromEntries(audiences)),
    support: answersTo(answers, 'support'),
    from: readDate(answerTo(answers, 'from')),
    until: readDate(answerTo(answers, 'until')),
    formats: answersTo(answers, 'formats'),
    stepFree: isTicked(answers, 'stepFree'),
    budgetCents: readCents(answerTo(answers, 'budget')),
  });
  return {
    request,
    faults: [...children.flatMap(({ faults }) => faults), ...busy.faults],
    careGroups: children.map(({ groups }) => groups),
  };
}
