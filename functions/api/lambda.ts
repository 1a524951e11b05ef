import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import { answeringOnLambda } from '../rest/lambda-answering.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { createApi } from './app.ts';

const { deps } = await answeringOnLambda(process.env);

/** The JSON API behind API Gateway's REST API. */
export const handler = createRestHandler(createApi({ ...deps, messagesIn: createMessageLoader() }));
