export { value } from '../domain/two.ts';
