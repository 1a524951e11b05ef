import type { FeedId } from '../../shared/domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import { discardHeldBack } from '../../shared/use-cases/decide-held-back.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { releaseFeed, type ReleaseFeedDeps } from '../../shared/use-cases/release-feed.ts';
import { rollBack, type RollBackDeps } from '../../shared/use-cases/roll-back-catalogue.ts';
import { feedOf, operatorOrder, ORDERS_WANTED, type OperatorOrder } from './operator-order.ts';

/** What carrying out an operator's order needs. */
export type OperatorDeps = ReleaseFeedDeps &
  RollBackDeps & { readonly catalogues: Pick<CatalogueStore, 'hide' | 'unhide' | 'readHidden'> };

/** What the operator reads: what was done, or the code of why nothing was. `wanted`: the orders there are. */
export type OperatorAnswer = {
  readonly done: boolean;
  readonly result: string;
  readonly counts?: ImportReport['counts'];
  /** `offer vhs:1`, `provider …` or `feed …`, each. */
  readonly hidden?: readonly string[];
  readonly wanted?: string;
};

type Done = Pick<OperatorAnswer, 'result' | 'counts' | 'hidden'>;

/** Carries out one order and says how it ended; what is no order changes nothing. Throws StoreUnavailable. */
export function createOperatorHandler(deps: OperatorDeps): (event: unknown) => Promise<OperatorAnswer> {
  return async (event) => {
    const order = operatorOrder.safeParse(event);
    if (!order.success) return { done: false, result: 'not-an-order', wanted: ORDERS_WANTED };
    const ended = await carryOut(deps, order.data);
    const feed = feedOf(order.data);
    deps.log(ended.ok ? 'operator-obeyed' : 'operator-refused', {
      region: deps.inUse.region.id,
      ...(feed !== undefined && { feed }),
      reason: ended.ok ? ended.value.result : ended.failure,
    });
    return ended.ok ? { done: true, ...ended.value } : { done: false, result: ended.failure };
  };
}

async function carryOut(deps: OperatorDeps, order: OperatorOrder): Promise<Result<Done, string>> {
  const { catalogues, clock } = deps;
  const region = deps.inUse.region.id;
  if ('release' in order) return release(deps, order.release);
  if ('discard' in order) {
    const discarded = await discardHeldBack(deps, region, order.discard);
    return discarded.ok ? ok({ result: 'discarded' }) : discarded;
  }
  if ('rollBack' in order) {
    const moved = await rollBack(deps, region, order.rollBack, order.to);
    return moved.ok ? ok({ result: `current is ${moved.value.catalogue}` }) : moved;
  }
  if ('list' in order) {
    const hidden = await catalogues.readHidden(region);
    return ok({ result: 'listed', hidden: hidden.map(({ kind, id }) => `${kind} ${id}`) });
  }
  if ('hide' in order) {
    await catalogues.hide(region, order.hide, clock());
    return ok({ result: 'hidden' });
  }
  await catalogues.unhide(region, order.show);
  return ok({ result: 'shown' });
}

async function release(deps: OperatorDeps, id: FeedId): Promise<Result<Done, string>> {
  const released = await releaseFeed(deps, id);
  if (!released.ok) return released;
  const { state, reason, counts } = released.value;
  const isIn = state === 'published' || state === 'unchanged';
  return isIn ? ok({ result: state, counts }) : failed(reason ?? state);
}
