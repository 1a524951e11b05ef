import * as z from 'zod';
import type { RegionId } from '../../shared/domain/place/region.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { authenticatePartner, type AuthenticateDeps } from '../../shared/use-cases/authenticate-partner.ts';
import { toPartnerContext, type PartnerContext } from '../rest/partner-context.ts';

/** What is read of the event by which the front door asks who sends a request. */
const tokenEvent = z.object({
  authorizationToken: z.string().max(400).optional(),
  methodArn: z.string().regex(/^[^/]+\/[^/]+\//),
});

/** What the front door does with requests that carry this token, for as long as it remembers the answer. */
export type AuthorizerAnswer = {
  readonly principalId: string;
  readonly policyDocument: {
    readonly Version: '2012-10-17';
    readonly Statement: readonly [
      { readonly Action: 'execute-api:Invoke'; readonly Effect: 'Allow' | 'Deny'; readonly Resource: string },
    ];
  };
  readonly context?: PartnerContext;
};

/** Answers the front door; throws what it does not understand, and StoreUnavailable. */
export type Authorizer = (event: unknown) => Promise<AuthorizerAnswer>;

/** Recognises partners by their keys. A wrong key is an answer, never an error, so that no alarm rings for it. */
export function createAuthorizer(
  deps: AuthenticateDeps & { readonly region: RegionId; readonly log: EventLog },
): Authorizer {
  return async (event) => {
    const { authorizationToken, methodArn } = tokenEvent.parse(event);
    const known = await authenticatePartner(deps, deps.region, authorizationToken);
    if (known.ok)
      return {
        principalId: known.value.feed,
        policyDocument: policy('Allow', methodArn),
        context: toPartnerContext(known.value),
      };
    deps.log('partner-key-refused', { region: deps.region, reason: known.failure });
    return { principalId: 'nobody', policyDocument: policy('Deny', methodArn) };
  };
}

/** The answer is remembered by token, so that it has to hold for every path a partner may ask for. */
function policy(effect: 'Allow' | 'Deny', methodArn: string): AuthorizerAnswer['policyDocument'] {
  const stage = methodArn.split('/').slice(0, 2).join('/');
  return {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: `${stage}/*/v1/partners/me/*` }],
  };
}
