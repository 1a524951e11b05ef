import type { AnswerFrame } from '../../shared/contract/answer-frame.ts';
import { formatLocalDate, type LocalDate } from '../../shared/domain/time/local-date.ts';
import type { CurrentOffers } from '../../shared/use-cases/current-offers.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';
import type { ApiContext } from './api-env.ts';

/** What every answer says of the data it was made from. */
export function answerFrameOf(
  { region, asOf }: RegionInUse,
  made: { readonly offers: CurrentOffers; readonly today: LocalDate },
): AnswerFrame {
  const { fingerprint, publishedAt, sampleCount, degraded } = made.offers;
  return {
    asOf: asOf?.text ?? new Date(publishedAt).toISOString(),
    catalogue: fingerprint,
    region: {
      id: region.id,
      name: region.name,
      today: formatLocalDate(made.today),
      pinned: asOf !== undefined,
    },
    ...(sampleCount > 0 ? { sampleData: true } : {}),
    ...(degraded ? { degraded: true } : {}),
  };
}

/** Says in a header how old the last look at the store is, in seconds. */
export function sayIndexAge(c: ApiContext, offers: CurrentOffers, now: number): void {
  c.header('X-Index-Age', String(Math.max(0, Math.floor((now - offers.checkedAt) / 1000))));
}
