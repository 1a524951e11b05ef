export { value } from '../../shared/adapters/memory/two.ts';
