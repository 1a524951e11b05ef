/** Much longer than the usual number of requests takes on a machine that is busy with other tests. */
const MOST_MILLISECONDS = 120_000;

/** How many requests a property is tried on, and how many milliseconds the test may take. */
export type Trial = { readonly numRuns: number; readonly timeout: number };

/** The usual number of requests for a property of the ranking, or what `RANKING_REQUESTS` asks of each for a longer run. */
export function requestsToTry(usual: number): Trial {
  const asked = process.env['RANKING_REQUESTS'];
  const numRuns = asked === undefined ? usual : Number(asked);
  if (!Number.isSafeInteger(numRuns) || numRuns < 1) {
    throw new Error('RANKING_REQUESTS is a whole number of requests from 1 on');
  }
  return { numRuns, timeout: MOST_MILLISECONDS * Math.max(1, numRuns / usual) };
}
