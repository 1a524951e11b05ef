/** What a button looks like: the one main action, another action, or one beside a field. */
type Look = 'primary' | 'secondary' | 'tertiary';

type Props = {
  /** What the form is told by the button, as `form-action.ts` reads it. */
  readonly action: string;
  readonly text: string;
  /** Words that only those hear who cannot see what the button is beside. */
  readonly about?: string;
  readonly look?: Look;
  readonly isSmall?: boolean;
  /** Another address than the form's. */
  readonly to?: string;
  /** The id of the form, where the button lies outside of it. */
  readonly form?: string;
};

/** A button that sends the form. */
export const PressButton = ({
  action,
  text,
  about,
  look = 'secondary',
  isSmall = false,
  to,
  form,
}: Props) => (
  <button
    class={`kern-btn kern-btn--${look}${isSmall ? ' kern-btn--x-small' : ''}`}
    type="submit"
    name="do"
    value={action}
    formaction={to}
    form={form}
    formnovalidate
  >
    <span class="kern-label">
      {text}
      {about === undefined ? null : <span class="v-unseen">: {about}</span>}
    </span>
  </button>
);
