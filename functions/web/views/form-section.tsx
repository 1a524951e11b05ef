import type { Child } from 'hono/jsx';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children?: Child;
};

/** One part of the form under its own heading. */
export const FormSection = ({ id, title, hint, children }: Props) => (
  <section class="v-section" aria-labelledby={`${id}-titel`} id={id}>
    <h2 class="kern-heading-medium" id={`${id}-titel`}>
      {title}
    </h2>
    {hint === undefined ? null : <p class="kern-body kern-body--muted">{hint}</p>}
    <div class="v-fields">{children}</div>
  </section>
);
