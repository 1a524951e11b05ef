import type { Fact } from './fact-list.tsx';

/** Facts in running lines, as many beside each other as there is room for. */
export const InlineFacts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="v-facts">
    {facts.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
