import { VERDICTS, type Match, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { RegionProfile } from '../../../shared/domain/place/region-profile.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { describeResult, type ResultText } from '../../../shared/messages/describe-result.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { MatchPage } from '../../../shared/use-cases/match-situation.ts';
import type { Answers } from '../answers/answers.ts';
import { FactList } from '../views/fact-list.tsx';
import { groupByGoal } from '../views/goal-groups.ts';
import { KeptAnswers } from '../views/kept-answers.tsx';
import { LanguageSwitch } from '../views/language-switch.tsx';
import { Lines, MatchCard } from '../views/match-card.tsx';
import { PageFrame, type Frame } from '../views/page-frame.tsx';
import { PressButton } from '../views/press-button.tsx';
import { recapLines } from '../views/recap-lines.ts';
import { counselPath } from '../web-paths.ts';

type Props = {
  readonly frame: Frame;
  readonly answers: Answers;
  readonly situation: Situation;
  readonly found: MatchPage;
  readonly districts: Region['districts'];
  readonly contact: RegionProfile['contact'];
  /** When the catalogue was published, in words. */
  readonly asOf: string;
};

const Recap = ({
  messages,
  situation,
  districts,
  assumptions,
}: Pick<Props, 'situation' | 'districts'> & {
  readonly messages: Messages;
  readonly assumptions: readonly string[];
}) => {
  const { say, language } = messages;
  const lines = recapLines({ messages, districts }, situation);
  return (
    <section class="v-section v-recap" aria-labelledby="angaben">
      <h2 class="kern-heading-medium" id="angaben">
        {say('page.recap')}
      </h2>
      {lines.length === 0 ? <p class="kern-body">{say('page.recap.nothing')}</p> : null}
      <FactList facts={lines.map(({ label, answers }) => ({ label, value: <Lines lines={answers} /> }))} />
      {assumptions.length === 0 ? null : (
        <>
          <h3 class="kern-title">{say('page.assumed')}</h3>
          <ul class="v-reasons">
            {assumptions.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div class="v-line v-screen">
        <PressButton
          action="edit"
          form="answers"
          to={counselPath(language)}
          text={say('page.change-answers')}
        />
        <a class="kern-link" href={counselPath(language)}>
          {say('page.new-person')}
        </a>
      </div>
    </section>
  );
};

type GroupProps = {
  readonly messages: Messages;
  readonly verdict: Verdict;
  readonly matches: readonly Match[];
  readonly count: number;
  readonly situation: Situation;
};

/** `Passt fast (6)`. */
function groupName({ say }: Messages, verdict: Verdict, count: number): string {
  return say('page.group', { verdict: say(`page.verdict.${verdict}`), count });
}

/** All matches of one verdict, by goal where there are several. */
const VerdictGroup = ({ messages, verdict, matches, count, situation }: GroupProps) => {
  const { say } = messages;
  if (count === 0) return null;
  const groups = groupByGoal(matches, situation.goals);
  return (
    <section class="v-section" aria-labelledby={`gruppe-${verdict}`}>
      <h2 class="kern-heading-medium" id={`gruppe-${verdict}`}>
        {groupName(messages, verdict, count)}
      </h2>
      <p class="kern-body kern-body--muted">{say(`page.verdict-hint.${verdict}`)}</p>
      {groups.map(({ goal, matches: ofGoal }) => (
        <>
          {groups.length === 1 ? null : (
            <h3 class="kern-heading-small">
              {say(goal === undefined ? 'page.goal.none' : `page.goal.${goal}`)}
            </h3>
          )}
          <div class="v-cards">
            {ofGoal.map((match) => (
              <MatchCard messages={messages} match={match} level={groups.length === 1 ? 'h3' : 'h4'} />
            ))}
          </div>
        </>
      ))}
      {matches.length < count ? (
        <div class="v-line v-screen">
          <p class="kern-body">{say('page.shown-of', { shown: matches.length, count })}</p>
          <PressButton
            action="show-all"
            form="answers"
            text={say('page.show-all')}
            about={say(`page.verdict.${verdict}`)}
          />
        </div>
      ) : null}
    </section>
  );
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

const Contact = ({
  messages,
  contact,
}: {
  readonly messages: Messages;
  readonly contact: RegionProfile['contact'];
}) => (
  <section class="v-section" aria-labelledby="kontakt">
    <h2 class="kern-heading-medium" id="kontakt">
      {messages.say('page.contact')}
    </h2>
    <p class="kern-body">
      <bdi lang="de">{contact.name}</bdi>
      {contact.phone === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
            <bdi dir="ltr">{contact.phone}</bdi>
          </a>
        </>
      )}
      {contact.mail === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={`mailto:${contact.mail}`}>
            {contact.mail}
          </a>
        </>
      )}
      {contact.page === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={contact.page} rel="noreferrer">
            {contact.page}
          </a>
        </>
      )}
    </p>
  </section>
);

const HowCounted = ({ messages }: { readonly messages: Messages }) => {
  const { say } = messages;
  const rules = ['together', 'unknown', 'order', 'paid', 'not-used', 'promise'] as const;
  return (
    <section class="v-section" aria-labelledby="rechnung">
      <h2 class="kern-heading-medium" id="rechnung">
        {say('page.how')}
      </h2>
      <ul class="v-reasons">
        {rules.map((rule) => (
          <li>{say(`page.how.${rule}`)}</li>
        ))}
      </ul>
    </section>
  );
};

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

/** The answer to a situation: what was said, what fits, what would help, what was left out, how it was counted. */
export const ResultPage = ({ frame, answers, situation, found, districts, contact, asOf }: Props) => {
  const { messages } = frame;
  const { say, language } = messages;
  const { result, page } = found;
  const text = describeResult(messages, result);
  const [heading = say('page.result'), ...others] = text.counts;
  const shown = VERDICTS.filter((verdict) => verdict !== 'no');
  const levers = [...text.levers, ...text.path];
  const jumps = [
    ...shown
      .filter((verdict) => result.counts[verdict] > 0)
      .map((verdict) => [`gruppe-${verdict}`, groupName(messages, verdict, result.counts[verdict])] as const),
    ...(levers.length === 0 ? [] : [['hebel', say('page.levers')] as const]),
    ...(text.excluded.length === 0
      ? []
      : [['ausgeschlossen', say('page.excluded', { count: result.counts.no })] as const]),
  ];
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
      <h1 class="kern-heading-large">{heading}</h1>
      <p class="kern-body">{others.join(' ')}</p>
      <p class="kern-body kern-body--muted">{say('page.result-lead', { date: asOf })}</p>
      <KeptAnswers answers={answers} action={counselPath(language)} />
      <Recap {...{ messages, situation, districts }} assumptions={text.assumptions} />
      <NextQuestion messages={messages} text={text} />
      <nav aria-label={say('page.jump')} class="v-screen">
        <ul class="v-inline">
          {jumps.map(([id, name]) => (
            <li>
              <a class="kern-link" href={`#${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map((verdict) => (
        <VerdictGroup
          {...{ messages, verdict, situation }}
          matches={page.filter((match) => match.verdict === verdict)}
          count={result.counts[verdict]}
        />
      ))}
      <Sentences id="hebel" title={say('page.levers')} hint={say('page.levers-hint')} lines={levers} />
      <Sentences
        id="ausgeschlossen"
        title={say('page.excluded', { count: result.counts.no })}
        hint={say('page.excluded-hint')}
        lines={text.excluded}
      />
      <Contact messages={messages} contact={contact} />
      <HowCounted messages={messages} />
    </PageFrame>
  );
};
