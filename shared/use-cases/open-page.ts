import { ok, type Result } from '../domain/result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seal } from '../ports/seal.ts';
import type { CurrentOffers, CurrentOffersSource, NoOffers } from './current-offers.ts';
import { readCursor, writeCursor, type CursorFailure } from './page-cursor.ts';
import { todayOf, type RegionInUse } from './region-in-use.ts';

/** What answering in pages takes from outside. */
export type PageDeps = {
  readonly currentOffers: Pick<CurrentOffersSource, 'read'>;
  readonly inUse: RegionInUse;
  readonly clock: Clock;
  readonly seal: Seal;
};

/** The offers and the day a page is made from, the position it begins at, and the cursor of a later one. */
export type OpenPage = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  readonly position: number;
  readonly cursorAt: (position: number) => string;
};

/**
 * Opens the page that a request asks for: 0 without a cursor. A cursor holds for the same request over the same offers on
 * the same day.
 */
export async function openPage(
  { currentOffers, inUse, clock, seal }: PageDeps,
  { cursor, ...asked }: { readonly cursor?: string },
): Promise<Result<OpenPage, NoOffers | CursorFailure>> {
  const read = await currentOffers.read();
  if (!read.ok) return read;
  const today = todayOf(inUse, clock());
  const expected = {
    made: seal.digest(`${read.value.fingerprint} ${today}`),
    request: seal.digest(JSON.stringify(asked)),
  };
  const position = readCursor(seal, cursor, expected);
  if (!position.ok) return position;
  return ok({
    offers: read.value,
    today,
    position: position.value,
    cursorAt: (later) => writeCursor(seal, { ...expected, position: later }),
  });
}
