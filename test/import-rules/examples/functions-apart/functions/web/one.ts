export { value } from '../api/two.ts';
