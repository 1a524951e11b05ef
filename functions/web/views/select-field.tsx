import { answerTo } from '../answers/answers.ts';
import { described, FaultLine } from './fault-line.tsx';
import { faultOf, idOf, labelOf, type FormView } from './form-view.ts';

/** A choice of a list: what is sent and what is shown. */
export type Choice = readonly [value: string, text: string];

type Props = {
  readonly form: FormView;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** First line, which answers nothing; left out where one of the choices is always meant. */
  readonly blank?: string;
  readonly label?: string;
};

/** A list to choose one from. */
export const SelectField = ({ form, name, choices, blank, label }: Props) => {
  const chosen = answerTo(form.answers, name);
  const isFaulty = faultOf(form, name) !== undefined;
  const lines: readonly Choice[] = blank === undefined ? choices : [['', blank], ...choices];
  return (
    <div class={`kern-form-input v-short${isFaulty ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={idOf(name)}>
        {label ?? labelOf(form.messages, name)}
      </label>
      <div class="kern-form-input__select-wrapper">
        <select
          class={`kern-form-input__select${isFaulty ? ' kern-form-input__select--error' : ''}`}
          id={idOf(name)}
          name={name}
          {...described(form, name, undefined)}
        >
          {lines.map(([value, text]) => (
            <option value={value} selected={value === chosen}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <FaultLine form={form} name={name} />
    </div>
  );
};
