import { idOf, sayFault, type FormView } from './form-view.ts';

/** What is to be corrected, first on the page and in focus, each with a link to its field. */
export const ErrorSummary = ({ form }: { readonly form: FormView }) => {
  const { messages, faults } = form;
  if (faults.length === 0) return null;
  return (
    <div
      class="kern-alert kern-alert--danger"
      id="fehler"
      role="alert"
      tabindex={-1}
      autofocus
      aria-labelledby="fehler-titel"
    >
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title" id="fehler-titel">
          {messages.say('page.check', { count: faults.length })}
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list">
          {faults.map((fault) => (
            <li>
              <a class="kern-link" href={`#${idOf(fault.name)}`}>
                {sayFault(messages, fault)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
