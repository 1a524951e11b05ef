import type { Wording } from '../../shared/contract/text-answer.ts';
import { describeMatch } from '../../shared/messages/describe-match.ts';
import { describeResult } from '../../shared/messages/describe-result.ts';
import { languageFor } from '../../shared/messages/language.ts';
import type { MessageLoader } from '../../shared/messages/load-messages.ts';
import type { ApiContext } from './api-env.ts';

/** The words of the language asked for, or of the default where we lack it; a header says which it is. */
export async function wordingFor(
  c: ApiContext,
  messagesIn: MessageLoader,
  asked: string | undefined,
): Promise<Wording> {
  const language = languageFor(asked);
  const messages = await messagesIn(language);
  c.header('Content-Language', language);
  return {
    ofMatch: (match) => {
      const { summary, reasons } = describeMatch(messages, match);
      return { summary, reasons: [...reasons] };
    },
    ofResult: (result) => {
      const { counts, assumptions, excluded, levers, path, nextQuestion } = describeResult(messages, result);
      return {
        counts: [...counts],
        assumptions: [...assumptions],
        excluded: [...excluded],
        levers: [...levers],
        path: [...path],
        nextQuestion,
      };
    },
  };
}
