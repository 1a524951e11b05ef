import type { Authorizer } from '../authorizer/app.ts';
import { problemResult, type RestHandler } from '../rest/rest-handler.ts';
import { headersOf, restEvent } from '../rest/rest-event.ts';

const PARTNER_PATHS = '/v1/partners/';
/** The form of what API Gateway names a method by; the authorizer reads of it where the stage ends. */
const METHOD_ARN = 'arn:local:execute-api:local:000000000000:local/live/GET/';

/** Whether a path is for partners alone. */
export function isPartnerPath(path: string): boolean {
  return path.startsWith(PARTNER_PATHS);
}

/**
 * What API Gateway does before the function for partners: without a token it answers itself, else it asks the authorizer
 * and hands on what that says of the sender.
 */
export function createPartnerDoor(authorizer: Authorizer, partner: RestHandler): RestHandler {
  return async (event) => {
    const parsed = restEvent.safeParse(event);
    if (!parsed.success) return problemResult('internal-error', 'unknown');
    const { requestId } = parsed.data.requestContext;
    const [authorizationToken] = headersOf(parsed.data)['authorization'] ?? [];
    if (authorizationToken === undefined) return problemResult('not-authenticated', requestId);
    const answer = await authorizer({ type: 'TOKEN', authorizationToken, methodArn: METHOD_ARN });
    const { context, policyDocument } = answer;
    if (context === undefined || policyDocument.Statement[0].Effect !== 'Allow')
      return problemResult('not-authenticated', requestId);
    return partner({ ...parsed.data, requestContext: { requestId, authorizer: context } });
  };
}
