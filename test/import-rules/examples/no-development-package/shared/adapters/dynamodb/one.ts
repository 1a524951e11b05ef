export { mockClient } from 'aws-sdk-client-mock';
