import type { RegionProfile } from '../../../shared/domain/place/region-profile.ts';
import type { Messages } from '../../../shared/messages/messages.ts';

/** Who helps on: name, telephone, mail, page. */
export const ContactSection = ({
  messages,
  contact,
}: {
  readonly messages: Messages;
  readonly contact: RegionProfile['contact'];
}) => (
  <section class="v-section" aria-labelledby="kontakt">
    <h2 class="kern-heading-medium" id="kontakt">
      {messages.say('page.contact')}
    </h2>
    <p class="kern-body">
      <bdi lang="de">{contact.name}</bdi>
      {contact.phone === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
            <bdi dir="ltr">{contact.phone}</bdi>
          </a>
        </>
      )}
      {contact.mail === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={`mailto:${contact.mail}`}>
            {contact.mail}
          </a>
        </>
      )}
      {contact.page === undefined ? null : (
        <>
          {' · '}
          <a class="kern-link" href={contact.page} rel="noreferrer">
            {contact.page}
          </a>
        </>
      )}
    </p>
  </section>
);

const RULES = ['together', 'unknown', 'order', 'paid', 'not-used', 'promise'] as const;

/** The rules of the answer, behind a fold. */
export const HowCounted = ({ messages }: { readonly messages: Messages }) => (
  <section class="v-section" aria-labelledby="rechnung">
    <h2 class="kern-heading-medium" id="rechnung">
      {messages.say('page.how')}
    </h2>
    <details>
      <summary class="v-more">{messages.say('page.show-rules')}</summary>
      <ul class="v-reasons">
        {RULES.map((rule) => (
          <li>{messages.say(`page.how.${rule}`)}</li>
        ))}
      </ul>
    </details>
  </section>
);
