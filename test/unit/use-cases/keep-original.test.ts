import { expect, it } from 'vitest';
import { failed, ok } from '../../../shared/domain/result.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import { keepingOriginals } from '../../../shared/use-cases/keep-original.ts';

const fetched = { bytes: new Uint8Array([1]), sha256: 'ab'.repeat(32) };
const [REGION, FEED] = ['berlin' as never, 'vhs' as never];
const source = { file: 'x' };

it('keeps what was fetched before anybody gets it', async () => {
  const steps: unknown[] = [];
  const keep = (...given: unknown[]) => Promise.resolve(void steps.push(given));
  const fetchFeed = keepingOriginals(() => Promise.resolve(ok(fetched)), { keep }, REGION, FEED);
  expect(await fetchFeed(source)).toEqual(ok(fetched));
  expect(steps).toEqual([[REGION, FEED, fetched]]);
});

it('keeps nothing where nothing was fetched, and gives nothing that could not be kept', async () => {
  const keep = () => Promise.reject(new StoreUnavailable('full'));
  const none = keepingOriginals(
    () => Promise.resolve(failed('source-not-found' as const)),
    { keep },
    REGION,
    FEED,
  );
  expect(await none(source)).toEqual(failed('source-not-found'));
  const some = keepingOriginals(() => Promise.resolve(ok(fetched)), { keep }, REGION, FEED);
  await expect(some(source)).rejects.toThrow(StoreUnavailable);
});
