export { html } from 'hono/html';
