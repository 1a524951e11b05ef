export { value } from '../functions/web/two.ts';
