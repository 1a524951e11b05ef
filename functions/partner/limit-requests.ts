import type { MiddlewareHandler } from 'hono';
import { countPartnerRequest, PARTNER_QUOTA } from '../../shared/use-cases/count-partner-request.ts';
import { answerProblem } from '../rest/answer-problem.ts';
import { partnerOf } from '../rest/partner-context.ts';
import type { RestEnv } from '../rest/request-log.ts';
import type { PartnerDeps } from './partner-deps.ts';

const { requests, windowSeconds } = PARTNER_QUOTA;
const POLICY = `"partner";q=${String(requests)};w=${String(windowSeconds)}`;

/**
 * Tells a partner with every answer what is left of its quota (draft-ietf-httpapi-ratelimit-headers), and refuses what is beyond
 * it. Who was not recognised is counted nowhere; the route refuses.
 */
export function limitRequests(deps: PartnerDeps): MiddlewareHandler<RestEnv> {
  const region = deps.inUse.region.id;
  return async (c, next) => {
    const partner = partnerOf(c.env);
    if (partner === undefined) {
      await next();
      return undefined;
    }
    const { isExceeded, remaining, resetSeconds } = await countPartnerRequest(deps, region, partner.feed);
    const tell = () => {
      c.header('RateLimit-Policy', POLICY);
      c.header('RateLimit', `"partner";r=${String(remaining)};t=${String(resetSeconds)}`);
    };
    if (!isExceeded) {
      await next();
      tell();
      return undefined;
    }
    deps.log('partner-quota-exceeded', { region, feed: partner.feed });
    tell();
    c.header('Retry-After', String(resetSeconds));
    return answerProblem(c, 'quota-exceeded');
  };
}
