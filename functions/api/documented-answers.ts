import { problemAnswer } from '../rest/documented-answers.ts';

export { jsonAnswer, problemAnswer } from '../rest/documented-answers.ts';

/** Problems of every route that answers from the catalogue with a body sent as JSON. */
export const POST_PROBLEMS = {
  400: problemAnswer('invalid-request'),
  406: problemAnswer('not-acceptable'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('unsupported-media-type'),
  500: problemAnswer('internal-error'),
  503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
};
