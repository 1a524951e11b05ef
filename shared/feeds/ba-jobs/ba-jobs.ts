import type { FeedFormat } from '../feed-format.ts';
import { readAnswers } from './read-answers.ts';
import { toOffer } from './to-offer.ts';

/** Answers of the job search of the Bundesagentur für Arbeit, version 6. Behind a switch in the settings of a feed, off by default. */
export const BA_JOBS: FeedFormat = { id: 'ba-jobs', version: 1, read: readAnswers, toOffer };
