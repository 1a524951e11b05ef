import { Construct } from 'constructs';
import { AnsweringFunction, type AnsweringProps } from './answering-function.ts';
import type { FrontDoor } from './front-door.ts';

/** The paths of the pages; a test compares them with what the form itself calls its own. */
const WEB_PATHS = [
  '/',
  '/robots.txt',
  '/styles/{proxy+}',
  '/de',
  '/de/{proxy+}',
  '/en',
  '/en/{proxy+}',
] as const;

/** The form and its results: reads offers, matches, stores nothing. Its links begin at `/`, so it needs a host name. */
export class WebForm extends Construct {
  constructor(scope: Construct, id: string, props: AnsweringProps & { readonly door: FrontDoor }) {
    super(scope, id);
    const web = new AnsweringFunction(this, 'Web', {
      ...props,
      description: 'Serves the form and its results.',
      failing: { impact: 'Parents and counsellors see no form and no results.', runbook: 'answers-fail' },
    });
    props.door.lead(WEB_PATHS, web);
  }
}
