export type { Context } from 'hono';
