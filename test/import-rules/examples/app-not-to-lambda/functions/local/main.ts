export { value } from '../web/lambda.ts';
