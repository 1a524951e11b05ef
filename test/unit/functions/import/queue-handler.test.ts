import { expect, it } from 'vitest';
import { fetchOrder, importOrder } from '../../../../functions/import/queue-event.ts';
import { createQueueHandler } from '../../../../functions/import/queue-handler.ts';
import { recordLog } from '../../../support/log-matcher.ts';

const message = (messageId: string, body: unknown) => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  eventSource: 'aws:sqs',
});
const again = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

it('works off messages in their order, each with its id', async () => {
  const done: string[] = [];
  const handler = createQueueHandler({ log: recordLog().log, order: fetchOrder }, ({ feed }, messageId) => {
    done.push(`${messageId}: ${feed}`);
    return Promise.resolve(true);
  });
  const event = { Records: [message('m1', { feed: 'vhs' }), message('m2', { feed: 'kita' })] };
  expect(await handler(event)).toEqual(again());
  expect(done).toEqual(['m1: vhs', 'm2: kita']);
});

it('has only that message again which could not be worked off', async () => {
  const logged = recordLog();
  const handler = createQueueHandler({ log: logged.log, order: fetchOrder }, ({ feed }) => {
    if (feed === 'throws') return Promise.reject(new TypeError('with a secret inside'));
    return Promise.resolve(feed === 'vhs');
  });
  const event = {
    Records: [
      message('m1', { feed: 'throws' }),
      message('m2', { feed: 'vhs' }),
      message('m3', { feed: 'kita' }),
      message('m4', { feed: 'vhs' }),
    ],
  };
  expect(await handler(event)).toEqual(again('m1', 'm3'));
  expect(logged).toHaveLogged('queue-message-failed', { error: 'TypeError' });
  expect(logged.lines.join('')).not.toContain('secret');
});

it.each([
  'no JSON',
  '',
  'null',
  '[]',
  '{}',
  '{"feed":""}',
  '{"feed":"UPPER"}',
  '{"feed":7}',
  '{"feed":"vhs","more":1}',
])('gives back %j, which is no order, unseen', async (body) => {
  const logged = recordLog();
  const handler = createQueueHandler({ log: logged.log, order: fetchOrder }, () => {
    throw new Error('not to be reached');
  });
  expect(await handler({ Records: [message('m1', body)] })).toEqual(again('m1'));
  expect(logged).toHaveLogged('queue-message-failed', { reason: 'not-an-order' });
});

it('takes orders of an occupancy file, and of no other part', () => {
  for (const order of [fetchOrder, importOrder]) {
    const about = { feed: 'vhs', ...(order === importOrder && { sha256: 'a'.repeat(64) }) };
    expect(order.safeParse({ ...about, part: 'occupancy' }).success).toBe(true);
    expect(order.safeParse({ ...about, part: 'seats' }).success).toBe(false);
  }
});

it('takes an order to fetch changes only with the instant, which an order to import asks to be found out', () => {
  const asked = { feed: 'vhs', part: 'changes' };
  expect(importOrder.safeParse(asked).success).toBe(true);
  expect(fetchOrder.safeParse(asked).success).toBe(false);
  expect(fetchOrder.safeParse({ ...asked, since: 1 }).success).toBe(true);
  expect(importOrder.safeParse({ ...asked, sha256: 'a'.repeat(64) }).success).toBe(false);
});

it('takes an order to import with a whole hash only', () => {
  expect(importOrder.safeParse({ feed: 'vhs', sha256: 'a'.repeat(64) }).success).toBe(true);
  for (const sha256 of ['a'.repeat(63), 'A'.repeat(64), '../x', undefined])
    expect(importOrder.safeParse({ feed: 'vhs', sha256 }).success).toBe(false);
});
