import type { Region } from '../../../shared/domain/place/region.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { Answers } from '../answers/answers.ts';
import { formFieldOf, NUMBER_RANGES, rowNumbersOf } from '../answers/form-fields.ts';
import type { FormFault } from '../answers/form-fault.ts';

/** What the fields of the form are drawn from. */
export type FormView = {
  readonly messages: Messages;
  readonly answers: Answers;
  readonly faults: readonly FormFault[];
  readonly region: Pick<Region, 'districts' | 'bookingPresets' | 'allDaySchoolEnd'>;
  /** The field to go on with after a row was added. */
  readonly focus?: string;
};

/** The id of a field in the page. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-');
}

/** The words beside a field, without those of the row it is in. */
export function labelOf({ say }: Messages, name: string): string {
  const field = formFieldOf(name);
  return field === undefined ? say('page.form') : say(`page.label.${field}`);
}

/** A field as an error names it: `Kind 2, Betreuung 1: bis`. */
function placeOf(messages: Messages, name: string): string {
  const { say } = messages;
  const [row, inner] = rowNumbersOf(name).map((number) => String(number + 1));
  const label = labelOf(messages, name);
  if (row === undefined) return label;
  const list = name.split('.', 1).join('');
  if (list === 'helpers') return say('page.place.helper', { number: row, label });
  if (list === 'busy') return say('page.place.busy', { number: row, label });
  return inner === undefined
    ? say('page.place.child', { number: row, label })
    : say('page.place.care', { number: row, care: inner, label });
}

/** What to do about a fault; the same words in the summary and at the field. */
export function sayFault(messages: Messages, { name, code }: FormFault): string {
  const { say } = messages;
  const range = NUMBER_RANGES[formFieldOf(name) ?? 'goals'];
  const [from, to] = range ?? [0, 0];
  const cure =
    range !== undefined && (code === 'out-of-range' || code === 'wrong-type')
      ? say('page.cure.range', { from, to })
      : say(`page.cure.${code}`);
  return say('page.fault', { place: placeOf(messages, name), cure });
}

/** The fault of a field; `undefined` when there is none. */
export function faultOf({ faults }: FormView, name: string): FormFault | undefined {
  return faults.find((fault) => fault.name === name);
}
