import type { FeedId } from '../../shared/domain/offer/offer-id.ts';
import type { MessageLoader } from '../../shared/messages/load-messages.ts';
import type { AnsweringDeps } from '../rest/answering-deps.ts';

/** All the API takes from outside. */
export type ApiDeps = AnsweringDeps & {
  readonly messagesIn: MessageLoader;
  /** Feeds whose first import of this start still goes on; absent where imports are no business of this process. */
  readonly awaitedFeeds?: () => readonly FeedId[];
};
