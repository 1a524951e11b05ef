import type { Child } from 'hono/jsx';

/** A name and what is known of it. */
export type Fact = { readonly label: string; readonly value: Child };

/** Facts as a description list. */
export const FactList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="kern-description-list">
    {facts.map(({ label, value }) => (
      <div class="kern-description-list-item">
        <dt class="kern-description-list-item__key">{label}</dt>
        <dd class="kern-description-list-item__value">{value}</dd>
      </div>
    ))}
  </dl>
);
