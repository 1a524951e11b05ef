import { WEEKDAY_NAMES } from '../../../shared/domain/time/weekday.ts';
import { CheckGroup } from './check-fields.tsx';
import type { FormView } from './form-view.ts';
import { TextField } from './text-field.tsx';

/** Days, from and to of one row. */
export const SlotFields = ({ form, row }: { readonly form: FormView; readonly row: string }) => {
  const { say } = form.messages;
  const hint = say('page.hint.time');
  return (
    <>
      <CheckGroup
        form={form}
        name={`${row}.days`}
        choices={WEEKDAY_NAMES.map((day) => [day, say(`page.day.${day}`)])}
      />
      <TextField form={form} name={`${row}.from`} hint={hint} />
      <TextField form={form} name={`${row}.to`} hint={hint} />
    </>
  );
};
