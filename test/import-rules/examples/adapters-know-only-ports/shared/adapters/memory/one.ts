export { value } from '../../use-cases/two.ts';
