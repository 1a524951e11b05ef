import { GERMAN_LEVELS } from '../../../shared/domain/offer/german-level.ts';
import { AUDIENCES, DEGREES, FIELDS, GOALS, SCHOOLINGS } from '../../../shared/domain/offer/terms.ts';
import { TRAVEL_MEANS } from '../../../shared/domain/place/travel-means.ts';
import { answerTo } from '../answers/answers.ts';
import { CheckField, CheckGroup } from './check-fields.tsx';
import { FormSection } from './form-section.tsx';
import type { FormView } from './form-view.ts';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

type SectionProps = { readonly form: FormView };

/** What to reach, and in which fields of work. */
export const GoalsSection = ({ form }: SectionProps) => {
  const { say } = form.messages;
  return (
    <FormSection id="ziele" title={say('page.section.goals')}>
      <CheckGroup
        form={form}
        name="goals"
        hint={say('page.hint.goals')}
        choices={GOALS.map((goal) => [goal, say(`page.goal.${goal}`)])}
      />
      <CheckGroup
        form={form}
        name="fields"
        hint={say('page.hint.fields')}
        choices={FIELDS.map((field) => [field, say(`page.field.${field}`)])}
      />
    </FormSection>
  );
};

/** Where the person lives and how far a way may be. */
export const HomeSection = ({ form }: SectionProps) => {
  const { say } = form.messages;
  return (
    <FormSection id="wohnort" title={say('page.section.home')} hint={say('page.hint.home')}>
      <TextField form={form} name="home.postcode" />
      <SelectField
        form={form}
        name="home.district"
        blank={say('page.not-said')}
        choices={[...form.region.districts].map(([id, { name }]) => [id, name])}
      />
      <SelectField
        form={form}
        name="travel.by"
        blank={say('page.not-said')}
        choices={TRAVEL_MEANS.map((means) => [means, say(`means.${means}`)])}
      />
      <TextField form={form} name="travel.maxMinutes" />
    </FormSection>
  );
};

const EMPLOYEES = ['to-15', '16-45', '46-200', 'over-200'] as const;

/** The present job. */
export const WorkSection = ({ form }: SectionProps) => {
  const { say } = form.messages;
  return (
    <FormSection id="arbeit" title={say('page.section.work')} hint={say('page.hint.work')}>
      <TextField form={form} name="work.hoursPerWeek" />
      <TextField form={form} name="work.wantedHoursPerWeek" />
      <TextField form={form} name="work.travelMinutes" />
      <TextField form={form} name="work.sinceMonths" />
      <SelectField
        form={form}
        name="work.employees"
        blank={say('page.not-said')}
        choices={EMPLOYEES.map((size) => [size, say(`page.employees.${size}`)])}
      />
      <YesNoField form={form} name="work.bridgePartTime" />
      <TextField form={form} name="work.parentalLeaveUntil" type="date" />
      <CheckField form={form} name="work.saturdays" />
    </FormSection>
  );
};

/** German, school and degree, years at work and age. */
export const SkillsSection = ({ form }: SectionProps) => {
  const { say } = form.messages;
  const blank = say('page.not-said');
  return (
    <FormSection id="deutsch" title={say('page.section.skills')}>
      <SelectField
        form={form}
        name="german"
        blank={blank}
        choices={GERMAN_LEVELS.map((level) => [level, say(`page.german.${level}`)])}
      />
      <SelectField
        form={form}
        name="schooling"
        blank={blank}
        choices={SCHOOLINGS.map((schooling) => [schooling, say(`page.schooling.${schooling}`)])}
      />
      <SelectField
        form={form}
        name="degree"
        blank={blank}
        choices={DEGREES.map((degree) => [degree, say(`page.degree.${degree}`)])}
      />
      <TextField form={form} name="workedYears" />
      <TextField form={form} name="age" />
    </FormSection>
  );
};

const SUPPORT = ['grundsicherung', 'alg1', 'wohngeld', 'kinderzuschlag', 'none'] as const;

/** Groups an offer may be for, and support the person has. */
export const GroupsSection = ({ form }: SectionProps) => {
  const { messages, answers } = form;
  const { say } = messages;
  const count = AUDIENCES.filter((audience) => answerTo(answers, `audiences.${audience}`) !== '').length;
  return (
    <FormSection id="gruppen" title={say('page.section.groups')} hint={say('page.hint.groups')}>
      <details class="kern-accordion" open={count > 0}>
        <summary class="kern-accordion__header">
          <span class="kern-title">{say('page.groups-of-person')}</span>
        </summary>
        <div class="kern-accordion__body v-fields">
          {AUDIENCES.filter((audience) => audience !== 'children').map((audience) => (
            <YesNoField form={form} name={`audiences.${audience}`} />
          ))}
        </div>
      </details>
      <CheckGroup
        form={form}
        name="support"
        choices={SUPPORT.map((support) => [support, say(`page.support.${support}`)])}
      />
    </FormSection>
  );
};

/** When, how and for how much. */
export const FrameSection = ({ form }: SectionProps) => {
  const { say } = form.messages;
  return (
    <FormSection id="rahmen" title={say('page.section.frame')}>
      <TextField form={form} name="from" type="date" />
      <TextField form={form} name="until" type="date" />
      <TextField form={form} name="budget" hint={say('page.hint.budget')} />
      <CheckGroup
        form={form}
        name="formats"
        hint={say('page.hint.formats')}
        choices={(['on-site', 'online'] as const).map((format) => [format, say(`page.format.${format}`)])}
      />
      <CheckField form={form} name="stepFree" />
      <CheckField form={form} name="levers" />
    </FormSection>
  );
};
