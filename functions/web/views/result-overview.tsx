import { VERDICTS, type MatchResult, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { groupId } from './verdict-group.tsx';

/** The id of the list of what was left out, and of what would help. */
export const LEFT_OUT = 'ausgeschlossen';
export const LEVERS = 'hebel';

type Props = {
  readonly messages: Messages;
  readonly counts: MatchResult['counts'];
  readonly withLevers: boolean;
};

/** How many there are of each verdict but `fits`, which the heading says, each a link to them, and one to what would help; in the order of the page. */
export const ResultOverview = ({ messages, counts, withLevers }: Props) => {
  const { say } = messages;
  const linesOf = (verdicts: readonly Verdict[]) =>
    verdicts
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => ({
        to: verdict === 'no' ? LEFT_OUT : groupId(verdict),
        text: say(`counts.${verdict}`, { count: counts[verdict] }),
        verdict,
      }));
  const lines = [
    ...linesOf(VERDICTS.filter((verdict) => verdict !== 'fits' && verdict !== 'no')),
    ...(withLevers ? [{ to: LEVERS, text: say('page.levers'), verdict: undefined }] : []),
    ...linesOf(['no']),
  ];
  return (
    <nav aria-label={say('page.jump')}>
      <ul class="v-overview">
        {lines.map(({ to, text, verdict }) => (
          <li class={verdict === undefined ? undefined : `v-mark-${verdict}`}>
            <a class="kern-link" href={`#${to}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
