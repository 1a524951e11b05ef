export { value } from '../file/two.ts';
