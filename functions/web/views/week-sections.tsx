import { rowsOf } from '../answers/answers.ts';
import { mostRows } from '../answers/change-rows.ts';
import { counselPath } from '../web-paths.ts';
import { CheckField } from './check-fields.tsx';
import { idOf, type FormView } from './form-view.ts';
import { PressButton } from './press-button.tsx';
import { FormSection } from './form-section.tsx';
import { SelectField } from './select-field.tsx';
import { SlotFields } from './slot-fields.tsx';

type SectionProps = { readonly form: FormView };
type RowProps = SectionProps & { readonly row: number };

const EVERY = ['week', 'alternate', 'sometimes'] as const;

const HelperRow = ({ form, row }: RowProps) => {
  const { say } = form.messages;
  const name = `helpers.${row}`;
  const children = rowsOf(form.answers, 'children');
  return (
    <fieldset class="kern-fieldset v-row" id={idOf(name)}>
      <legend class="kern-label">{say('page.helper', { number: String(row + 1) })}</legend>
      <div class="v-fields">
        <input type="hidden" name={`${name}.row`} value="1" />
        <SlotFields form={form} row={name} />
        <SelectField
          form={form}
          name={`${name}.every`}
          choices={EVERY.map((every) => [every, say(`page.every.${every}`)])}
        />
        {children.length < 2 ? null : (
          <SelectField
            form={form}
            name={`${name}.child`}
            blank={say('page.all-children')}
            choices={children.map((child) => [String(child), say('child', { number: String(child + 1) })])}
          />
        )}
        <PressButton
          action={`remove.helpers.${row}`}
          text={say('page.remove-helper')}
          about={String(row + 1)}
          look="tertiary"
          isSmall
          to={`${counselPath(form.messages.language)}#hilfe`}
        />
      </div>
    </fieldset>
  );
};

/** Who else looks after the children. */
export const HelpersSection = ({ form }: SectionProps) => {
  const { say, language } = form.messages;
  const rows = rowsOf(form.answers, 'helpers');
  return (
    <FormSection id="hilfe" title={say('page.section.helpers')} hint={say('page.hint.helpers')}>
      {rows.map((row) => (
        <HelperRow form={form} row={row} />
      ))}
      {rows.length < mostRows('helpers') ? (
        <PressButton action="add.helpers" text={say('page.add-helper')} isSmall to={counselPath(language)} />
      ) : null}
    </FormSection>
  );
};

const BusyRow = ({ form, row }: RowProps) => {
  const { say } = form.messages;
  const name = `busy.${row}`;
  return (
    <fieldset class="kern-fieldset v-row" id={idOf(name)}>
      <legend class="kern-label">{say('page.busy', { number: String(row + 1) })}</legend>
      <div class="v-fields">
        <input type="hidden" name={`${name}.row`} value="1" />
        <SlotFields form={form} row={name} />
        <SelectField
          form={form}
          name={`${name}.why`}
          choices={(['work', 'other'] as const).map((why) => [why, say(`page.why.${why}`)])}
        />
        <CheckField form={form} name={`${name}.varies`} />
        <PressButton
          action={`remove.busy.${row}`}
          text={say('page.remove-busy')}
          about={String(row + 1)}
          look="tertiary"
          isSmall
          to={`${counselPath(form.messages.language)}#zeiten`}
        />
      </div>
    </fieldset>
  );
};

/** When the person is not free. */
export const BusySection = ({ form }: SectionProps) => {
  const { say, language } = form.messages;
  const rows = rowsOf(form.answers, 'busy');
  return (
    <FormSection id="zeiten" title={say('page.section.busy')} hint={say('page.hint.busy')}>
      <CheckField form={form} name="noBusy" />
      {rows.map((row) => (
        <BusyRow form={form} row={row} />
      ))}
      {rows.length < mostRows('busy') ? (
        <PressButton action="add.busy" text={say('page.add-busy')} isSmall to={counselPath(language)} />
      ) : null}
    </FormSection>
  );
};
