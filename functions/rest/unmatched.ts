import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answerProblem } from './answer-problem.ts';
import type { RestEnv } from './request-log.ts';

/** Methods the path is served with, ascending; none when it is no path of ours. */
function methodsOf(app: OpenAPIHono<RestEnv>, path: string): readonly string[] {
  const steps = path.split('/');
  const serves = (template: string) => {
    const parts = template.split('/');
    return (
      parts.length === steps.length &&
      parts.every((part, i) => part === steps[i] || (part.startsWith(':') && steps[i] !== ''))
    );
  };
  const methods = app.routes
    .filter(({ method, path: template }) => method !== 'ALL' && serves(template))
    .map(({ method }) => method);
  return [
    ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
  ].toSorted();
}

/** Answers what no route took: 405 with Allow where the path is known, else 404. */
export function answerUnmatched(app: OpenAPIHono<RestEnv>, c: Context<RestEnv>): Response {
  const methods = methodsOf(app, c.req.path);
  if (methods.length === 0) return answerProblem(c, 'not-found');
  c.header('Allow', methods.join(', '));
  return answerProblem(c, 'method-not-allowed');
}
