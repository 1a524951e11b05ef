import { fileURLToPath } from 'node:url';
import { readStyles } from '../../shared/adapters/file/read-styles.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import { answeringOnLambda } from '../rest/lambda-answering.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { createWeb } from './app.ts';

const { loaded, deps } = await answeringOnLambda(process.env);

/** The pages behind API Gateway's REST API. */
export const handler = createRestHandler(
  createWeb({
    ...deps,
    contact: loaded.profile.contact,
    sources: loaded.feeds.map(({ name, credit, licence }) => ({ name, credit, licence })),
    styles: await readStyles(fileURLToPath(new URL('./styles/built', import.meta.url))),
    messages: createMessageLoader(),
  }),
);
