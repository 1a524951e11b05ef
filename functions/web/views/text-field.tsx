import { answerTo } from '../answers/answers.ts';
import { formFieldOf, NUMBER_RANGES } from '../answers/form-fields.ts';
import { described, FaultLine } from './fault-line.tsx';
import { faultOf, idOf, labelOf, type FormView } from './form-view.ts';

type Props = {
  readonly form: FormView;
  readonly name: string;
  readonly hint?: string;
  /** Digits and times are short and written from left to right in every language. */
  readonly size?: 'short' | 'wide';
  readonly type?: 'text' | 'date';
};

/** A line to type in, with its label, its hint (the range, where it is a number) and its fault. */
export const TextField = ({ form, name, hint, size = 'short', type = 'text' }: Props) => {
  const isFaulty = faultOf(form, name) !== undefined;
  const range = NUMBER_RANGES[formFieldOf(name) ?? 'goals'];
  const shown =
    hint ??
    (range === undefined
      ? undefined
      : form.messages.say('page.hint.range', { from: range[0], to: range[1] }));
  const isNumeric = range !== undefined || name.endsWith('postcode');
  return (
    <div class={`kern-form-input v-${size}${isFaulty ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={idOf(name)}>
        {labelOf(form.messages, name)}
      </label>
      {shown === undefined ? null : (
        <span class="kern-hint" id={`${idOf(name)}-hinweis`}>
          {shown}
        </span>
      )}
      <input
        class={`kern-form-input__input${isFaulty ? ' kern-form-input__input--error' : ''}`}
        id={idOf(name)}
        name={name}
        type={type}
        value={answerTo(form.answers, name)}
        maxlength={type === 'text' ? 60 : undefined}
        inputmode={isNumeric ? 'decimal' : undefined}
        dir="ltr"
        autocomplete="off"
        {...described(form, name, shown)}
      />
      <FaultLine form={form} name={name} />
    </div>
  );
};
