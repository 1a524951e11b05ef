import { frameOf } from '../../shared/domain/matching/frame.ts';
import { needsFor } from '../../shared/domain/matching/care/needs.ts';
import { variantsOf } from '../../shared/domain/matching/variants.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import type { Situation } from '../../shared/domain/situation/situation.ts';
import { formatClockTime } from '../../shared/domain/time/clock-time.ts';
import { TODAY } from './family-language.ts';

/** What each child needs for the first session of an offer: `0 08:40-12:20`; `undefined` when a place is not known. */
export function needLines(who: Situation, offer: Offer, where: Region): readonly string[] | undefined {
  const frame = frameOf(who, where, TODAY);
  const session = variantsOf(frame, offer)[0]?.sessions[0];
  if (session === undefined) throw new Error('one session');
  const midnight = session.date * 1440;
  return needsFor(frame, session)?.map(
    ({ child, need }) =>
      `${String(child)} ${formatClockTime(need.from - midnight)}-${formatClockTime(need.to - midnight)}`,
  );
}
