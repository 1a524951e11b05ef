import type { MessageLoader } from '../../shared/messages/load-messages.ts';
import type { AnsweringDeps } from '../rest/answering-deps.ts';

/** All the API takes from outside. */
export type ApiDeps = AnsweringDeps & { readonly messagesIn: MessageLoader };
