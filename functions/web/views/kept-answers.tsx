import { filledPairs, type Answers } from '../answers/answers.ts';

type Props = { readonly answers: Answers; readonly action: string };

/** The answers as a form without fields, so that every button of the page can send them on; nothing of them is in an address. */
export const KeptAnswers = ({ answers, action }: Props) => (
  <form method="post" action={action} id="answers" class="v-kept">
    {filledPairs(answers).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </form>
);
