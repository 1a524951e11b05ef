import type { FormView } from './form-view.ts';
import { SelectField } from './select-field.tsx';

type Props = { readonly form: FormView; readonly name: string; readonly label?: string };

/** A question with three answers: yes, no, not said. */
export const YesNoField = ({ form, name, label }: Props) => {
  const { say } = form.messages;
  const choices = [
    ['yes', say('page.yes')],
    ['no', say('page.no')],
  ] as const;
  return (
    <SelectField
      form={form}
      name={name}
      blank={say('page.not-said')}
      choices={choices}
      {...(label === undefined ? {} : { label })}
    />
  );
};
