import { VERDICTS, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Answers } from './answers.ts';
import { carePresets, fillCare } from './care-presets.ts';
import { addRow, removeRow } from './change-rows.ts';
import type { RowList } from './form-fields.ts';

/** What the pressed button of the form asks for. `focus` is the field to go on with. */
export type FormAction =
  /** The answer; `opened` are the verdicts of which all matches are asked for. */
  | { readonly kind: 'match'; readonly opened: readonly Verdict[] }
  | { readonly kind: 'form'; readonly answers: Answers; readonly focus?: string };

const LIST = '(children|helpers|busy|children\\.\\d{1,2}\\.care)';
const ADD = new RegExp(`^add\\.${LIST}$`);
const REMOVE = new RegExp(`^remove\\.${LIST}\\.(\\d{1,2})$`);
const PRESET = /^preset\.(\d{1,2})\.(\d{1,2})\.([a-z0-9-]+)$/;

function isRowList(text: string): text is RowList {
  return new RegExp(`^${LIST}$`).test(text);
}

/** The field a person fills in first in the row that was just added to a list. */
function firstFieldOf(list: RowList, row: number): string {
  if (list === 'children') return `children.${row}.years`;
  return list === 'helpers' || list === 'busy' ? `${list}.${row}.from` : `${list}.${row}.kind`;
}

function countBefore(answers: Answers, list: RowList): number {
  const numbers = [...answers.keys()].flatMap((name) =>
    name.startsWith(`${list}.`) ? Number(name.slice(list.length + 1).split('.')[0]) : [],
  );
  return Math.max(-1, ...numbers);
}

/**
 * Reads the value of the pressed button: `match`, `show.<verdict>.<verdict> …`, `edit`, `add.<list>`, `remove.<list>.<row>`,
 * `preset.<child>.<row>.<id>`. What is none of them leads back to the form as it is.
 */
export function readAction(
  pressed: string,
  answers: Answers,
  region: Pick<Region, 'bookingPresets' | 'allDaySchoolEnd'>,
): FormAction {
  const [word, ...verdicts] = pressed.split('.');
  if (word === 'match' || word === 'show')
    return { kind: 'match', opened: VERDICTS.filter((verdict) => verdicts.includes(verdict)) };
  const added = ADD.exec(pressed)?.[1];
  if (added !== undefined && isRowList(added)) {
    const now = addRow(answers, added);
    return { kind: 'form', answers: now, focus: firstFieldOf(added, countBefore(now, added)) };
  }
  const [, list, row] = REMOVE.exec(pressed) ?? [];
  if (list !== undefined && isRowList(list))
    return { kind: 'form', answers: removeRow(answers, list, Number(row)) };
  const [, child, care, id] = PRESET.exec(pressed) ?? [];
  const preset = carePresets(region).find((known) => known.id === id);
  if (preset === undefined) return { kind: 'form', answers };
  const place = { child: Number(child), care: Number(care) };
  const focus = `children.${place.child}.care.${place.care}.from`;
  return { kind: 'form', answers: fillCare(answers, place, preset), focus };
}
