import type { CriterionResult, Match } from '../../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { WEEKDAY_NAMES } from '../../../shared/domain/time/weekday.ts';
import { describeMatch } from '../../../shared/messages/describe-match.ts';
import { childrenInWords, spanInWords } from '../../../shared/messages/in-words.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { Answers } from '../answers/answers.ts';
import { FactList } from '../views/fact-list.tsx';
import { KeptAnswers } from '../views/kept-answers.tsx';
import { LanguageSwitch } from '../views/language-switch.tsx';
import { Lines } from '../views/lines.tsx';
import { offerPageFacts } from '../views/offer-page-facts.tsx';
import { PageFrame, type Frame } from '../views/page-frame.tsx';
import { PressButton } from '../views/press-button.tsx';
import { recapLines } from '../views/recap-lines.ts';
import { SampleBadge, VerdictBadge } from '../views/verdict-badge.tsx';
import { counselPath, offerPath } from '../web-paths.ts';

/** The offer against a situation, and the answers it was made from. */
export type Explained = {
  readonly answers: Answers;
  readonly situation: Situation;
  readonly match: Match;
  /** Why a match for this situation would not look at the offer. */
  readonly leftOut?: 'goals-or-fields' | 'ended-or-duplicate';
};

type Props = {
  readonly frame: Frame;
  readonly offer: Offer;
  readonly districts: Region['districts'];
  readonly explained?: Explained;
};

const Gaps = ({ messages, match }: { readonly messages: Messages; readonly match: Match }) => {
  const { say } = messages;
  if (match.gaps.length === 0) return null;
  return (
    <div class="kern-table-responsive" tabindex={0} role="region" aria-labelledby="luecken">
      <table class="kern-table kern-table--small">
        <caption class="kern-title" id="luecken">
          {say('page.gaps')}
        </caption>
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            {(['day', 'child', 'missing', 'dates'] as const).map((column) => (
              <th class="kern-table__header" scope="col">
                {say(`page.gap.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {match.gaps.map((gap) => (
            <tr class="kern-table__row">
              <th class="kern-table__header" scope="row">
                {say(`weekday.${WEEKDAY_NAMES[gap.day]}`)}
              </th>
              <td class="kern-table__cell">{childrenInWords(messages, [gap.child])}</td>
              <td class="kern-table__cell">{spanInWords(messages, gap, 'span')}</td>
              <td class="kern-table__cell">{gap.dates}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Proposals = ({ messages, match }: { readonly messages: Messages; readonly match: Match }) => {
  const { say, lists } = messages;
  return (
    <>
      {match.care.map(({ child, proposals }) =>
        proposals.length === 0 ? null : (
          <>
            <h3 class="kern-title">
              {say('page.places-for', { child: childrenInWords(messages, [child]) })}
            </h3>
            <ul class="v-reasons">
              {proposals.map(({ offer, minutesFromHome, open }) => (
                <li>
                  <bdi lang="de">{offer.title}</bdi>
                  {`, ${say('page.way', { minutes: minutesFromHome })}. `}
                  {open.length === 0
                    ? null
                    : say('place.open', {
                        open: lists.and.format(open.map((code) => say(`place-open.${code}`))),
                      })}
                </li>
              ))}
            </ul>
          </>
        ),
      )}
    </>
  );
};

function resultWord({ say }: Messages, { result }: CriterionResult): string {
  return say(`page.criterion-result.${result}`);
}

const Explanation = ({
  messages,
  explained,
}: {
  readonly messages: Messages;
  readonly explained: Explained;
}) => {
  const { say } = messages;
  const { match, leftOut } = explained;
  const { summary, reasons } = describeMatch(messages, match);
  return (
    <section class="v-section" aria-labelledby="erklaerung">
      <h2 class="kern-heading-medium" id="erklaerung">
        {say('page.explanation')}
      </h2>
      <p class="kern-body kern-body--bold">{summary}</p>
      {leftOut === undefined ? null : <p class="kern-body">{say(`page.left-out.${leftOut}`)}</p>}
      <ul class="v-reasons">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <Gaps messages={messages} match={match} />
      <Proposals messages={messages} match={match} />
      <h3 class="kern-title">{say('page.criteria')}</h3>
      <FactList
        facts={match.criteria
          .filter(({ result }) => result !== 'not-applicable')
          .map((criterion) => ({
            label: say(`page.criterion.${criterion.id}`),
            value: resultWord(messages, criterion),
          }))}
      />
    </section>
  );
};

/** One offer in full; with a situation also how it fits and why. */
export const OfferPage = ({ frame, offer, districts, explained }: Props) => {
  const { messages } = frame;
  const { say, language } = messages;
  const { page, booking } = offer.links;
  const keeps = explained === undefined ? 'nothing' : 'form';
  return (
    <PageFrame
      frame={frame}
      title={offer.title}
      inLanguage={(other) => (
        <LanguageSwitch
          current={language}
          other={other}
          keeps={keeps}
          to={offerPath(other, offer.id)}
          action="match"
        />
      )}
    >
      {explained === undefined ? null : (
        <>
          <KeptAnswers answers={explained.answers} action={counselPath(language)} />
          <div class="v-line v-screen">
            <PressButton
              action="match"
              form="answers"
              text={say('page.back-to-result')}
              look="tertiary"
              isSmall
            />
          </div>
        </>
      )}
      <div class="v-badges">
        {explained === undefined ? null : (
          <VerdictBadge messages={messages} verdict={explained.match.verdict} />
        )}
        {offer.freshness.sample === true ? <SampleBadge messages={messages} /> : null}
      </div>
      <h1 class="kern-heading-large">
        <bdi lang="de">{offer.title}</bdi>
      </h1>
      {explained === undefined ? null : <Explanation messages={messages} explained={explained} />}
      <section class="v-section" aria-labelledby="angebot">
        <h2 class="kern-heading-medium" id="angebot">
          {say('page.about-offer')}
        </h2>
        <FactList facts={offerPageFacts(messages, offer)} />
        {offer.summary === undefined ? null : (
          <p class="kern-body v-summary" lang="de">
            {offer.summary}
          </p>
        )}
        <div class="v-line">
          {page === undefined ? null : (
            <a class="kern-link" href={page} rel="noreferrer">
              {say('page.provider-page')}
            </a>
          )}
          {booking === undefined || booking === page ? null : (
            <a class="kern-link" href={booking} rel="noreferrer">
              {say('page.booking')}
            </a>
          )}
        </div>
      </section>
      {explained === undefined ? (
        <a class="kern-link" href={counselPath(language)}>
          {say('page.to-counsel')}
        </a>
      ) : (
        <section class="v-section v-recap" aria-labelledby="angaben">
          <h2 class="kern-heading-medium" id="angaben">
            {say('page.recap')}
          </h2>
          <FactList
            facts={recapLines({ messages, districts }, explained.situation).map(({ label, answers }) => ({
              label,
              value: <Lines lines={answers} />,
            }))}
          />
        </section>
      )}
    </PageFrame>
  );
};
