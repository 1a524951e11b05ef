import { answersTo, answerTo } from '../answers/answers.ts';
import { described, FaultLine } from './fault-line.tsx';
import { faultOf, idOf, labelOf, type FormView } from './form-view.ts';
import type { Choice } from './select-field.tsx';

type BoxProps = {
  readonly form: FormView;
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly text: string;
  readonly isTicked: boolean;
  readonly isFaulty: boolean;
};

const Box = ({ form, name, value, id, text, isTicked, isFaulty }: BoxProps) => (
  <div class={`kern-form-check${isFaulty ? ' kern-form-check--error' : ''}`}>
    <input
      class={`kern-form-check__checkbox${isFaulty ? ' kern-form-check__checkbox--error' : ''}`}
      type="checkbox"
      id={id}
      name={name}
      value={value}
      checked={isTicked}
      {...described(form, name, undefined)}
    />
    <label class="kern-label" for={id}>
      {text}
    </label>
  </div>
);

/** One box to tick. */
export const CheckField = ({ form, name }: { readonly form: FormView; readonly name: string }) => {
  const isFaulty = faultOf(form, name) !== undefined;
  const isTicked = answerTo(form.answers, name) !== '';
  const text = labelOf(form.messages, name);
  return (
    <div class="v-check">
      <Box {...{ form, name, text, isTicked, isFaulty }} value="on" id={idOf(name)} />
      <FaultLine form={form} name={name} />
    </div>
  );
};

type GroupProps = {
  readonly form: FormView;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly hint?: string;
};

/** Boxes of which any may be ticked; the first carries the id of the field, so that an error leads to it. */
export const CheckGroup = ({ form, name, choices, hint }: GroupProps) => {
  const isFaulty = faultOf(form, name) !== undefined;
  const ticked = answersTo(form.answers, name);
  return (
    <fieldset class={`kern-fieldset v-group${isFaulty ? ' kern-fieldset--error' : ''}`}>
      <legend class="kern-label">{labelOf(form.messages, name)}</legend>
      {hint === undefined ? null : <span class="kern-hint">{hint}</span>}
      <div class="kern-fieldset__body kern-fieldset__body--horizontal">
        {choices.map(([value, text], index) => (
          <Box
            {...{ form, name, value, text, isFaulty }}
            id={index === 0 ? idOf(name) : `${idOf(name)}-${value}`}
            isTicked={ticked.includes(value)}
          />
        ))}
      </div>
      <FaultLine form={form} name={name} />
    </fieldset>
  );
};
