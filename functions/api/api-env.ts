import type { Context } from 'hono';

/** Types of the API's context. `requestId` is ours, never the caller's. */
export type ApiEnv = { Variables: { requestId: string } };

/** The context of one request. */
export type ApiContext = Context<ApiEnv>;
