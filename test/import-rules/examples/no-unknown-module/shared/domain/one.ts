export { value } from './missing.ts';
