import type { FeedId } from '../../shared/domain/offer/offer-id.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { discardHeldBack, releaseHeldBack } from '../../shared/use-cases/decide-held-back.ts';
import type { ImportInput } from '../../shared/use-cases/import-deps.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { todayOf, type RegionInUse } from '../../shared/use-cases/region-in-use.ts';
import { rollBack, type RollBackDeps } from '../../shared/use-cases/roll-back-catalogue.ts';
import { operatorOrder, ORDERS_WANTED } from './operator-order.ts';

/** What carrying out an operator's order needs; `feeds` are all that the region has. */
export type OperatorDeps = Parameters<typeof releaseHeldBack>[0] &
  RollBackDeps & {
    readonly inUse: RegionInUse;
    readonly bounds: ImportInput['bounds'];
    readonly feeds: readonly ImportInput['feed'][];
  };

/** What the operator reads: what was done, or the code of why nothing was. `wanted`: the orders there are. */
export type OperatorAnswer = {
  readonly done: boolean;
  readonly result: string;
  readonly counts?: ImportReport['counts'];
  readonly wanted?: string;
};

type Done = Pick<OperatorAnswer, 'result' | 'counts'>;

/** Carries out one order and says how it ended; what is no order changes nothing. Throws StoreUnavailable. */
export function createOperatorHandler(deps: OperatorDeps): (event: unknown) => Promise<OperatorAnswer> {
  return async (event) => {
    const order = operatorOrder.safeParse(event);
    if (!order.success) return { done: false, result: 'not-an-order', wanted: ORDERS_WANTED };
    const ended = await carryOut(deps, order.data);
    const [feed] = Object.values(order.data);
    const { region } = deps.inUse;
    const reason = ended.ok ? ended.value.result : ended.failure;
    deps.log(ended.ok ? 'operator-obeyed' : 'operator-refused', {
      region: region.id,
      ...(feed !== undefined && { feed }),
      reason,
    });
    return ended.ok ? { done: true, ...ended.value } : { done: false, result: ended.failure };
  };
}

async function carryOut(
  deps: OperatorDeps,
  order: ReturnType<typeof operatorOrder.parse>,
): Promise<Result<Done, string>> {
  const { region } = deps.inUse;
  if ('release' in order) return release(deps, region, order.release);
  if ('discard' in order) {
    const discarded = await discardHeldBack(deps, region.id, order.discard);
    return discarded.ok ? ok({ result: 'discarded' }) : discarded;
  }
  const moved = await rollBack(deps, region.id, order.rollBack, order.to);
  return moved.ok ? ok({ result: `current is ${moved.value.catalogue}` }) : moved;
}

async function release(deps: OperatorDeps, region: Region, id: FeedId): Promise<Result<Done, string>> {
  const feed = deps.feeds.find((known) => known.id === id);
  if (feed === undefined) return failed('feed-unknown');
  const today = todayOf(deps.inUse, deps.clock());
  const released = await releaseHeldBack(deps, { region, bounds: deps.bounds, feed, today });
  if (!released.ok) return released;
  const { state, reason, counts } = released.value;
  const isIn = state === 'published' || state === 'unchanged';
  return isIn ? ok({ result: state, counts }) : failed(reason ?? state);
}
