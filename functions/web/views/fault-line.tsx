import type { FormView } from './form-view.ts';
import { faultOf, idOf, sayFault } from './form-view.ts';

/** The fault of a field at the field; nothing when it has none. */
export const FaultLine = ({ form, name }: { readonly form: FormView; readonly name: string }) => {
  const fault = faultOf(form, name);
  if (fault === undefined) return null;
  return (
    <p class="kern-error" id={`${idOf(name)}-fehler`}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{sayFault(form.messages, fault)}</span>
    </p>
  );
};

/** What ties a field to its fault and its hint for those who hear the page. */
export function described(form: FormView, name: string, hint: string | undefined) {
  const isFaulty = faultOf(form, name) !== undefined;
  const ids = [
    ...(hint === undefined ? [] : [`${idOf(name)}-hinweis`]),
    ...(isFaulty ? [`${idOf(name)}-fehler`] : []),
  ];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(isFaulty ? { 'aria-invalid': 'true' as const } : {}),
    ...(form.focus === name ? { autofocus: true } : {}),
  };
}
