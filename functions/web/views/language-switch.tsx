import type { Language } from '../../../shared/messages/language.ts';
import { nameOfLanguage } from './page-frame.tsx';

type Props = {
  readonly current: Language;
  readonly other: Language;
  /** `form`: there are answers to take along, so a button sends them; `nothing`: a link is enough. */
  readonly keeps: 'form' | 'nothing';
  readonly to: string;
  /** What the button asks for; the form as it is where it is not said. */
  readonly action?: string;
};

/** One language of the list at the foot: the page's own as text, another as link or as button that keeps the answers. */
export const LanguageSwitch = ({ current, other, keeps, to, action = 'edit' }: Props) => {
  const name = nameOfLanguage(other);
  if (other === current) return <span class="kern-body kern-body--bold">{name}</span>;
  if (keeps === 'nothing') {
    return (
      <a class="kern-link" href={to} hreflang={other}>
        {name}
      </a>
    );
  }
  return (
    <button
      class="kern-btn kern-btn--tertiary kern-btn--x-small"
      type="submit"
      form="answers"
      formaction={to}
      name="do"
      value={action}
    >
      <span class="kern-label">{name}</span>
    </button>
  );
};
