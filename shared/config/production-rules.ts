import { failed, ok, type Result } from '../domain/result.ts';
import type { Stage } from './names.ts';

/** What a region must not have in production. */
export type ProductionFailure =
  | { readonly code: 'sample-in-production'; readonly feed: string }
  | { readonly code: 'pinned-in-production'; readonly region: string };

/** What the rules look at. */
export type RegionInUse = {
  readonly region: string;
  /** The region stands still at a date. */
  readonly pinned: boolean;
  readonly feeds: readonly { readonly id: string; readonly sample: boolean }[];
};

/** In production nobody is served made-up offers or a date that stands still; elsewhere both are allowed. */
export function checkProduction(stage: Stage, inUse: RegionInUse): Result<void, ProductionFailure> {
  if (stage !== 'production') return ok(undefined);
  const sample = inUse.feeds.find((feed) => feed.sample);
  if (sample !== undefined) return failed({ code: 'sample-in-production', feed: sample.id });
  return inUse.pinned ? failed({ code: 'pinned-in-production', region: inUse.region }) : ok(undefined);
}

/** The one sentence an operator reads. */
export function productionSentence(failure: ProductionFailure): string {
  switch (failure.code) {
    case 'sample-in-production':
      return `Production refuses the feed ${failure.feed} because it holds sample data: remove it from the region's feeds.json or use another stage.`;
    case 'pinned-in-production':
      return `Production refuses the region ${failure.region} because its region.json pins a date (asOf): remove it or use another stage.`;
  }
}
