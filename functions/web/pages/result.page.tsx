import { VERDICTS, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { RegionProfile } from '../../../shared/domain/place/region-profile.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { describeResult, type ResultText } from '../../../shared/messages/describe-result.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { MatchPage } from '../../../shared/use-cases/match-situation.ts';
import type { Answers } from '../answers/answers.ts';
import { KeptAnswers } from '../views/kept-answers.tsx';
import { LanguageSwitch } from '../views/language-switch.tsx';
import { PageFrame, type Frame } from '../views/page-frame.tsx';
import { PressButton } from '../views/press-button.tsx';
import { RECAP, RecapSection } from '../views/recap-section.tsx';
import { ContactSection, HowCounted } from '../views/result-closing.tsx';
import { LEFT_OUT, LEVERS, ResultOverview } from '../views/result-overview.tsx';
import { VerdictGroup } from '../views/verdict-group.tsx';
import { counselPath } from '../web-paths.ts';

type Props = {
  readonly frame: Frame;
  readonly answers: Answers;
  readonly situation: Situation;
  readonly found: MatchPage;
  /** The verdicts of which more were asked for. */
  readonly opened: readonly Verdict[];
  readonly districts: Region['districts'];
  readonly contact: RegionProfile['contact'];
  /** When the catalogue was published, in words. */
  readonly asOf: string;
};

type ListProps = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly lines: readonly string[];
};

/** A heading with sentences below; nothing when there are none. */
const Sentences = ({ id, title, hint, lines }: ListProps) =>
  lines.length === 0 ? null : (
    <section class="v-section" aria-labelledby={id}>
      <h2 class="kern-heading-medium" id={id}>
        {title}
      </h2>
      {hint === undefined ? null : <p class="kern-body kern-body--muted">{hint}</p>}
      <ul class="v-reasons">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );

const NextQuestion = ({ messages, text }: { readonly messages: Messages; readonly text: ResultText }) =>
  text.nextQuestion === undefined ? null : (
    <div class="kern-alert kern-alert--info v-screen">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--info" aria-hidden="true" />
        <p class="kern-title">{text.nextQuestion}</p>
      </div>
      <div class="kern-alert__body">
        <PressButton
          action="edit"
          form="answers"
          to={counselPath(messages.language)}
          text={messages.say('page.answer-question')}
        />
      </div>
    </div>
  );

/** How many there are of each kind, what was taken for granted, and the ways on from here. */
const Opening = ({
  messages,
  found,
  text,
  asOf,
}: {
  readonly messages: Messages;
  readonly found: MatchPage;
  readonly text: ResultText;
  readonly asOf: string;
}) => {
  const { say, language } = messages;
  const { counts } = found.result;
  return (
    <>
      <h1 class="kern-heading-large">{say('counts.fits', { count: counts.fits })}</h1>
      <ResultOverview {...{ messages, counts }} withLevers={text.levers.length + text.path.length > 0} />
      {text.assumptions.length === 0 ? null : (
        <p class="kern-body">
          <strong>{say('page.assumed')}:</strong> {text.assumptions.join(' ')}
        </p>
      )}
      <p class="kern-body kern-body--muted">{say('page.result-lead', { date: asOf })}</p>
      <div class="v-line v-screen">
        <PressButton
          action="edit"
          form="answers"
          to={counselPath(language)}
          text={say('page.change-answers')}
        />
        <a class="kern-link" href={`#${RECAP}`}>
          {say('page.recap')}
        </a>
      </div>
      <NextQuestion {...{ messages, text }} />
    </>
  );
};

/** The answer to a situation: what fits, what would help, what was left out, what was said, how it was counted. */
export const ResultPage = (props: Props) => {
  const { frame, answers, situation, found, opened, districts, contact, asOf } = props;
  const { messages } = frame;
  const { say, language } = messages;
  const { result, page } = found;
  const text = describeResult(messages, result);
  return (
    <PageFrame
      frame={frame}
      title={say('page.result')}
      inLanguage={(other) => (
        <LanguageSwitch
          current={language}
          other={other}
          keeps="form"
          to={counselPath(other)}
          action="match"
        />
      )}
    >
      <Opening {...{ messages, found, text, asOf }} />
      <KeptAnswers answers={answers} action={counselPath(language)} />
      {VERDICTS.filter((verdict) => verdict !== 'no').map((verdict) => (
        <VerdictGroup
          {...{ messages, verdict, opened }}
          wished={situation.goals}
          matches={page.filter((match) => match.verdict === verdict)}
          count={result.counts[verdict]}
        />
      ))}
      <Sentences
        id={LEVERS}
        title={say('page.levers')}
        hint={say('page.levers-hint')}
        lines={[...text.levers, ...text.path]}
      />
      <Sentences
        id={LEFT_OUT}
        title={say('page.excluded', { count: result.counts.no })}
        hint={say('page.excluded-hint')}
        lines={text.excluded}
      />
      <RecapSection {...{ messages, situation, districts }} />
      <ContactSection messages={messages} contact={contact} />
      <HowCounted messages={messages} />
    </PageFrame>
  );
};
