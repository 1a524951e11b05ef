import type { Context } from 'hono';
import type { RestEnv } from '../rest/request-log.ts';

/** Types of the API's context. `requestId` is ours, never the caller's. */
export type ApiEnv = RestEnv;

/** The context of one request. */
export type ApiContext = Context<ApiEnv>;
