import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { counselPath } from '../web-paths.ts';
import { FactList } from './fact-list.tsx';
import { Lines } from './lines.tsx';
import { PressButton } from './press-button.tsx';
import { recapLines } from './recap-lines.ts';

/** The id of its heading. */
export const RECAP = 'angaben';

type Props = {
  readonly messages: Messages;
  readonly situation: Situation;
  readonly districts: Region['districts'];
};

/** What was said, and the way to change it. */
export const RecapSection = ({ messages, situation, districts }: Props) => {
  const { say, language } = messages;
  const lines = recapLines({ messages, districts }, situation);
  return (
    <section class="v-section v-recap" aria-labelledby={RECAP}>
      <h2 class="kern-heading-medium" id={RECAP}>
        {say('page.recap')}
      </h2>
      {lines.length === 0 ? <p class="kern-body">{say('page.recap.nothing')}</p> : null}
      <FactList facts={lines.map(({ label, answers }) => ({ label, value: <Lines lines={answers} /> }))} />
      <div class="v-line v-screen">
        <PressButton
          action="edit"
          form="answers"
          to={counselPath(language)}
          text={say('page.change-answers')}
        />
        <a class="kern-link" href={counselPath(language)}>
          {say('page.new-person')}
        </a>
      </div>
    </section>
  );
};
