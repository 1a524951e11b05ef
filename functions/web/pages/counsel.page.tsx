import { ChildrenSection } from '../views/children-section.tsx';
import { ErrorSummary } from '../views/error-summary.tsx';
import type { FormView } from '../views/form-view.ts';
import { LanguageSwitch } from '../views/language-switch.tsx';
import { PageFrame, type Frame } from '../views/page-frame.tsx';
import {
  FrameSection,
  GoalsSection,
  GroupsSection,
  HomeSection,
  SkillsSection,
  WorkSection,
} from '../views/person-sections.tsx';
import { PressButton } from '../views/press-button.tsx';
import { BusySection, HelpersSection } from '../views/week-sections.tsx';
import { counselPath } from '../web-paths.ts';

type Props = { readonly frame: Frame; readonly form: FormView };

/**
 * The whole situation on one page, for those who fill it in with somebody. The first button of the form is the one that the
 * Enter key presses, so it is the main one, unseen.
 */
export const CounselPage = ({ frame, form }: Props) => {
  const { messages, faults } = form;
  const { say, language } = messages;
  const heading = say('page.counsel');
  const title = faults.length === 0 ? heading : say('page.title-with-faults', { title: heading });
  return (
    <PageFrame
      frame={frame}
      title={title}
      inLanguage={(other) => (
        <LanguageSwitch current={language} other={other} keeps="form" to={counselPath(other)} />
      )}
    >
      <ErrorSummary form={form} />
      <h1 class="kern-heading-large">{heading}</h1>
      <p class="kern-body">{say('page.counsel-lead')}</p>
      <form method="post" action={counselPath(language)} id="answers" novalidate autocomplete="off">
        <button class="v-unseen" type="submit" name="do" value="match" tabindex={-1} aria-hidden="true">
          {say('page.match')}
        </button>
        <GoalsSection form={form} />
        <HomeSection form={form} />
        <ChildrenSection form={form} />
        <HelpersSection form={form} />
        <BusySection form={form} />
        <WorkSection form={form} />
        <SkillsSection form={form} />
        <GroupsSection form={form} />
        <FrameSection form={form} />
        <div class="v-line v-actions">
          <PressButton action="match" text={say('page.match')} look="primary" />
          <a class="kern-link" href={counselPath(language)}>
            {say('page.new-person')}
          </a>
        </div>
      </form>
    </PageFrame>
  );
};
