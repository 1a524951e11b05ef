import { LIMITS } from '../../../shared/contract/limits.ts';
import type { Match, Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { counselPath } from '../web-paths.ts';
import { groupByGoal } from './goal-groups.ts';
import { MatchCard } from './match-card.tsx';
import { PressButton } from './press-button.tsx';

/** How many matches of a verdict are shown before more are asked for. */
export const SHOWN_AT_FIRST = 3;
/** How many of a verdict are shown when more are asked for. */
export const MOST_SHOWN = LIMITS.limitPerVerdict.most;

/** The id of the heading of a verdict's matches. */
export function groupId(verdict: Verdict): string {
  return `gruppe-${verdict}`;
}

type Props = {
  readonly messages: Messages;
  readonly verdict: Verdict;
  /** Those shown, in their order. */
  readonly matches: readonly Match[];
  /** How many there are. */
  readonly count: number;
  readonly wished: Situation['goals'];
  /** The verdicts of which more were asked for. */
  readonly opened: readonly Verdict[];
};

/** The matches of one verdict, degrees first, and the way to more; nothing where there are none. */
export const VerdictGroup = ({ messages, verdict, matches, count, wished, opened }: Props) => {
  const { say, language } = messages;
  if (count === 0) return null;
  const more = opened.includes(verdict) ? 0 : Math.min(count, MOST_SHOWN) - matches.length;
  return (
    <section class="v-section" aria-labelledby={groupId(verdict)}>
      <h2 class="kern-heading-medium" id={groupId(verdict)}>
        {say('page.group', { verdict: say(`page.verdict.${verdict}`), count })}
      </h2>
      <p class="kern-body kern-body--muted">{say(`page.verdict-hint.${verdict}`)}</p>
      <div class="v-cards">
        {groupByGoal(matches, wished).map(({ goal, matches: ofGoal }) => (
          <>
            {ofGoal.map((match) => (
              <MatchCard {...{ messages, match, goal }} />
            ))}
          </>
        ))}
      </div>
      {matches.length === count ? null : (
        <div class="v-line">
          <p class="kern-body">{say('page.shown-of', { shown: matches.length, count })}</p>
          {more === 0 ? null : (
            <div class="v-screen">
              <PressButton
                action={['show', ...opened, verdict].join('.')}
                form="answers"
                to={`${counselPath(language)}#${groupId(verdict)}`}
                text={say('page.show-more', { count: more })}
                about={say(`page.verdict.${verdict}`)}
              />
            </div>
          )}
        </div>
      )}
    </section>
  );
};
