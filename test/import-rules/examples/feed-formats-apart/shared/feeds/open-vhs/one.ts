export { value } from '../offers-json/two.ts';
