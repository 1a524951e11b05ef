import { Construct } from 'constructs';
import { AnsweringFunction, type AnsweringProps } from './answering-function.ts';
import type { FrontDoor } from './front-door.ts';

/** The JSON API: reads offers, matches, stores nothing. It gets every path that is nobody else's. */
export class PartnerApi extends Construct {
  constructor(scope: Construct, id: string, props: AnsweringProps & { readonly door: FrontDoor }) {
    super(scope, id);
    const api = new AnsweringFunction(this, 'Api', {
      ...props,
      description: 'Answers the JSON API.',
      failing: {
        impact: 'Partner agencies and everybody who asks by API get no answer from the matcher.',
        runbook: 'answers-fail',
      },
    });
    // Whether what lies beside the paths of partners would fall to the first is nowhere promised.
    props.door.lead(['/{proxy+}', '/v1/{proxy+}', '/v1/partners/{proxy+}'], api);
  }
}
