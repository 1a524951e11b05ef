import { rowsOf } from '../answers/answers.ts';
import { mostRows } from '../answers/change-rows.ts';
import { counselPath } from '../web-paths.ts';
import { ChildFields } from './child-fields.tsx';
import { FormSection } from './form-section.tsx';
import type { FormView } from './form-view.ts';
import { PressButton } from './press-button.tsx';

/** The children, one after another, with a button for one more. */
export const ChildrenSection = ({ form }: { readonly form: FormView }) => {
  const { say, language } = form.messages;
  const children = rowsOf(form.answers, 'children');
  return (
    <FormSection id="kinder" title={say('page.section.children')} hint={say('page.hint.children')}>
      {children.map((child) => (
        <ChildFields form={form} child={child} />
      ))}
      {children.length < mostRows('children') ? (
        <PressButton action="add.children" text={say('page.add-child')} to={counselPath(language)} />
      ) : null}
    </FormSection>
  );
};
