import { CARE_KINDS } from '../../../shared/domain/offer/terms.ts';
import { spanInWords } from '../../../shared/messages/in-words.ts';
import { answerTo, rowsOf } from '../answers/answers.ts';
import { carePresets } from '../answers/care-presets.ts';
import { mostRows } from '../answers/change-rows.ts';
import { counselPath } from '../web-paths.ts';
import { CheckField } from './check-fields.tsx';
import { idOf, type FormView } from './form-view.ts';
import { PressButton } from './press-button.tsx';
import { SelectField } from './select-field.tsx';
import { SlotFields } from './slot-fields.tsx';
import { TextField } from './text-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

type RowProps = { readonly form: FormView; readonly child: number; readonly care: number };

const PresetButtons = ({ form, child, care }: RowProps) => {
  const { messages, region } = form;
  return (
    <div class="v-presets" role="group" aria-label={messages.say('page.presets')}>
      {carePresets(region).map((preset) => {
        const span = spanInWords(messages, preset, 'span');
        const text =
          preset.weeklyHours === undefined
            ? messages.say('page.preset.all-day', { span })
            : messages.say('page.preset.kita', { hours: String(preset.weeklyHours), span });
        return (
          <PressButton
            action={`preset.${child}.${care}.${preset.id}`}
            text={text}
            isSmall
            to={counselPath(messages.language)}
          />
        );
      })}
    </div>
  );
};

const CareRow = ({ form, child, care }: RowProps) => {
  const { say } = form.messages;
  const row = `children.${child}.care.${care}`;
  const about = say('page.care-of', { number: String(child + 1), care: String(care + 1) });
  return (
    <fieldset class="kern-fieldset v-row" id={idOf(row)}>
      <legend class="kern-label">{about}</legend>
      <div class="v-fields">
        <input type="hidden" name={`${row}.row`} value="1" />
        <PresetButtons {...{ form, child, care }} />
        <SelectField
          form={form}
          name={`${row}.kind`}
          blank={say('page.choose')}
          choices={CARE_KINDS.map((kind) => [kind, say(`page.care.${kind}`)])}
        />
        <SlotFields form={form} row={row} />
        <TextField form={form} name={`${row}.postcode`} hint={say('page.hint.care-place')} />
        <TextField form={form} name={`${row}.validFrom`} type="date" />
        <TextField form={form} name={`${row}.validUntil`} type="date" />
        <CheckField form={form} name={`${row}.holidays`} />
        <PressButton
          action={`remove.children.${child}.care.${care}`}
          text={say('page.remove-care')}
          about={about}
          look="tertiary"
          isSmall
          to={`${counselPath(form.messages.language)}#${idOf(`children.${child}`)}`}
        />
      </div>
    </fieldset>
  );
};

/** A child: age, care row by row, and what is seldom asked. */
export const ChildFields = ({ form, child }: { readonly form: FormView; readonly child: number }) => {
  const { messages, answers } = form;
  const { say } = messages;
  const name = `children.${child}` as const;
  const number = String(child + 1);
  const rows = rowsOf(answers, `${name}.care`);
  const seldom = ['unbornMonths', 'schoolFrom', 'searchingSince', 'needsCare', 'goesAlone'];
  const isSeldomUsed = seldom.some(
    (field) =>
      answerTo(answers, `${name}.${field}`) !== '' ||
      form.faults.some((fault) => fault.name === `${name}.${field}`),
  );
  return (
    <fieldset class="kern-fieldset v-child" id={idOf(name)}>
      <legend class="kern-heading-small">{say('child', { number })}</legend>
      <div class="v-fields">
        <input type="hidden" name={`${name}.row`} value="1" />
        <TextField form={form} name={`${name}.years`} />
        <TextField form={form} name={`${name}.months`} hint={say('page.hint.months')} />
        <CheckField form={form} name={`${name}.noCare`} />
        {rows.map((care) => (
          <CareRow {...{ form, child, care }} />
        ))}
        <div class="v-line">
          {rows.length < mostRows(`${name}.care`) ? (
            <PressButton
              action={`add.${name}.care`}
              text={say('page.add-care')}
              about={say('child', { number })}
              isSmall
              to={counselPath(messages.language)}
            />
          ) : null}
          <PressButton
            action={`remove.children.${child}`}
            text={say('page.remove-child')}
            about={say('child', { number })}
            look="tertiary"
            isSmall
            to={`${counselPath(messages.language)}#kinder`}
          />
        </div>
        <details class="kern-accordion" open={isSeldomUsed}>
          <summary class="kern-accordion__header">
            <span class="kern-title">{say('page.more-of-child', { number })}</span>
          </summary>
          <div class="kern-accordion__body v-fields">
            <TextField form={form} name={`${name}.unbornMonths`} />
            <TextField form={form} name={`${name}.schoolFrom`} type="date" />
            <TextField form={form} name={`${name}.searchingSince`} type="date" />
            <YesNoField form={form} name={`${name}.needsCare`} />
            <CheckField form={form} name={`${name}.goesAlone`} />
          </div>
        </details>
      </div>
    </fieldset>
  );
};
