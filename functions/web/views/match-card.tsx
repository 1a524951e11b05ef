import type { Match } from '../../../shared/domain/matching/match-result.ts';
import type { Goal } from '../../../shared/domain/offer/terms.ts';
import { describeMatch } from '../../../shared/messages/describe-match.ts';
import { durationInWords } from '../../../shared/messages/in-words.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { offerPath } from '../web-paths.ts';
import type { Fact } from './fact-list.tsx';
import { InlineFacts } from './inline-facts.tsx';
import { beginOf, childcareOf, costOf, hoursOf, placeOf, timesOf } from './offer-facts.ts';
import { PressButton } from './press-button.tsx';
import { SampleBadge, VerdictBadge } from './verdict-badge.tsx';

/** The place that counts for a match; `undefined` online. */
function placeShown({ offer, variant }: Match) {
  if (variant === 'online') return undefined;
  return offer.places[typeof variant === 'number' ? variant : 0];
}

/** What a closed card says: when, from when, how far, how much care is missing. */
function shortFacts(messages: Messages, match: Match): readonly Fact[] {
  const { say } = messages;
  const { offer, variant, travelMinutes, gapMinutesPerWeek } = match;
  const way = travelMinutes === null ? say('page.not-known') : durationInWords(messages, travelMinutes);
  return [
    { label: say('page.fact.times'), value: timesOf(messages, offer, 1).join(' · ') },
    { label: say('page.fact.begin'), value: beginOf(messages, offer, match.first ?? undefined) },
    { label: say('page.criterion.reach'), value: variant === 'online' ? say('page.format.online') : way },
    ...(gapMinutesPerWeek === null || gapMinutesPerWeek === 0
      ? []
      : [
          {
            label: say('page.fact.gap'),
            value: say('page.gap-in-week', { duration: durationInWords(messages, gapMinutesPerWeek) }),
          },
        ]),
  ];
}

/** What an opened card says of the offer beside that: place, hours, cost, childcare. */
function furtherFacts(messages: Messages, match: Match): readonly Fact[] {
  const { say } = messages;
  const { offer, variant } = match;
  const hours = hoursOf(messages, offer);
  const times = timesOf(messages, offer);
  return [
    ...(times.length === timesOf(messages, offer, 1).length
      ? []
      : [{ label: say('page.fact.times'), value: times.join(' · ') }]),
    ...(variant === 'online'
      ? []
      : [{ label: say('page.fact.place'), value: placeOf(messages, placeShown(match)) }]),
    ...(hours.length === 0 ? [] : [{ label: say('page.fact.hours'), value: hours.join(', ') }]),
    ...(offer.kind === 'job' ? [] : [{ label: say('page.fact.cost'), value: costOf(messages, offer) }]),
    ...(offer.kind === 'childcare'
      ? []
      : [{ label: say('page.fact.childcare'), value: childcareOf(messages, offer) }]),
  ];
}

type Props = {
  readonly messages: Messages;
  readonly match: Match;
  /** The wish under which it stands among the matches of its verdict. */
  readonly goal: Goal | undefined;
};

/** One match: what it is and whether it fits in a few lines; reasons and further facts behind a fold; the way to its page. */
export const MatchCard = ({ messages, match, goal }: Props) => {
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
        <div>
          <h3 class="kern-title">
            <bdi lang="de">{offer.title}</bdi>
          </h3>
          <p class="kern-body kern-body--muted">
            <bdi lang="de">{offer.provider.name}</bdi> ·{' '}
            {say(goal === undefined ? 'page.goal.none' : `page.goal.${goal}`)}
          </p>
        </div>
        <p class="kern-body kern-body--bold">{summary}</p>
        <InlineFacts facts={shortFacts(messages, match)} />
        <div class="v-fold">
          <details>
            <summary class="v-more">
              {say('page.more-of-offer')}
              <span class="v-unseen">: {offer.title}</span>
            </summary>
            {reasons.length === 0 ? null : (
              <ul class="v-reasons">
                {reasons.map((reason) => (
                  <li>{reason}</li>
                ))}
              </ul>
            )}
            <InlineFacts facts={furtherFacts(messages, match)} />
          </details>
          <div class="v-screen">
            <PressButton
              action="match"
              form="answers"
              to={offerPath(language, offer.id)}
              text={say('page.open-offer')}
              about={offer.title}
              isSmall
            />
          </div>
        </div>
      </div>
    </article>
  );
};
