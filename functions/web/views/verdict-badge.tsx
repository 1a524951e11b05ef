import type { Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { Messages } from '../../../shared/messages/messages.ts';

const LOOKS = {
  fits: 'success',
  'fits-with-care': 'success',
  nearly: 'warning',
  ask: 'info',
  no: 'danger',
} as const satisfies Record<Verdict, string>;

/** The verdict in words on its colour; the words alone say it too. */
export const VerdictBadge = ({
  messages,
  verdict,
}: {
  readonly messages: Messages;
  readonly verdict: Verdict;
}) => (
  <span class={`kern-badge kern-badge--${LOOKS[verdict]}`}>
    <span class="kern-label">{messages.say(`page.verdict.${verdict}`)}</span>
  </span>
);

/** Marks an offer that was made up by us. */
export const SampleBadge = ({ messages }: { readonly messages: Messages }) => (
  <span class="kern-badge kern-badge--warning">
    <span class="kern-label">{messages.say('page.sample-offer')}</span>
  </span>
);
