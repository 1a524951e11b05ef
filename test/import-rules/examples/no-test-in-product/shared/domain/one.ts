export { value } from '../../test/support/two.ts';
