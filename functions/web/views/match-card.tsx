import type { Match } from '../../../shared/domain/matching/match-result.ts';
import { describeMatch } from '../../../shared/messages/describe-match.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { offerPath } from '../web-paths.ts';
import { FactList, type Fact } from './fact-list.tsx';
import { beginOf, childcareOf, costOf, hoursOf, placeOf, timesOf } from './offer-facts.ts';
import { PressButton } from './press-button.tsx';
import { SampleBadge, VerdictBadge } from './verdict-badge.tsx';

const REASONS_SHOWN = 4;

/** The place that counts for a match; `undefined` online. */
function placeShown({ offer, variant }: Match) {
  if (variant === 'online') return undefined;
  return offer.places[typeof variant === 'number' ? variant : 0];
}

/** What a card says of an offer: provider, times, begin, place and way, hours, cost, childcare. */
function factsOf(messages: Messages, match: Match): readonly Fact[] {
  const { say } = messages;
  const { offer, variant, travelMinutes } = match;
  const way =
    travelMinutes === null || variant === 'online' ? [] : [say('page.way', { minutes: travelMinutes })];
  const where = variant === 'online' ? say('page.format.online') : placeOf(messages, placeShown(match));
  const hours = hoursOf(messages, offer);
  return [
    { label: say('page.fact.provider'), value: <bdi lang="de">{offer.provider.name}</bdi> },
    { label: say('page.fact.times'), value: <Lines lines={timesOf(messages, offer)} /> },
    ...(hours.length === 0 ? [] : [{ label: say('page.fact.hours'), value: hours.join(', ') }]),
    { label: say('page.fact.begin'), value: beginOf(messages, offer, match.first ?? undefined) },
    { label: say('page.fact.place'), value: [where, ...way].join(' · ') },
    ...(offer.kind === 'job' ? [] : [{ label: say('page.fact.cost'), value: costOf(messages, offer) }]),
    ...(offer.kind === 'childcare'
      ? []
      : [{ label: say('page.fact.childcare'), value: childcareOf(messages, offer) }]),
  ];
}

/** Lines below each other. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 1 ? (
    <>{lines[0]}</>
  ) : (
    <ul class="v-lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );

const Reasons = ({
  messages,
  reasons,
}: {
  readonly messages: Messages;
  readonly reasons: readonly string[];
}) => {
  const [shown, more] = [reasons.slice(0, REASONS_SHOWN), reasons.slice(REASONS_SHOWN)];
  return (
    <>
      {shown.length === 0 ? null : (
        <ul class="v-reasons">
          {shown.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
      {more.length === 0 ? null : (
        <details>
          <summary class="v-more">{messages.say('page.more-reasons', { count: more.length })}</summary>
          <ul class="v-reasons">
            {more.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

type Props = { readonly messages: Messages; readonly match: Match; readonly level: 'h3' | 'h4' };

/** One match: what it is, how it fits and why, and the way to its page with the answers. */
export const MatchCard = ({ messages, match, level: Heading }: Props) => {
  const { say, language } = messages;
  const { offer, verdict } = match;
  const { summary, reasons } = describeMatch(messages, match);
  return (
    <article class="kern-card kern-card--hug">
      <div class="kern-card__container">
        <div class="v-badges">
          <VerdictBadge messages={messages} verdict={verdict} />
          {offer.freshness.sample === true ? <SampleBadge messages={messages} /> : null}
        </div>
        <Heading class="kern-title">
          <bdi lang="de">{offer.title}</bdi>
        </Heading>
        <p class="kern-body kern-body--bold">{summary}</p>
        <Reasons messages={messages} reasons={reasons} />
        <FactList facts={factsOf(messages, match)} />
        <div class="v-line v-screen">
          <PressButton
            action="match"
            form="answers"
            to={offerPath(language, offer.id)}
            text={say('page.open-offer')}
            about={offer.title}
          />
        </div>
      </div>
    </article>
  );
};
